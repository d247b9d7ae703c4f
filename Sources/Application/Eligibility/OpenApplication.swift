import Domain
import Postgres
import Store

/// Finding an application that a command is about.
extension ApplicationStore {
    /// The application, locked.
    ///
    /// - Throws: `unknown_application`.
    static func found(
        _ number: Int64,
        in db: isolated Connection
    ) throws(Failure) -> Standing {
        let standing = try Failure.running { () throws(PostgresError) in
            try Self.standing(of: number, locking: true, in: db)
        }
        guard let standing else {
            throw .refused(Refusal(.unknownApplication, ["application": .number(Int(number))]))
        }
        return standing
    }

    /// The application, locked, which must not have ended.
    ///
    /// - Throws: `unknown_application`, `application_closed`.
    static func open(
        _ number: Int64,
        in db: isolated Connection
    ) throws(Failure) -> Standing {
        let standing = try found(number, in: db)
        guard standing.isOpen else { throw .refused(standing.closed) }
        return standing
    }
}

extension ApplicationStore.Standing {
    var isOpen: Bool {
        switch status {
        case .draft, .submitted, .incomplete, .appealed: true
        case .approved, .refused, .upheld, .reversed, .expired, .redeemed, .withdrawn: false
        }
    }

    var closed: Refusal {
        Refusal(
            .applicationClosed,
            ["application": .number(Int(number)), "status": .word(status)],
            next: status == .refused ? ["appeal", "enter-application"] : ["enter-application"]
        )
    }
}
