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
    /// nil: the organisation may not issue tax receipts, or has not said that it may.
    public let receipts: ReceiptIssuing?

    public init(
        organisation: Int32,
        name: String,
        address: [String] = [],
        siren: String? = nil,
        object: String? = nil,
        founders: [Founder],
        receipts: ReceiptIssuing? = nil
    ) {
        self.organisation = organisation
        self.name = name
        self.address = address
        self.siren = siren
        self.object = object
        self.founders = founders
        self.receipts = receipts
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
                VALUES (\(organisation), \(name), \(address), \(siren), \(object), \(receipts?.legalForm),
                    \(receipts == nil ? "none" : "self_assessed"), \(receipts?.category), \(receipts?.signer),
                    \(receipts?.signerTitle))
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

/// What an organisation says of itself when it issues tax receipts on its own assessment.
public struct ReceiptIssuing: Sendable {
    public let legalForm: String
    /// The category that the form's box names.
    public let category: String
    public let signer: String
    public let signerTitle: String

    public init(legalForm: String, category: String, signer: String, signerTitle: String) {
        self.legalForm = legalForm
        self.category = category
        self.signer = signer
        self.signerTitle = signerTitle
    }

    /// An association of general interest, as in the demonstration.
    public static func association(signer: String, title: String) -> ReceiptIssuing {
        ReceiptIssuing(
            legalForm: "association loi 1901",
            category: "œuvre ou organisme d'intérêt général",
            signer: signer,
            signerTitle: title
        )
    }
}
