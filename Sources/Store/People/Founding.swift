public import Domain
public import Postgres

/// How an organisation begins: its row, its accounts, and the first people with their roles.
///
/// Runs as the owner of the database, once; everything later is a command.
public struct Founding: Sendable {
    /// Somebody of the first hour.
    public struct Founder: Sendable {
        public let login: String
        public let name: String
        public let language: Language
        public let roles: [Role]

        public init(login: String, name: String, language: Language = .fr, roles: [Role]) {
            self.login = login
            self.name = name
            self.language = language
            self.roles = roles
        }
    }

    public let organisation: Int32
    public let name: String
    /// Lines of the postal address.
    public let address: [String]
    public let siren: String?
    public let object: String?
    public let founders: [Founder]

    public init(
        organisation: Int32,
        name: String,
        address: [String] = [],
        siren: String? = nil,
        object: String? = nil,
        founders: [Founder]
    ) {
        self.organisation = organisation
        self.name = name
        self.address = address
        self.siren = siren
        self.object = object
        self.founders = founders
    }

    /// Founds, unless the organisation exists.
    ///
    /// - Returns: False when it existed, and nothing was changed.
    public func found(
        in db: isolated Connection,
        key: SigningKey,
        now: Int64
    ) throws(PostgresError) -> Bool {
        let speaker = Speaker(organisation: organisation, person: 0)
        return try db.transaction(.readWrite, prologue: speaker.prologue(key: key, now: now)) {
            (db) throws(PostgresError) -> Bool in
            let added = try db.execute(
                """
                INSERT INTO core.organisation (org_id, name, address, siren, object, legal_form, receipt_authorisation,
                    receipt_category, signer, signer_title)
                VALUES (\(organisation), \(name), \(address), \(siren), \(object), 'association loi 1901', 'self_assessed',
                    'œuvre ou organisme d''intérêt général', \(founders.first?.name), 'présidente')
                ON CONFLICT ON CONSTRAINT organisation_key DO NOTHING
                """
            )
            guard added == 1 else { return false }
            try openAccounts(in: db)
            for founder in founders { try add(founder, in: db) }
            return true
        }
    }

    private func openAccounts(in db: isolated Connection) throws(PostgresError) {
        let accounts = ["sales"] + PaymentMethod.allCases.map(\.rawValue)
        try db.execute(
            """
            INSERT INTO core.account (org_id, account) SELECT \(organisation), unnest(\(accounts)::text[])
            """
        )
    }

    private func add(_ founder: Founder, in db: isolated Connection) throws(PostgresError) {
        let row = try db.row(
            """
            INSERT INTO core.person (org_id, login, name, language)
            VALUES (\(organisation), \(founder.login), \(founder.name), \(founder.language.rawValue)) RETURNING person_id
            """
        )
        let person: Int64 = try row.decode("person_id")
        try db.execute(
            """
            INSERT INTO core.person_role (org_id, person_id, role)
            SELECT \(organisation), \(person), unnest(\(founder.roles.map(\.rawValue))::text[])
            """
        )
    }
}
