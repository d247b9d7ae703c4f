import Domain
import Glibc
import Postgres
import Store
import Synchronization

/// Where whoever comes without an account is served.
///
/// Every act and answer goes through the login that sees no table, by doors made for strangers, in the name of the person
/// `moulin.public`: what is not a method here cannot be done without signing in.
public final class OpenDesk: Sendable {
    let application: Application
    let organisation: Int32
    let drawer: DocumentDrawer
    private let person = Mutex<Int64?>(nil)

    public init(_ application: Application, organisation: Int32, drawer: DocumentDrawer) {
        self.application = application
        self.organisation = organisation
        self.drawer = drawer
    }

    /// Runs one transaction as the public.
    func act<R: Sendable>(
        _ body: @Sendable (isolated Connection) throws(PostgresError) -> R
    ) async throws(Failure) -> R {
        let known = person.withLock { $0 }
        let number: Int64
        if let known {
            number = known
        } else {
            number = try await transaction(as: 0) { (db) throws(PostgresError) -> Int64 in
                try OpenStore.person(in: db)
            }
            person.withLock { $0 = number }
        }
        return try await transaction(as: number, body)
    }

    private func transaction<R: Sendable>(
        as person: Int64,
        _ body: @Sendable (isolated Connection) throws(PostgresError) -> R
    ) async throws(Failure) -> R {
        let prologue = Speaker(organisation: organisation, person: person).prologue(
            key: application.secrets.signing,
            now: secondsSince1970()
        )
        guard let pool = application.everybody else {
            throw .refused(Refusal(.servedElsewhere, ["side": .text(Side.main.rawValue)]))
        }
        return try await pool.lease {
            (db: isolated Connection) async throws(Failure) -> R in
            try Failure.running { () throws(PostgresError) in
                try db.transaction(.readWrite, prologue: prologue, body)
            }
        }
    }

    /// The bucket in which tries of this address are counted; of IPv6 the network counts, which one caller has whole.
    ///
    /// Keyed, so that the database learns no address from it.
    func bucket(of address: String) -> Int32 {
        var network = [UInt8](repeating: 0, count: 16)
        let plain = String(address.prefix { $0 != "%" })
        let isLong = inet_pton(AF_INET6, plain, &network) == 1
        let named = isLong ? Array(network.prefix(8)) : Array(address.utf8)
        let key = application.secrets.signing.bytes
        let hash = Digest.hmac(Array("caller".utf8) + named, key: key)
        return Int32(hash[0]) << 8 | Int32(hash[1])
    }
}

extension OpenDesk {
    /// Whether a printed code is of a paper of the house, and whether it still stands.
    ///
    /// - Throws: `.unreadable` for a code that was mistyped; `unknown_document`, `too_many_attempts`.
    public func verify(
        _ code: String,
        from address: String
    ) async throws(Failure) -> VerifyDocument.Answer {
        let question = VerifyDocument(code: code)
        let text = try question.printed
        let caller = bucket(of: address)
        let found = try await act { (db) throws(PostgresError) in
            try OpenStore.verify(text, caller: caller, in: db)
        }
        guard let found else { throw question.unknown }
        return VerifyDocument.Answer(found)
    }
}
