public import Postgres

/// For which organisation, and as which person, a transaction speaks.
public struct Speaker: Hashable, Sendable {
    /// Through what somebody came, which decides how far the word of the service goes.
    public enum Door: Hashable, Sendable {
        /// The owner of this machine, or the service itself.
        case owner
        /// A session, by the SHA-256 of its token.
        case session([UInt8])
        /// A program's key, by its number.
        case key(Int64)
        /// A shared bench: it reads for whoever opened it, and is never signed, so that no wall lets it write.
        case station([UInt8])
        /// Somebody who gave a PIN at a shared bench.
        case pin([UInt8])

        /// As the claims write it; the database reads the first letter.
        var word: String {
            switch self {
            case .owner: "-"
            case .session(let hash): "s" + Digest.hex(hash)
            case .key(let number): "k\(number)"
            case .station(let hash): "w" + Digest.hex(hash)
            case .pin(let hash): "p" + Digest.hex(hash)
            }
        }
    }

    public let organisation: Int32
    public let person: Int64
    public let door: Door

    public init(organisation: Int32, person: Int64, through door: Door = .owner) {
        self.organisation = organisation
        self.person = person
        self.door = door
    }

    /// True for a shared bench at which nobody has said who they are.
    public var isStation: Bool {
        if case .station = door { return true }
        return false
    }

    /// Makes a transaction speak as this person: travels in the round trip of its first statement.
    ///
    /// Plain for reading; signed for writing and for everything of the social services. The signature binds organisation,
    /// person, door and expiry, not the backend, which poolers change. A shared bench is never signed.
    ///
    /// `key` is nil for a question on the main login, which trusts the plain setting. The claims hold for an hour from
    /// `now`, in seconds since 1970.
    public func prologue(key: SigningKey?, now: Int64) -> [Query] {
        let organisation = String(self.organisation)
        guard let key, !isStation else {
            return ["SELECT set_config('moulin.org', \(organisation), true)"]
        }
        let claims = "\(organisation):\(person):\(door.word):\(now + 3_600)"
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
