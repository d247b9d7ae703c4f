import Tabular

/// Figures as programs print them for people.
enum Figures {
    /// Mebibytes of `8 GB`, `8192 MB`, `16 GiB`, `524288 kB`; nil for anything else, such as "No Module Installed".
    static func mebibytes(_ text: String) -> Int? {
        guard let (value, unit) = valueAndUnit(text), value > 0 else { return nil }
        switch unit.lowercased() {
        case "tb", "tib": return whole(value * 1_048_576)
        case "gb", "gib": return whole(value * 1024)
        case "mb", "mib": return whole(value)
        case "kb", "kib": return whole(value / 1024)
        case "bytes", "b": return whole(value / 1_048_576)
        default: return nil
        }
    }

    /// Bytes of `238.47 GiB`, `500 GB`, `1.82 TiB`.
    static func bytes(_ text: String) -> Int? {
        guard let (value, unit) = valueAndUnit(text), value > 0 else { return nil }
        let scale: Double
        switch unit.lowercased() {
        case "tib": scale = 1_099_511_627_776
        case "gib": scale = 1_073_741_824
        case "mib": scale = 1_048_576
        case "kib": scale = 1024
        case "tb": scale = 1e12
        case "gb": scale = 1e9
        case "mb": scale = 1e6
        case "bytes", "b": scale = 1
        default: return nil
        }
        return whole(value * scale)
    }

    /// Milliwatt-hours of `57530 mWh`, `39,264 Wh`.
    static func milliwattHours(_ text: String) -> Int? {
        guard let (value, unit) = valueAndUnit(text), value > 0 else { return nil }
        switch unit.lowercased() {
        case "mwh": return whole(value)
        case "wh": return whole(value * 1000)
        default: return nil
        }
    }

    /// The first number of a text, whatever follows: `1234`, `1,234 hours`, `76,2349%`.
    static func number(_ text: String) -> Double? { valueAndUnit(text)?.value }

    /// The number and the word behind it; a comma is a decimal comma.
    private static func valueAndUnit(_ text: String) -> (value: Double, unit: String)? {
        let trimmed = text.trimmingWhiteSpace
        let figures = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        guard let value = Double(figures.replacing(",", with: ".")) else { return nil }
        let rest = trimmed.dropFirst(figures.count).trimmingWhiteSpace
        return (value, String(rest.prefix { $0.isLetter }))
    }

    /// The nearest whole number; nil beyond ``most``.
    static func whole(_ value: Double) -> Int? {
        guard value.magnitude <= Double(most) else { return nil }
        return Int(value.rounded())
    }

    /// The number that digits write; nil beyond ``most``, or when they are none.
    static func count(_ digits: some StringProtocol) -> Int? {
        Int(digits).flatMap { $0.magnitude <= most ? $0 : nil }
    }

    /// A petabyte in bytes: nothing that is counted of a machine is more, and a sum of such numbers holds.
    private static let most = 1_000_000_000_000_000

    /// `aa:bb:cc:dd:ee:ff` of any usual spelling; nil when it is no network address.
    static func mac(_ text: String) -> String? {
        let digits = text.lowercased().filter(\.isHexDigit)
        guard digits.count == 12, text.allSatisfy({ $0.isHexDigit || ":-. ".contains($0) }) else {
            return nil
        }
        let pairs = stride(from: 0, to: 12, by: 2).map { start in
            digits.dropFirst(start).prefix(2)
        }
        return pairs.joined(separator: ":")
    }
}
