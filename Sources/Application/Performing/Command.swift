public import Domain
import Importing
public import Postgres
public import Store

/// Which of the two logins a command or question speaks through; they can never become each other.
public enum Side: String, Sendable, CaseIterable {
    /// Workshop, counter, donors.
    case main
    /// The families' files.
    case social

    /// Where its answers are kept under their keys.
    var shelf: AnswerShelf {
        switch self {
        case .main: .main
        case .social: .social
        }
    }
}

/// Who may do something: anyone who holds one of these roles at that moment.
public struct Permission: Hashable, Sendable {
    public let roles: Set<Role>

    public init(_ roles: Role...) {
        self.roles = Set(roles)
    }

    public init(roles: some Sequence<Role>) {
        self.roles = Set(roles)
    }
}

/// Something that changes the house, as a value that every door builds.
///
/// The JSON form is the form of the API and of a batch line: the same names everywhere.
public protocol Command: Sendable, Codable {
    associatedtype Outcome: Sendable, Codable

    /// The word for it, such as `record-wipe`: URL, batch line, record of events.
    static var name: String { get }
    static var summary: Phrase { get }
    static var side: Side { get }
    /// Who may do any of these; a command may ask for more by `permission(on:)`.
    static var permission: Permission { get }

    /// True when the outcome is a secret told once: it is not kept under the key, and a second try makes another.
    static var tellsSecret: Bool { get }

    /// Who may do this one.
    func permission(on map: LifecycleMap) -> Permission

    /// The device that it is about, so that a refusal can say where the device stands.
    var subject: DeviceReference? { get }

    /// What it changes that others may have open meanwhile; nil for a device, which `subject` names, and for what nobody edits.
    static var concern: Concern? { get }

    /// True for what writes over what stands: a program says on which version it relies, or that any will do.
    static var overwrites: Bool { get }

    /// Does it, within a transaction.
    ///
    /// The body cannot suspend, so no transaction waits on anything but PostgreSQL.
    func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome
}

extension Command {
    public static var side: Side { .main }
    public static var tellsSecret: Bool { false }
    public var subject: DeviceReference? { nil }
    public static var concern: Concern? { nil }
    public static var overwrites: Bool { false }

    public func permission(on map: LifecycleMap) -> Permission { Self.permission }
}

/// A command whose refusal for want of rights is itself written down, in a transaction of its own.
protocol LeavesTrace: Command {
    /// Writes down that somebody without the right tried.
    func noteTrespass(
        by speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError)
}

/// Something that is read.
///
/// Runs in a transaction that cannot write.
public protocol Question: Sendable, Codable {
    associatedtype Answer: Sendable, Encodable

    static var name: String { get }
    static var summary: Phrase { get }
    static var side: Side { get }
    static var permission: Permission { get }
    /// One snapshot for all that it reads, unless it has to see what was committed between two of its statements.
    static var mode: TransactionMode { get }
    /// What its answer shows that others may change meanwhile; nil for lists and figures.
    static var concern: Concern? { get }

    func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer
}

extension Question {
    public static var side: Side { .main }
    public static var mode: TransactionMode { .snapshot }
    public static var concern: Concern? { nil }
}

/// All that a command may depend on besides its own fields: no hidden inputs.
public struct Circumstances: Sendable {
    public let speaker: Speaker
    public let person: Person
    /// The database's clock when the transaction began to work.
    public let instant: Timestamp
    /// The day it is then where the organisation is.
    public let today: Day
    public let map: LifecycleMap
    let blockedSteps: BlockedSteps
    public let organisation: Organisation
    /// Keys that never enter the database.
    public let secrets: Secrets
    /// What the world calls things, read when it is asked for.
    let lists: @Sendable () -> ImportReference
    /// For the one command that does another: an approval.
    let performance: Performance
}

/// Keys that the service holds and the database does not, or holds in another form.
public struct Secrets: Sendable {
    /// Signs who speaks.
    public let signing: SigningKey
    /// Under which adults of households are known (rulebook 2.6).
    public let household: [UInt8]
    /// Under which second factors are sealed: 32 bytes.
    public let factor: [UInt8]

    public init(signing: SigningKey, household: [UInt8], factor: [UInt8]) {
        self.signing = signing
        self.household = household
        self.factor = factor
    }
}
