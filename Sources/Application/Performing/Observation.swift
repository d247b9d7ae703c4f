/// Everything worth knowing while the service runs; logs and metrics are interpretations of it.
///
/// Carries names of commands and rules, never data of people.
public enum Observation: Sendable {
    case performed(String, Duration, rehearsed: Bool)
    case asked(String, Duration)
    case failed(String, Failure)
    /// A command that PostgreSQL undid so that another could go on, and that is done again.
    case gaveWay(String)
}
