import Domain
import Postgres
import Store

/// A device as a person names it: the code on its label, its number, or its serial number.
public struct DeviceReference: Hashable, Sendable, Codable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(number: Int64) {
        text = (try? LabelCode(device: number).description) ?? String(number)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // A number typed without quotes is the device's number all the same.
        if let number = try? container.decode(Int64.self) {
            text = String(number)
        } else {
            text = try container.decode(String.self)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var description: String { text }

    /// The number, when the text is a label's code or a plain number; nil when only the database can tell.
    var number: Int64? {
        if let code = try? LabelCode(reading: text, as: .device) { return code.deviceNumber }
        return Int64(text)
    }

    /// The number of the device that the person meant.
    ///
    /// A label wins over a serial number. A serial number that two machines carry is refused with both labels. The label of a
    /// record that was merged into another means that other, unless it is not `following`.
    ///
    /// - Throws: `unknown_device`, `ambiguous_device`.
    func resolve(
        in db: isolated Connection,
        _ speaker: Speaker,
        following: Bool = true
    ) throws(Failure) -> Int64 {
        if let number {
            guard following else { return number }
            return try Failure.running { () throws(PostgresError) in
                try MergeStore.survivors(of: [number], speaker, in: db)[number] ?? number
            }
        }
        let found = try Failure.running { () throws(PostgresError) in
            try DeviceStore.find(identifier: text, of: speaker, in: db)
        }
        guard let number = found.first else {
            throw .refused(Refusal(.unknownDevice, ["device": .text(text)]))
        }
        guard found.count == 1 else {
            let labels = found.map { DeviceReference(number: $0).text }.joined(separator: ", ")
            throw .refused(
                Refusal(.ambiguousDevice, ["device": .text(text), "labels": .text(labels)])
            )
        }
        return number
    }
}
