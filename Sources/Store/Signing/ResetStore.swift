public import Domain
public import Postgres

/// Links for choosing a password, that go by mail.
public enum ResetStore {
    /// To whom a letter goes.
    public struct Recipient: Hashable, Sendable {
        public let name: String
        public let email: String
        public let language: Language

        init?(_ row: Row) throws(PostgresError) {
            guard let email: String = try row.decode("email") else { return nil }
            self.email = email
            name = try row.decode("name")
            language = Language(rawValue: try row.decode("language")) ?? .fr
        }
    }

    /// Makes a link for whoever answers to the login or the address; nil when nobody does, or has no address.
    public static func begin(
        account: String,
        address: String,
        token: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) -> Recipient? {
        try Recipient(
            db.row(
                """
                SELECT name, email, language FROM core.begin_reset(\(account), \(address), \(Digest.sha256(token)))
                """
            )
        )
    }

    /// Where a person's letters go; nil without an address.
    public static func recipient(
        _ person: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Recipient? {
        try Recipient(db.row("SELECT name, email, language FROM core.mail_of(\(person))"))
    }
}
