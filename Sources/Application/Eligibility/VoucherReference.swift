import Domain

/// A voucher as it is typed or scanned.
public struct VoucherReference: Hashable, Sendable, Codable, CustomStringConvertible {
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

    /// The code as it is printed.
    ///
    /// - Throws: `.unreadable` when a symbol is wrong, so that a slip of the finger is not taken for an unknown voucher.
    func code() throws(Failure) -> String {
        do throws(Unreadable) {
            return try LabelCode(reading: text, as: .voucher).text
        } catch {
            throw .unreadable(error)
        }
    }
}
