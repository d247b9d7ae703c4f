/// What a cell says of the numbers of a telephone, of which one with two cards has two.
enum IMEIReading {
    /// The numbers of a cell in their order; none when one of them is wrong, or something else stands there.
    static func numbers(in cell: LentBytes) -> [LentBytes] {
        guard cell.count <= 200 else { return [] }
        var numbers: [LentBytes] = []
        var index = 0
        while index < cell.count {
            let isDigit = isDigit(cell[index])
            guard isDigit || isLetter(cell[index]) else {
                guard " \t\n\r,;|/:=()-".utf8.contains(cell[index]) else { return [] }
                index += 1
                continue
            }
            let end = cell[index...].firstIndex { isDigit ? !Self.isDigit($0) : !isLetter($0) }
            let run = LentBytes(rebasing: cell[index..<(end ?? cell.count)])
            if isDigit, isNumber(run) {
                numbers.append(run)
            } else {
                guard isDigit ? isAside(run, cell[..<index]) : isLabel(run) else { return [] }
            }
            index += run.count
        }
        return numbers
    }

    /// Fifteen digits, of which the last is the Luhn check of the others.
    static func isNumber(_ digits: LentBytes) -> Bool {
        guard digits.count == 15 else { return false }
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element & 0x0F) * (digit.offset.isMultiple(of: 2) ? 1 : 2)
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum.isMultiple(of: 10)
    }

    /// The "1" of "IMEI1", or the "01" behind a slash by which makers count versions of their software.
    private static func isAside(_ run: LentBytes, _ before: Slice<LentBytes>) -> Bool {
        let isRank = run.count == 1 && (run[0] == 0x31 || run[0] == 0x32)
        if isRank, let sign = before.last { return isLetter(sign) || sign == 0x20 }
        return run.count == 2 && before.last == UInt8(ascii: "/")
    }

    private static func isLabel(_ run: LentBytes) -> Bool {
        var folded: [UInt8] = []
        FoldedBytes.fold(run, into: &folded)
        return labels.contains(folded)
    }

    private static let labels = Set(
        ["imei", "sim", "esim", "slot", "et", "and", "und", "meid"].map { FoldedBytes.fold($0) }
    )

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
}
