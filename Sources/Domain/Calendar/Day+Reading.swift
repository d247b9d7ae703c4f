extension Day: LosslessStringConvertible, Codable {
    /// ISO 8601, `2026-11-10`.
    public var iso: String {
        let (year, month, day) = figures
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    public var description: String { iso }

    /// Reads `2026-11-10`, exactly that; nil for anything else.
    public init?(_ iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year, month, day)
    }

    /// How a day is written, for who wrote it otherwise.
    public static let form = Phrase(
        fr: "une date qui existe, comme 2026-11-10",
        en: "a date that exists, such as 2026-11-10"
    )

    /// Reads `2026-11-10`, or says what was expected.
    public init(reading iso: String) throws(Unreadable) {
        guard let day = Day(iso) else {
            throw Unreadable(iso, expected: Day.form)
        }
        self = day
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: Day.form.en
            )
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension Int {
    /// At least so many digits, zeros in front.
    func padded(to width: Int) -> String {
        let digits = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
        return (self < 0 ? "-" : "") + zeros + digits
    }
}
