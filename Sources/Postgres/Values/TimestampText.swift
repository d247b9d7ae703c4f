/// Reads the parts of a timestamp one after the other.
struct TimestampText {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Microseconds since 1970 UTC; nil when the text has another form.
    mutating func instant() -> Int64? {
        guard
            let year = number(), skip("-"), let month = number(), skip("-"), let day = number(),
            skip(" "), let hour = number(), skip(":"), let minute = number(), skip(":"),
            let second = number(), let fraction = fraction(), let offset = offset()
        else {
            return nil
        }
        let isBeforeChrist = skip(" BC")
        guard position == bytes.count else {
            return nil
        }
        let days = Self.days(year: isBeforeChrist ? 1 - year : year, month: month, day: day)
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
        return seconds * 1_000_000 + fraction
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar.
    ///
    /// Years start in March, so the leap day is the last; 400 years are 146,097 days.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private mutating func number() -> Int64? {
        let start = position
        var value: Int64 = 0
        while let digit = digit(), position - start < 9 {
            value = value * 10 + digit
            position += 1
        }
        return position > start ? value : nil
    }

    /// Zero to six digits after a point, in microseconds; zero without a point.
    private mutating func fraction() -> Int64? {
        guard skip(".") else {
            return 0
        }
        var value: Int64 = 0
        var weight: Int64 = 100_000
        while let digit = digit() {
            value += digit * weight
            weight /= 10
            position += 1
        }
        return value
    }

    /// The distance from UTC in seconds: `+00`, `-03:30`, `+00:09:21`.
    private mutating func offset() -> Int64? {
        let sign: Int64 = skip("-") ? -1 : 1
        guard sign == -1 || skip("+"), let hours = number() else {
            return nil
        }
        let minutes = skip(":") ? number() : 0
        let seconds = skip(":") ? number() : 0
        guard let minutes, let seconds else {
            return nil
        }
        return sign * ((hours * 60 + minutes) * 60 + seconds)
    }

    private func digit() -> Int64? {
        guard position < bytes.count else {
            return nil
        }
        let value = bytes[position] &- UInt8(ascii: "0")
        return value < 10 ? Int64(value) : nil
    }

    /// Steps over `text` when it comes next.
    private mutating func skip(_ text: StaticString) -> Bool {
        let rest = bytes[position...]
        let expected = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard rest.starts(with: expected) else {
            return false
        }
        position += expected.count
        return true
    }
}
