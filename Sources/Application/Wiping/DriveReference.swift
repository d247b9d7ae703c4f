import Domain
import Postgres
import Store

/// A drive as a person names it, apart from any machine: its serial number, or `#` and its number.
public struct DriveReference: Hashable, Sendable, Codable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var description: String { text }

    /// The number of the drive; the latest one where a serial number came twice.
    ///
    /// - Throws: `unknown_drive`.
    func resolve(in db: isolated Connection, _ speaker: Speaker) throws(Failure) -> Int64 {
        if text.hasPrefix("#"), let number = Int64(text.dropFirst()) { return number }
        let found = try Failure.running { () throws(PostgresError) in
            try DriveStore.find(serial: text, speaker, in: db)
        }
        guard let number = found.first else {
            throw .refused(Refusal(.unknownDrive, ["drive": .text(text)]))
        }
        return number
    }
}
