import Domain

/// A postal address as the lines of an envelope, the way the database keeps it.
///
/// Street first, the line of postal code and town last.
public enum EnvelopeAddress {
    static func lines(street: String?, postalCode: String?, town: String?) -> [String] {
        let last = [postalCode, town].compactMap { $0 }.filter { !$0.isEmpty }
        let streets = (street ?? "").split(whereSeparator: \.isNewline).map { String($0) }
        return streets + [last.joined(separator: " ")]
    }

    /// The parts of an address; what is not there is empty.
    public static func parts(_ lines: [String]) -> (
        streets: [String], postalCode: String, town: String
    ) {
        guard let last = lines.last else { return ([], "", "") }
        let words = last.split(separator: " ", maxSplits: 1).map { String($0) }
        guard let first = words.first, first.contains(where: \.isNumber) else {
            return (Array(lines.dropLast()), "", last)
        }
        return (Array(lines.dropLast()), first, words.count > 1 ? words[1] : "")
    }

    static func postal(_ lines: [String]) -> PostalAddress {
        let (streets, code, town) = parts(lines)
        return PostalAddress(
            street: streets.joined(separator: ", "),
            postalCode: code,
            town: town
        )
    }
}
