import Domain
import Glibc

/// Days and instants as people write them.
enum SpokenDate {
    /// The day in figures, or the day and the time of an instant where this machine is; nil for any other text.
    static func spoken(_ text: String, in language: Language) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
            return nil
        }
        if bytes.count == 10 { return Day(text)?.formatted(in: language, .short) }
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z")
        else { return nil }
        return instant(bytes, in: language)
    }

    private static func instant(_ bytes: [UInt8], in language: Language) -> String? {
        func number(_ range: Range<Int>) -> Int32? {
            Int32(String(decoding: bytes[range], as: UTF8.self))
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16)
        else { return nil }
        var fields = tm()
        (fields.tm_year, fields.tm_mon, fields.tm_mday) = (year - 1900, month - 1, day)
        (fields.tm_hour, fields.tm_min) = (hour, minute)
        var seconds = timegm(&fields)
        var here = tm()
        guard localtime_r(&seconds, &here) != nil,
            let local = Day(Int(here.tm_year) + 1900, Int(here.tm_mon) + 1, Int(here.tm_mday))
        else { return nil }
        let time =
            "\(here.tm_hour < 10 ? "0" : "")\(here.tm_hour):\(here.tm_min < 10 ? "0" : "")\(here.tm_min)"
        return local.formatted(in: language, .short) + " " + time
    }
}
