public import Domain
public import Postgres
import Store

/// Mails a person a link for choosing a password.
public struct MailInvitation: Command {
    public static let name = "mail-invitation"
    public static let summary = Phrase(
        fr: "envoie à une personne un lien pour choisir son mot de passe",
        en: "mails a person a link for choosing a password"
    )
    public static let permission = Permission(.admin)

    public let login: String

    public init(login: String) {
        self.login = login
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let login: String
        public let letter: Int64
    }

    /// - Throws: `unknown_person`, `mail_address_missing`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let person = try RoleOutcome.person(login, in: db, circumstances)
        let token = Token()
        let letter = try Failure.running { () throws(PostgresError) -> Int64? in
            guard let recipient = try ResetStore.recipient(person, in: db) else { return nil }
            try SessionStore.invite(person, token: token.bytes, in: db)
            let words = LinkLetter(
                .invitation,
                address: circumstances.performance.application.publicAddress + "/invitation/"
                    + token.text,
                name: recipient.name,
                organisation: circumstances.organisation.name,
                language: recipient.language
            )
            return try LetterStore.put(
                words.letter(to: recipient),
                of: circumstances.speaker,
                in: db
            )
        }
        guard let letter else {
            throw .refused(Refusal(.mailAddressMissing, ["donor": .text(login)]))
        }
        return Outcome(login: login, letter: letter)
    }
}

extension LinkLetter {
    func letter(to recipient: ResetStore.Recipient) -> LetterStore.Letter {
        LetterStore.Letter(
            to: recipient.email,
            name: recipient.name,
            subject: subject,
            text: text,
            document: nil
        )
    }
}
