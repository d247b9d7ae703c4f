public import Domain
public import Importing
import Postgres
public import Store

/// One run of a list of devices into a donation.
public struct DeviceImport: Sendable {
    public static let name = "import-devices"
    public static let permission = Permission(.intake)

    public let donation: Int64
    /// `receive` for machines that stand here, `announce` for a donor's list of what will come.
    public let step: String
    /// The kind of machines whose row does not say it.
    public let defaultKind: DeviceType?
    /// Imports the good rows and leaves the others to the file of rejects; otherwise one bad row refuses all.
    public let keepsGoing: Bool
    /// Does everything and undoes it.
    public let isRehearsal: Bool
    public let choices: DeviceListPlan.Choices
    /// Of the reasons in the file of rejects; nil for the person's own.
    public let language: Language?
    /// The sheet of a workbook; nil for the first that has the heading of a list.
    public let sheet: String?

    public init(
        donation: Int64,
        step: String = "receive",
        defaultKind: DeviceType? = nil,
        keepsGoing: Bool = false,
        isRehearsal: Bool = false,
        choices: DeviceListPlan.Choices = DeviceListPlan.Choices(),
        language: Language? = nil,
        sheet: String? = nil
    ) {
        self.donation = donation
        self.step = step
        self.defaultKind = defaultKind
        self.keepsGoing = keepsGoing
        self.isRehearsal = isRehearsal
        self.choices = choices
        self.language = language
        self.sheet = sheet
    }

    public typealias Ending = ImportEnding
    public typealias Outcome = ImportOutcome
}

extension Application {
    /// Imports a list of devices as one transaction: everything, or nothing.
    ///
    /// `path` is a file's, or a dash for standard input. `progress` hears how many bytes of the file were read, some times a second; `rejects` receives the rows that were not
    /// taken, in the file's own form with their reasons.
    ///
    /// - Throws: `.refused` and `.unreadable` for the file as a whole; rows that are wrong are the outcome's business.
    public func importDevices(
        _ run: DeviceImport,
        from path: String,
        as speaker: Speaker,
        reference: ImportReference,
        progress: @Sendable (Int) -> Void = { _ in },
        rejects: @Sendable ([UInt8]) -> Void = { _ in }
    ) async throws(Failure) -> DeviceImport.Outcome {
        let outcome = try await lease(.main) { (db) throws(Failure) -> DeviceImport.Outcome in
            let list = try ListSource.ofDevices(path, sheet: run.sheet, reference, run.choices)
            return try ImportTransaction(
                application: self,
                run: run,
                plan: list.plan,
                speaker: speaker
            )
            .perform(list.source, in: db, progress: progress, rejects: rejects)
        }
        observe(.performed(DeviceImport.name, .zero, rehearsed: run.isRehearsal))
        return outcome
    }
}
