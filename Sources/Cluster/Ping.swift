import CLibPQ

/// What a server answers to a first packet.
enum Ping: Sendable {
    /// It takes connections.
    case answering
    /// It lives, and is starting, recovering or shutting down.
    case refusing
    /// Nobody listens.
    case silent

    /// Asks the server behind a connection string.
    ///
    /// The string names the user and the database: without them libpq guesses, and every poll would leave
    /// a FATAL line in the server's log. Blocks for the time of one local round trip, and never for
    /// more than the string's `connect_timeout`.
    static func ask(_ conninfo: String) -> Ping {
        switch PQping(conninfo) {
        case PQPING_OK: .answering
        case PQPING_REJECT: .refusing
        default: .silent
        }
    }
}
