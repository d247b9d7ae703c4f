public import Domain

/// What a stranger says of a gift before it comes.
public struct AnnouncedGift: Codable, Sendable, Hashable {
    public struct Line: Codable, Sendable, Hashable {
        public var kind: DeviceType
        public var description: String?
        public var quantity: Int32

        public init(kind: DeviceType, description: String? = nil, quantity: Int32) {
            self.kind = kind
            self.description = description
            self.quantity = quantity
        }
    }

    /// nil for whoever stays anonymous.
    public var donorKind: DonorKind?
    public var name: String?
    public var email: String?
    public var phone: String?
    public var note: String?
    public var language: Language
    /// Whether we may write about this gift.
    public var consentsToMail: Bool
    public var lines: [Line]

    public init(
        donorKind: DonorKind?,
        name: String? = nil,
        email: String? = nil,
        phone: String? = nil,
        note: String? = nil,
        language: Language,
        consentsToMail: Bool = false,
        lines: [Line] = []
    ) {
        self.donorKind = donorKind
        self.name = name
        self.email = email
        self.phone = phone
        self.note = note
        self.language = language
        self.consentsToMail = consentsToMail
        self.lines = lines
    }

    /// The donor's own list, as it came.
    public struct List: Sendable, Hashable {
        public let name: String
        public let bytes: [UInt8]

        /// The name is kept without its path and without what no file system takes.
        public init(name: String, bytes: [UInt8]) {
            let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
            let plain = last.filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }
            self.name = plain.isEmpty ? "list" : String(plain.suffix(100))
            self.bytes = bytes
        }
    }

    /// The largest list that a stranger may leave, in bytes; the database says the same.
    public static let largestList = 5 << 20

    /// How many machines a line may announce; the database says the same.
    public static let quantities: ClosedRange<Int32> = 1...10_000

    /// How many lines a stranger may write; the database says the same.
    public static let mostLines = 50

    /// The words of the database's door.
    var json: String {
        var fields: [String: JSONValue] = [
            "donor_kind": .text(donorKind?.rawValue ?? "anonymous"),
            "language": .text(language.rawValue),
            "consents_to_mail": .truth(consentsToMail),
            "lines": .list(
                lines.map { line in
                    [
                        "kind": .text(line.kind.rawValue),
                        "quantity": .number(Int64(line.quantity)),
                        "description": line.description.map { .text($0) } ?? .null,
                    ]
                }
            ),
        ]
        for (field, text) in [("name", name), ("email", email), ("phone", phone), ("note", note)] {
            if let text { fields[field] = .text(text) }
        }
        return String(decoding: JSONValue.object(fields).bytes, as: UTF8.self)
    }
}
