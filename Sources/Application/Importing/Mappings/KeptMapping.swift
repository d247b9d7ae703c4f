import Domain
import FoundationEssentials
public import Importing
import Postgres
public import Store

/// The names under which it is kept how a source writes its lists.
public struct MappingNames: Sendable, Hashable {
    /// What was kept under this name completes what is said.
    public let read: String?
    /// What is said is kept under this name.
    public let kept: String?

    public init(read: String? = nil, kept: String? = nil) {
        self.read = read
        self.kept = kept
    }
}

/// What is kept of how sources write their lists of one kind, each side's on its own.
struct KeptMapping {
    private let shelf: ImportMappingStore.Shelf

    init(list: ListSubject, on side: Side = .main) {
        shelf = side == .main ? .main(list.rawValue) : .social(list.rawValue)
    }

    /// - Throws: `.unreadable`, with the names that are known, for one that is not.
    func read(
        _ name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(Failure) -> ListMapping {
        let json = try Failure.running { () throws(PostgresError) in
            try ImportMappingStore.mapping(name, on: shelf, speaker, in: db)
        }
        if let json, let kept = try? JSONDecoder().decode(ListMapping.self, from: Data(json.utf8)) {
            return kept
        }
        let known = try Failure.running { () throws(PostgresError) in
            try ImportMappingStore.names(on: shelf, limit: 50, speaker, in: db)
        }
        let names = known.joined(separator: ", ")
        throw .unreadable(
            Unreadable(
                name,
                expected: Phrase(
                    fr: known.isEmpty
                        ? "le nom d'une source qui a été retenue" : "un de : \(names)",
                    en: known.isEmpty ? "the name of a source that was kept" : "one of: \(names)"
                )
            )
        )
    }

    func keep(
        _ mapping: ListMapping,
        as name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(Failure) {
        try Failure.running { () throws(PostgresError) in
            try ImportMappingStore.save(mapping, on: shelf, as: name, for: speaker, in: db)
        }
    }
}

extension Application {
    /// What a person says of a list, completed by what was kept under a name, and kept under another name when that is asked;
    /// a rehearsal keeps nothing.
    ///
    /// `isKnown` says whether all its words are; a mapping with others is not kept.
    ///
    /// - Throws: `.unreadable` for a name that is not known.
    func mapping(
        _ said: ListMapping,
        _ names: MappingNames,
        of list: ListSubject,
        on side: Side,
        _ permission: Permission,
        isRehearsal: Bool,
        isKnown: @Sendable (ListMapping) -> Bool,
        as speaker: Speaker
    ) async throws(Failure) -> ListMapping {
        guard names.read != nil || names.kept != nil else { return said }
        return try await lease(side) { (db) throws(Failure) -> ListMapping in
            try RunTransaction(
                application: self,
                speaker: speaker,
                isRehearsal: isRehearsal,
                side: side
            )
            .perform(permission, in: db) { (db, circumstances) throws(Failure) in
                let kept = KeptMapping(list: list, on: side)
                var mapping = said
                if let name = names.read {
                    mapping = said.completed(
                        by: try kept.read(name, circumstances.speaker, in: db)
                    )
                }
                if let name = names.kept, isKnown(mapping) {
                    try kept.keep(mapping, as: name, circumstances.speaker, in: db)
                }
                return RunTransaction.Ended(mapping, isKept: true)
            }
        }
    }

    /// The same of a list of devices, as choices.
    ///
    /// - Throws: `.unreadable` for a word or a name that is not known.
    public func choices(
        _ said: ListMapping,
        _ names: MappingNames,
        isRehearsal: Bool = false,
        as speaker: Speaker
    ) async throws(Failure) -> DeviceListPlan.Choices {
        let mapping = try await mapping(
            said,
            names,
            of: .devices,
            on: .main,
            DeviceImport.permission,
            isRehearsal: isRehearsal,
            isKnown: { $0.choices != nil },
            as: speaker
        )
        guard let choices = mapping.choices else { throw .unreadable(.mappingWords(mapping)) }
        return choices
    }
}

extension Unreadable {
    fileprivate static func mappingWords(_ mapping: ListMapping) -> Unreadable {
        Unreadable(
            mapping.columns.values.sorted().joined(separator: ", "),
            expected: Phrase(
                fr: "pour chaque colonne un de : \(ListMapping.roles) ; codage : "
                    + "\(DeviceImport.charsets) ; dates : \(DeviceImport.dateOrders)",
                en: "for each column one of: \(ListMapping.roles); charset: "
                    + "\(DeviceImport.charsets); dates: \(DeviceImport.dateOrders)"
            )
        )
    }
}
