/// The letter that goes along with a paper, in the reader's language.
public struct PaperLetter: Hashable, Sendable {
    public let subject: String
    public let text: String

    public init(
        document: String,
        kind: DocumentType,
        donor: String,
        organisation: String,
        language: Language
    ) {
        let label = kind.label(in: language)
        switch language {
        case .fr:
            subject = "\(organisation) : votre document \(document)"
            text = """
                Bonjour \(donor),

                Vous trouverez ci-joint le document \(document) (\(label)). Le code imprimé en haut à droite permet à \
                chacun d'en vérifier l'authenticité.

                Merci de votre confiance.

                \(organisation)

                Pour ne plus recevoir de courriel de notre part, répondez simplement à celui-ci.
                """
        case .en:
            subject = "\(organisation): your document \(document)"
            text = """
                Dear \(donor),

                Please find attached the document \(document) (\(label)). Anyone can verify it by the code printed at \
                its upper right.

                Thank you for your trust.

                \(organisation)

                If you do not want mail from us any more, simply answer this one.
                """
        }
    }
}
