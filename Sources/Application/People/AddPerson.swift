public import Domain
public import Postgres
import Store

/// Adds a member of staff, without any role yet.
public struct AddPerson: Command {
    public static let name = "add-person"
    public static let summary = Phrase(
        fr: "ajoute une personne à l'équipe",
        en: "adds a person to the staff"
    )
    public static let permission = Permission(.admin)

    public let login: String
    public let fullName: String
    public let language: Language?
    public let email: String?

    public init(login: String, fullName: String, language: Language? = nil, email: String? = nil) {
        self.login = login
        self.fullName = fullName
        self.language = language
        self.email = email
    }

    private enum CodingKeys: String, CodingKey {
        case login, language, email
        case fullName = "name"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let person: Int64
        public let login: String
    }

    /// - Throws: `login_taken`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try requirePlainLogin()
        try requireAddress()
        let language = language ?? circumstances.person.language
        do throws(Failure) {
            let person = try Failure.running { () throws(PostgresError) in
                let person = try RoleStore.add(
                    login: login,
                    name: fullName,
                    language: language,
                    email: email,
                    circumstances.speaker,
                    in: db
                )
                try RoleStore.tell(Self.name, of: person, role: nil, in: db)
                return person
            }
            return Outcome(person: person, login: login)
        } catch .refused(let refusal) where refusal.code == .loginTaken {
            throw .refused(Refusal(.loginTaken, ["login": .text(login)]))
        }
    }

    /// Something on each side of one `@`, without white space: what is behind it only a letter can tell.
    private func requireAddress() throws(Failure) {
        guard let email else { return }
        let halves = email.split(separator: "@", omittingEmptySubsequences: false)
        guard
            halves.count != 2 || halves.contains(where: \.isEmpty)
                || email.contains(where: \.isWhitespace)
        else { return }
        throw .unreadable(
            Unreadable(
                email,
                expected: Phrase(
                    fr: "une adresse de courriel, comme lea@exemple.fr",
                    en: "a mail address, such as lea@example.org"
                )
            )
        )
    }

    /// Small letters, digits and `. _ @ -`, beginning with a letter or digit, at most 64.
    private func requirePlainLogin() throws(Failure) {
        let plain = login.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || "._@-".utf8.contains(byte)
        }
        guard plain, let first = login.utf8.first, !"._@-".utf8.contains(first),
            login.utf8.count <= 64
        else {
            throw .unreadable(
                Unreadable(
                    login,
                    expected: Phrase(
                        fr: "des minuscules, chiffres et . _ @ -, 64 au plus",
                        en: "small letters, digits and . _ @ -, 64 at most"
                    )
                )
            )
        }
    }
}
