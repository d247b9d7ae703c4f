public import Domain
import Glibc

/// The State's family-quotient interface, version 3, asked over a local relay that speaks TLS for us.
///
/// The token travels in a header and nowhere else. After a 429 nothing is asked until the pause is over, so that a burst of
/// families does not cost the habilitation. Questions go one after the other, on a thread of their own.
public actor ParticulierInterface: QuotientInterface {
    private let relay: LoopbackRelay
    private let token: String
    private let recipient: String
    private nonisolated let thread = WorkerThread()
    private var heldUntil: ContinuousClock.Instant?

    /// An interface behind `http://127.0.0.1:PORT`; nil for any other address, because the token must not leave the machine bare.
    public init?(relay address: String, token: String, recipient: String) {
        guard let relay = LoopbackRelay(address), !token.isEmpty, recipient.utf8.count == 14 else {
            return nil
        }
        self.relay = relay
        self.token = token
        self.recipient = recipient
    }

    /// What the environment configures; nil, which is off, unless all three are set.
    ///
    /// - `MOULIN_STATE_RELAY`: `http://127.0.0.1:PORT`, a relay such as stunnel in front of the interface.
    /// - `MOULIN_STATE_TOKEN`: the token of the habilitation, for the quotient alone.
    /// - `MOULIN_STATE_SIRET`: fourteen digits of the public body that holds it.
    public static func configured(by environment: [String: String]) -> ParticulierInterface? {
        guard let relay = environment["MOULIN_STATE_RELAY"],
            let token = environment["MOULIN_STATE_TOKEN"],
            let siret = environment["MOULIN_STATE_SIRET"]
        else { return nil }
        return ParticulierInterface(relay: relay, token: token, recipient: siret)
    }

    deinit {
        thread.stop()
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    public func quotient(
        of person: StateIdentity
    ) async throws(StateInterfaceFailure) -> StateQuotient {
        if let heldUntil, heldUntil > .now {
            throw .limited(seconds: Int((heldUntil - .now).components.seconds) + 1)
        }
        let question = ParticulierQuestion(person: person, recipient: recipient)
        let answer = try relay.get(question.path, token: token)
        do throws(StateInterfaceFailure) {
            return try answer.quotient()
        } catch {
            if case .limited(let seconds) = error { heldUntil = .now + .seconds(seconds) }
            throw error
        }
    }
}
