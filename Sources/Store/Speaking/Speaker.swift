public import Postgres

/// For which organisation, and as which person, a transaction speaks.
public struct Speaker: Hashable, Sendable {
    public let organisation: Int32
    public let person: Int64

    public init(organisation: Int32, person: Int64) {
        self.organisation = organisation
        self.person = person
    }

    /// Makes a transaction speak as this person: travels in the round trip of its first statement.
    ///
    /// Plain for reading; signed for writing and for everything of the social services. The signature binds organisation,
    /// person and expiry, not the backend, which poolers change.
    ///
    /// `key` is nil for a question on the main login, which trusts the plain setting. The claims hold for an hour from
    /// `now`, in seconds since 1970.
    public func prologue(key: SigningKey?, now: Int64) -> [Query] {
        let organisation = String(self.organisation)
        guard let key else {
            return ["SELECT set_config('moulin.org', \(organisation), true)"]
        }
        let claims = "\(organisation):\(person):-:\(now + 3_600)"
        let signature = Digest.hex(Digest.hmac(Array(claims.utf8), key: key.bytes))
        return [
            """
            SELECT set_config('moulin.org', \(organisation), true), set_config('moulin.claims', \(claims), true),
                   set_config('moulin.signature', \(signature), true)
            """
        ]
    }
}

/// The secret under which the service signs who speaks.
///
/// The database holds it as two pads of HMAC-SHA-256, so that it verifies with its built-in hash alone.
public struct SigningKey: Sendable {
    public let bytes: [UInt8]

    /// A key of 32 to 64 bytes, which no block has to be folded for.
    public init?(_ bytes: [UInt8]) {
        guard (32...64).contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    private func pad(_ value: UInt8) -> [UInt8] {
        (bytes + [UInt8](repeating: 0, count: 64 - bytes.count)).map { $0 ^ value }
    }

    /// Writes the pads, as the owner.
    public func install(in db: isolated Connection) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO context.signing_key (inner_pad, outer_pad) VALUES (\(pad(0x36)), \(pad(0x5c)))
            ON CONFLICT ON CONSTRAINT one_signing_key DO UPDATE
               SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad
            """
        )
    }
}

extension SigningKey: CustomStringConvertible {
    public var description: String { "a signing key" }
}
