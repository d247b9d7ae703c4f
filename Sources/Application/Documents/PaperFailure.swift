public import Domain

/// Why there is no paper.
public enum PaperFailure: Error {
    /// The document is not known, may not be read, or the database does not answer.
    case failed(Failure)
    /// It cannot be drawn: a font is missing, or a text has a character that no font has. The document stands all the same.
    case undrawable(String)
    /// Its content was erased when its time had come, and no paper was kept.
    case erased(document: String)

    public func sentence(in language: Language) -> String {
        switch self {
        case .failed(let failure): failure.sentence(in: language)
        case .undrawable(let reason):
            switch language {
            case .fr: "Le document existe mais ne se dessine pas : \(reason)"
            case .en: "The document stands but cannot be drawn: \(reason)"
            }
        case .erased(let document):
            switch language {
            case .fr:
                "Le contenu de \(document) a été effacé à son échéance ; seul reste son numéro."
            case .en: "The content of \(document) was erased when due; only its number remains."
            }
        }
    }
}

extension PaperFailure {
    /// As the failure of the command that wanted the paper.
    public var failure: Failure {
        if case .failed(let failure) = self { return failure }
        let expected = Phrase(fr: sentence(in: .fr), en: sentence(in: .en))
        return .unreadable(Unreadable("PDF", expected: expected))
    }
}
