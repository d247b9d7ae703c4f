/// The figures and months of a date as they are written, in their order.
struct DateParts {
    enum Part: Equatable {
        case number(Int, digits: Int)
        case month(Int)
    }

    private(set) var parts: [Part] = []
    /// Whether a word says that the day is not known: "vers", "début".
    private(set) var isAbout = false

    /// The ways to cut a text into up to three figures or months, and then nothing but a time of day; none for anything else.
    ///
    /// There are two where the text begins with "mar.", which is March, or the Tuesday before a day.
    static func all(in bytes: LentBytes, _ words: DateWords) -> [DateParts] {
        let whole = DateParts(bytes, words)
        let end = bytes.firstIndex { !isLetter($0) } ?? bytes.count
        let first = LentBytes(rebasing: bytes[..<end])
        guard end > 0, words.is(first, .weekday), words.month(first) != nil else {
            return whole.map { [$0] } ?? []
        }
        let rest = DateParts(LentBytes(rebasing: bytes[end...]), words)
        return [whole, rest].compactMap { $0 }
    }

    private init?(_ bytes: LentBytes, _ words: DateWords) {
        var index = 0
        while index < bytes.count, parts.count < 3 {
            let byte = bytes[index]
            let isWord = Self.isLetter(byte)
            guard isWord || Self.isDigit(byte) else {
                guard "/-. ,'".utf8.contains(byte) else { return nil }
                index += 1
                continue
            }
            let rest = bytes[index...]
            let end = rest.firstIndex { isWord ? !Self.isLetter($0) : !Self.isDigit($0) }
            let run = LentBytes(rebasing: bytes[index..<(end ?? bytes.count)])
            if isWord, !parts.isEmpty, words.month(run) == nil, words.is(run, .time) { break }
            guard isWord ? take(word: run, words) : take(number: run) else { return nil }
            index += run.count
        }
        guard Self.isTimeOfDay(bytes[index...], words) else { return nil }
    }

    private mutating func take(number run: LentBytes) -> Bool {
        guard run.count <= 8 else { return false }
        let value = run.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
        parts.append(.number(value, digits: run.count))
        return true
    }

    private mutating func take(word run: LentBytes, _ words: DateWords) -> Bool {
        if let month = words.month(run) {
            parts.append(.month(month))
            return true
        }
        if words.is(run, .about) {
            isAbout = true
            return true
        }
        // "1º" is an ordinal and no letter.
        let isSign = run.first == 0xC2 && run.count == 2
        return isSign || words.is(run, .weekday) || words.is(run, .joint)
    }

    private static func isTimeOfDay(_ rest: Slice<LentBytes>, _ words: DateWords) -> Bool {
        guard let first = rest.first else { return true }
        guard first == 0x20 || first == UInt8(ascii: ",") || isLetter(first) else { return false }
        var index = rest.startIndex
        while index < rest.endIndex {
            let end = rest[index...].firstIndex { !isLetter($0) } ?? rest.endIndex
            if end > index {
                guard words.is(LentBytes(rebasing: rest[index..<end]), .time) else { return false }
                index = end
            } else {
                guard isDigit(rest[index]) || " :.,+-()".utf8.contains(rest[index]) else {
                    return false
                }
                index += 1
            }
        }
        return rest.contains(where: isDigit) || rest.allSatisfy { $0 == 0x20 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
}

extension DateParts {
    /// Whether one of the figures is a year of four digits.
    var hasCentury: Bool {
        parts.contains { if case .number(_, 4) = $0 { true } else { false } }
    }

    /// Whether they say no more than a month and a year, or one or two years.
    func isVague(_ years: ClosedRange<Int>) -> Bool {
        guard !isAbout || parts.count < 3 else { return true }
        guard let first = parts.first, parts.count < 3 else { return false }
        guard parts.count == 2 else { return first.isYear(years) }
        let second = parts[1]
        if first.isYear(years) { return second.isYear(years) || second.isMonth }
        if second.isYear(years) { return first.isMonth }
        // "03/19", "mars-19"; "14 mars" lacks its year.
        guard case .number(_, 2) = second else { return false }
        return first.isMonth
    }
}

extension DateParts.Part {
    fileprivate func isYear(_ years: ClosedRange<Int>) -> Bool {
        if case .number(let year, 4) = self { years.contains(year) } else { false }
    }

    fileprivate var isMonth: Bool {
        switch self {
        case .month: true
        case .number(let number, let digits): digits <= 2 && (1...12).contains(number)
        }
    }
}
