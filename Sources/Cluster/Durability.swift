/// What a commit means while the server runs.
public enum Durability: Sendable, Hashable {
    /// What was acknowledged survives a crash and a power cut.
    case full
    /// Nothing is flushed: for tests, whose data are made again in a moment.
    case none

    var serverArguments: [String] {
        switch self {
        case .full: []
        case .none:
            [
                "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
                "-c", "max_connections=800", "-c", "autovacuum=off",
            ]
        }
    }
}
