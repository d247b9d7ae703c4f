/// The letter with a link for choosing a password, in the reader's language.
public struct LinkLetter: Hashable, Sendable {
    public enum Occasion: Hashable, Sendable {
        /// An administrator lets somebody in; the link stands for a week.
        case invitation
        /// Somebody forgot the password; the link stands for an hour.
        case reset
    }

    public let subject: String
    public let text: String

    public init(
        _ occasion: Occasion,
        address: String,
        name: String,
        organisation: String,
        language: Language
    ) {
        subject = Self.subject(occasion, organisation).text(in: language)
        text = Self.text(occasion, address, name, organisation).text(in: language)
    }

    private static func subject(_ occasion: Occasion, _ organisation: String) -> Phrase {
        switch occasion {
        case .invitation:
            Phrase(
                fr: "\(organisation) : votre accès à Moulin",
                en: "\(organisation): your way into Moulin"
            )
        case .reset:
            Phrase(
                fr: "\(organisation) : choisir un nouveau mot de passe",
                en: "\(organisation): choose a new password"
            )
        }
    }

    private static func text(
        _ occasion: Occasion,
        _ address: String,
        _ name: String,
        _ organisation: String
    ) -> Phrase {
        switch occasion {
        case .invitation:
            Phrase(
                fr: """
                    Bonjour \(name),

                    Choisissez votre mot de passe à cette adresse. Elle ne sert qu'une fois, pendant sept jours :

                    \(address)

                    \(organisation)
                    """,
                en: """
                    Dear \(name),

                    Choose your password at this address. It works once, for seven days:

                    \(address)

                    \(organisation)
                    """
            )
        case .reset:
            Phrase(
                fr: """
                    Bonjour \(name),

                    Quelqu'un a demandé un nouveau mot de passe pour vous. Choisissez-le à cette adresse. Elle ne sert \
                    qu'une fois, pendant une heure ; ensuite vous serez déconnecté partout :

                    \(address)

                    Si ce n'était pas vous, ne faites rien : votre mot de passe reste le même.

                    \(organisation)
                    """,
                en: """
                    Dear \(name),

                    Somebody asked for a new password for you. Choose it at this address. It works once, for an hour; \
                    then you are signed out everywhere:

                    \(address)

                    If it was not you, do nothing: your password stays as it is.

                    \(organisation)
                    """
            )
        }
    }
}
