import Postgres

extension Failure {
    /// True when a commit was sent and nobody can say whether it is done.
    public var isUnknown: Bool {
        if case .database(let error) = self { return error.kind == .commitOutcomeUnknown }
        return false
    }

    /// True when the server is not there, does not answer in time, or has no room left.
    public var isServerGone: Bool {
        guard case .database(let error) = self else { return false }
        return error.isTransient
    }
}
