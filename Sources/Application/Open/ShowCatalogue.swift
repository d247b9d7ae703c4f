public import Domain
public import Postgres
import Store

/// What stands on the shelf and is free, as families see it.
public struct ShowCatalogue: Question {
    public static let name = "catalogue"
    public static let summary = Phrase(
        fr: "montre ce qui est en rayon, comme les familles le voient",
        en: "shows what is on the shelf, as families see it"
    )
    public static let permission = Permission(roles: Role.allCases)

    public let kind: DeviceType?
    /// `next` of the page before.
    public let after: Int64?
    /// At most 200; 50 when it is nil.
    public let limit: Int?

    public init(kind: DeviceType? = nil, after: Int64? = nil, limit: Int? = nil) {
        self.kind = kind
        self.after = after
        self.limit = limit
    }

    /// A machine on the shelf: no serial number, and nothing of who gave it.
    public struct Line: Codable, Sendable, Hashable {
        public let device: String
        public let kind: DeviceType
        /// Maker and model.
        public let name: String
        public let grade: Grade?
        public let processor: String?
        public let memoryMB: Int32?
        public let storageGB: Int32?
        public let storageKind: MediaKind?
        public let system: String?
        /// The least and the most that it costs, by the brackets of vouchers.
        public let fromCents: Int64
        public let toCents: Int64

        enum CodingKeys: String, CodingKey {
            case device, kind, name, grade, processor, system
            case memoryMB = "memory_mb"
            case storageGB = "storage_gb"
            case storageKind = "storage_kind"
            case fromCents = "from_cents"
            case toCents = "to_cents"
        }

        init(_ machine: ShelfStore.Machine) {
            device = DeviceReference(number: machine.number).text
            kind = machine.kind
            name = [machine.maker, machine.model].compactMap(\.self).joined(separator: " ")
            grade = machine.grade
            processor = machine.processor
            memoryMB = machine.memoryMB
            storageGB = machine.storageGB
            storageKind = machine.storageKind
            system = machine.system
            fromCents = machine.fromCents
            toCents = machine.toCents
        }

        /// What it is good for and what is in it, in words for everybody.
        public var words: [Phrase] {
            var words: [Phrase] = []
            if let use = PlainWords.use(of: kind, memoryMB: memoryMB) { words.append(use) }
            if let memoryMB { words.append(PlainWords.memory(memoryMB)) }
            if let storageGB { words.append(PlainWords.storage(storageGB, kind: storageKind)) }
            for text in [processor, system].compactMap(\.self) {
                words.append(Phrase(fr: text, en: text))
            }
            return words
        }
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [Line]
        public let next: Int64?

        init(_ machines: [ShelfStore.Machine], limit: Int) {
            rows = machines.map { Line($0) }
            next = machines.count == limit ? machines.last?.number : nil
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let limit = PageLimit.of(limit)
        return try Failure.running { () throws(PostgresError) in
            Answer(
                try ShelfStore.machines(kind, after: after ?? 0, limit: Int32(limit), in: db),
                limit: limit
            )
        }
    }
}
