public import Domain
public import Importing
public import Postgres
import Store

/// A list of the staff: logins, names, and the roles that each is given.
///
/// No list carries a password: people choose theirs by a link. Roles that a list does not name are not taken away.
public struct PeopleList: ListKind {
    public enum Field: String, ListField {
        case login, name, email, roles, language, password
        case familyName = "family_name"
        case givenName = "given_name"
    }

    public static let form = ListForm<Field>(
        .people,
        demands: [[.login], [.email]],
        secrets: [.password]
    )
    public static let whyNotUndone = Phrase(
        fr:
            "l'historique nomme ces personnes dès leur premier acte ; mettre fin à leurs rôles (moulin user end-role)",
        en:
            "the history names these people from their first act; end their roles (moulin user end-role)"
    )

    public static let summary = Phrase(
        fr: "importe une liste de personnes de l'équipe",
        en: "imports a list of members of the staff"
    )
    public static let command: any Command.Type = AddPerson.self
    public static let options: [FieldDescription] = [
        .optional(
            "invite",
            "boolean",
            fr: "envoie à chaque nouvelle personne le lien pour choisir son mot de passe",
            en: "mails each new person the link for choosing a password"
        )
    ]

    private let invites: Bool

    public static func opened(
        _ options: ListOptions,
        _ circumstances: Circumstances
    ) throws(Failure) -> PeopleList {
        PeopleList(invites: options.isTrue("invite"))
    }

    public func take(
        _ rows: inout [ListRow<Field>],
        after met: Set<String>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowFate<String>? {
        guard let said = ListedPerson(&rows[0]) else { return nil }
        guard !met.contains(said.login) else {
            rows[0].fail(said.loginField, .repeated)
            return nil
        }
        let speaker = circumstances.speaker
        let known = try Failure.running { () throws(PostgresError) in
            try RoleStore.held(by: said.login, speaker, in: db)
        }
        let verdict: RowVerdict?
        if let known {
            verdict = try update(known, by: said, &rows[0], in: db, circumstances)
        } else {
            verdict = try add(said, &rows[0], in: db, circumstances)
        }
        return verdict.map { RowFate($0, of: said.login) }
    }

    private func add(
        _ said: ListedPerson,
        _ row: inout ListRow<Field>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowVerdict? {
        guard let name = said.name else {
            row.fail(.name, .missing)
            return nil
        }
        if invites, said.email == nil {
            row.fail(.email, .missing)
            return nil
        }
        let adding = AddPerson(
            login: said.login,
            fullName: name,
            language: said.language,
            email: said.email
        )
        _ = try circumstances.perform(adding, in: db)
        for role in said.roles {
            _ = try circumstances.perform(GrantRole(login: said.login, role: role), in: db)
        }
        if invites { _ = try circumstances.perform(MailInvitation(login: said.login), in: db) }
        return .create
    }

    private func update(
        _ known: RoleStore.Held,
        by said: ListedPerson,
        _ row: inout ListRow<Field>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowVerdict {
        let missing = said.roles.filter { !known.roles.contains($0.rawValue) }
        for role in missing {
            _ = try circumstances.perform(GrantRole(login: said.login, role: role), in: db)
        }
        if let name = said.name,
            FoldedText(name).words.sorted() != FoldedText(known.name).words.sorted()
        {
            row.note(.otherName(said.login, known.name))
        }
        return missing.isEmpty ? .same : .update
    }
}

/// What a row says of a person.
struct ListedPerson {
    let login: String
    /// Where the login was read: an address of mail is one.
    let loginField: PeopleList.Field
    let name: String?
    let email: String?
    let roles: [Role]
    let language: Language?

    /// Nil when the row says what is wrong with it.
    init?(_ row: inout ListRow<PeopleList.Field>) {
        if row.says(.password) { row.fail(.password, .passwordInFile) }
        email = row.email(.email)
        let own = row.text(.login)?.lowercased()
        loginField = own == nil && row.says(.email) ? .email : .login
        login = own ?? email ?? ""
        if login.isEmpty, row.errors.isEmpty { row.fail(.login, .missing) }
        let parts = [row.text(.givenName), row.text(.familyName)].compactMap { $0 }
        name = row.text(.name) ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
        roles = row.words(.roles, Role.self)
        language = row.listed(.language) { Language(rawValue: $0) != nil }
            .flatMap(Language.init(rawValue:))
        guard row.errors.isEmpty else { return nil }
    }
}

extension Phrase {
    fileprivate static func otherName(_ login: String, _ name: String) -> Phrase {
        Phrase(
            fr: "\(login) s'appelle ici « \(name) » ; une liste ne change pas les noms",
            en: "\(login) is called \"\(name)\" here; a list changes no names"
        )
    }
}

extension Problem {
    fileprivate static let passwordInFile = Problem.expected(
        "password_in_file",
        Phrase(
            fr: "aucun mot de passe ne s'importe ; vider la colonne, chacun choisira le sien",
            en: "no password is imported; empty the column, everyone chooses their own"
        )
    )
}
