public import Domain
public import Postgres
import Store

/// Everything that is held about a subject, for that person to read.
public struct SubjectExport: Codable, Sendable, Hashable {
    public let exportedOn: Day
    public let held: PersonalData
    /// How long what kind of data stays.
    public let clocks: [String: Phrase]

    private enum CodingKeys: String, CodingKey {
        case held, clocks
        case exportedOn = "exported_on"
    }

    init(_ json: String, on day: Day) {
        exportedOn = day
        held = PersonalData(json: json)
        let laws = RetentionClock.allCases.map { ($0.rawValue, $0.law) }
        clocks = Dictionary(laws) { first, _ in first }
    }
}

/// The whole file of a household, its incomes included; every application of it is recorded as looked at.
public struct ExportHousehold: Command {
    public static let name = "export-household"
    public static let summary = Phrase(
        fr: "remet à un foyer tout ce qui est gardé de lui",
        en: "hands a household all that is held about it"
    )
    public static let side = Side.social
    public static let permission = Permission(.dpo)

    public let household: Int64

    public init(household: Int64) {
        self.household = household
    }

    /// - Throws: `unknown_household`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> SubjectExport {
        let json = try Failure.running { () throws(PostgresError) -> String? in
            let speaker = circumstances.speaker
            try SubjectStore.logExport(of: household, why: Self.name, speaker, in: db)
            return try SubjectStore.household(household, in: db)
        }
        guard let json else {
            throw .refused(Refusal(.unknownHousehold, ["household": .number(Int(household))]))
        }
        return SubjectExport(json, on: circumstances.today)
    }
}

/// A donor, with contacts, consents, gifts and the numbers of their papers.
public struct ExportDonor: Command {
    public static let name = "export-donor"
    public static let summary = Phrase(
        fr: "remet à un donateur tout ce qui est gardé de lui",
        en: "hands a donor all that is held about them"
    )
    public static let permission = Permission(.dpo)

    public let donor: Int64

    public init(donor: Int64) {
        self.donor = donor
    }

    /// - Throws: `unknown_donor`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> SubjectExport {
        let json = try Failure.running { () throws(PostgresError) in
            try SubjectStore.donor(donor, circumstances.speaker, in: db)
        }
        guard let json else {
            throw .refused(Refusal(.unknownDonor, ["donor": .number(Int(donor))]))
        }
        return SubjectExport(json, on: circumstances.today)
    }
}

/// A member of staff: who they are, roles, sessions, how much they did.
public struct ExportPerson: Command {
    public static let name = "export-person"
    public static let summary = Phrase(
        fr: "remet à un membre de l'équipe tout ce qui est gardé de lui",
        en: "hands a member of staff all that is held about them"
    )
    public static let permission = Permission(.dpo)

    public let login: String

    public init(login: String) {
        self.login = login
    }

    /// - Throws: `unknown_person`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> SubjectExport {
        let json = try Failure.running { () throws(PostgresError) in
            try SubjectStore.person(login, in: db)
        }
        return SubjectExport(json, on: circumstances.today)
    }
}
