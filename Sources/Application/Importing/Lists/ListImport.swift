public import Domain
public import Importing
public import Store

/// One run of a list that is not of devices.
public struct ListImport: Sendable {
    /// Imports the good rows and leaves the others to the file of rejects; otherwise one bad row refuses all.
    public let keepsGoing: Bool
    /// Does everything and undoes it.
    public let isRehearsal: Bool
    /// How the source writes its lists, where that is not found in the file.
    public let said: ListMapping
    /// Under which names that is looked up and kept.
    public let names: MappingNames
    /// What the list does not say itself.
    public let options: ListOptions
    /// Of the reasons in the file of rejects; nil for the person's own.
    public let language: Language?
    /// The sheet of a workbook; nil for the first that has the heading of such a list.
    public let sheet: String?

    public init(
        keepsGoing: Bool = false,
        isRehearsal: Bool = false,
        said: ListMapping = ListMapping(),
        names: MappingNames = MappingNames(),
        options: ListOptions = ListOptions(),
        language: Language? = nil,
        sheet: String? = nil
    ) {
        self.keepsGoing = keepsGoing
        self.isRehearsal = isRehearsal
        self.said = said
        self.names = names
        self.options = options
        self.language = language
        self.sheet = sheet
    }

    /// In bytes.
    public static let largestFile = 64 << 20

    /// Such lists are held in memory while they are taken: a row of eight short cells is three quarters of a kilobyte.
    public static let mostRows = 200_000
}

extension Application {
    /// Imports a list of a kind as one transaction: everything, or nothing.
    ///
    /// `path` is a file's, or a dash for standard input. `rejects` receives the rows that were not taken, in the file's own form
    /// with their reasons.
    ///
    /// - Throws: `.refused` and `.unreadable` for the file as a whole; rows that are wrong are the outcome's business.
    public func importList<Kind: ListKind>(
        of _: Kind.Type,
        _ run: ListImport,
        from path: String,
        as speaker: Speaker,
        rejects: @Sendable ([UInt8]) -> Void = { _ in }
    ) async throws(Failure) -> ImportOutcome {
        let reference = lists()
        let mapping = try await mapping(
            run.said,
            run.names,
            of: Kind.form.subject,
            on: Kind.side,
            Kind.permission,
            isRehearsal: run.isRehearsal,
            isKnown: { $0.choices(of: Kind.Field.self) != nil },
            as: speaker
        )
        guard let choices = mapping.choices(of: Kind.Field.self) else {
            throw .unreadable(ListImport.words(ColumnRole<Kind.Field>.words))
        }
        let outcome = try await lease(Kind.side) { (db) throws(Failure) -> ImportOutcome in
            let list = try ListSource.opening(path, sheet: run.sheet) {
                (sample, isWhole, container) throws(FileRefusal) in
                try ListPlan(
                    Kind.form,
                    sample: sample,
                    isWhole: isWhole,
                    of: container,
                    reference: reference,
                    choices: choices
                )
            }
            guard list.source.size <= ListImport.largestFile else {
                throw .unreadable(ListImport.tooLarge(list.source.name))
            }
            return try ListTransaction<Kind>(
                application: self,
                run: run,
                plan: list.plan,
                speaker: speaker
            )
            .perform(list.source, in: db, rejects: rejects)
        }
        observe(.performed("import-\(Kind.name)", .zero, rehearsed: run.isRehearsal))
        return outcome
    }

    /// The same of a list that came over the network; its bytes stand in a file of their own while it runs, and nowhere after.
    public func importList<Kind: ListKind>(
        of kind: Kind.Type,
        _ run: ListImport,
        uploaded bytes: [UInt8],
        named name: String,
        as speaker: Speaker,
        rejects: @Sendable ([UInt8]) -> Void = { _ in }
    ) async throws(Failure) -> ImportOutcome {
        let file = try UploadedFile(bytes, name)
        defer { file.remove() }
        return try await importList(
            of: kind,
            run,
            from: file.path,
            as: speaker,
            rejects: rejects
        )
    }
}

extension ListImport {
    fileprivate static func words(_ roles: [String]) -> Unreadable {
        let fields = roles.joined(separator: ", ")
        return Unreadable(
            "--column, --charset, --dates",
            expected: Phrase(
                fr: "pour chaque colonne un de : \(fields) ; codage : \(DeviceImport.charsets) ; "
                    + "dates : \(DeviceImport.dateOrders)",
                en: "for each column one of: \(fields); charset: \(DeviceImport.charsets); "
                    + "dates: \(DeviceImport.dateOrders)"
            )
        )
    }

    static func tooManyRows(_ limit: Int) -> Unreadable {
        Unreadable(
            "> \(limit)",
            expected: Phrase(
                fr: "une liste de \(limit) lignes au plus ; la partager en plusieurs fichiers",
                en: "a list of \(limit) rows at most; split it into several files"
            )
        )
    }

    fileprivate static func tooLarge(_ name: String) -> Unreadable {
        let limit = largestFile >> 20
        return Unreadable(
            name,
            expected: Phrase(
                fr: "une liste de \(limit) Mio au plus",
                en: "a list of \(limit) MiB at most"
            )
        )
    }
}
