public import Domain
public import Postgres
import Store

/// Puts an approved family on the waiting list for a kind that is not on the shelf.
public struct JoinWaitingList: Command {
    public static let name = "join-waiting-list"
    public static let summary = Phrase(
        fr: "inscrit une famille sur la liste d'attente",
        en: "puts a family on the waiting list"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64
    public let kind: DeviceType

    public init(application: Int64, kind: DeviceType) {
        self.application = application
        self.kind = kind
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        public let kind: DeviceType
        /// The place in the list, from 1.
        public let rank: Int
        public let waiting: Int
        /// Why it is this place.
        public let explanation: Phrase
    }

    /// - Throws: `unknown_application`, `application_not_approved`, `kind_not_allowed`, `waiting_already`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let standing = try ApplicationStore.found(application, in: db)
        let number = Fact.number(Int(application))
        guard [.approved, .reversed, .redeemed].contains(standing.status) else {
            throw .refused(
                Refusal(
                    .applicationNotApproved,
                    ["application": number, "status": .word(standing.status)],
                    next: ["decide-application"]
                )
            )
        }
        guard standing.kinds.contains(kind) else {
            throw .refused(
                Refusal(
                    .kindNotAllowed,
                    [
                        "voucher": number, "kind": .word(kind), "allowed": .list(standing.kinds),
                    ]
                )
            )
        }
        do throws(Failure) {
            _ = try Failure.running { () throws(PostgresError) in
                try WaitingStore.join(
                    application: application,
                    kind: kind,
                    circumstances.speaker,
                    in: db
                )
            }
        } catch .refused(let refusal) where refusal.code == .waitingAlready {
            throw .refused(
                Refusal(
                    .waitingAlready,
                    ["application": number, "kind": .word(kind)],
                    next: ["waiting-list"]
                )
            )
        }
        return try outcome(in: db, circumstances)
    }

    private func outcome(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let (_, places) = try WaitingOrder.places(for: kind, in: db, circumstances)
        guard let place = places.first(where: { $0.applicant.application == application }) else {
            // The voucher ran out between the decision and this day.
            throw .refused(
                Refusal(
                    .voucherExpired,
                    ["voucher": .number(Int(application))],
                    next: ["renew-voucher"]
                )
            )
        }
        return Outcome(
            application: application,
            kind: kind,
            rank: place.rank,
            waiting: places.count,
            explanation: place.explanation
        )
    }
}

/// Takes a family off the waiting list.
public struct LeaveWaitingList: Command {
    public static let name = "leave-waiting-list"
    public static let summary = Phrase(
        fr: "retire une famille de la liste d'attente",
        en: "takes a family off the waiting list"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64
    public let kind: DeviceType

    public init(application: Int64, kind: DeviceType) {
        self.application = application
        self.kind = kind
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        public let kind: DeviceType
    }

    /// - Throws: `unknown_application`, `not_waiting`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        _ = try ApplicationStore.found(application, in: db)
        let left = try Failure.running { () throws(PostgresError) in
            try WaitingStore.leave(application: application, kind: kind, in: db)
        }
        guard left else {
            throw .refused(
                Refusal(
                    .notWaiting,
                    ["application": .number(Int(application)), "kind": .word(kind)],
                    next: ["waiting-list"]
                )
            )
        }
        return Outcome(application: application, kind: kind)
    }
}
