extension DeviceRowReader {
    mutating func readSerial(_ cell: LentBytes, in index: Int) {
        if SerialBytes.classes(of: cell).isPlain, !reference.junk.mayContain(cell),
            facts.serialWidth == nil
        {
            device.serial = cell
            device.serialKey = cell
            return
        }
        guard let serial = serial(cell, in: index) else { return }
        device.serial = serial
        let classes = SerialBytes.classes(of: serial)
        device.serialKey = classes.hasSmallLetters || classes.hasRareBytes ? key(serial) : serial
        guard let width = facts.serialWidth, serial.count < width, serial.count >= 4,
            serial.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return }
        note(.lostZeros(width: width), serial, in: index)
    }

    /// The cell as a serial number, unless it says nothing or must be asked about.
    mutating func serial(_ written: LentBytes, in index: Int) -> LentBytes? {
        // "Serial Number" alone is a placeholder of a BIOS before it is a label.
        if !SpreadsheetDamage.isError(written), saysNoSerial(written) {
            notePlaceholder(written, in: index)
            return nil
        }
        if SerialBytes.classes(of: written).isPlain { return written }
        let cell = SerialLabel.removed(from: written)
        if saysNothing(cell, of: written) {
            notePlaceholder(written, in: index)
            return nil
        }
        let number = number(in: cell, index)
        guard !SerialBytes.classes(of: number).isPlain,
            let problem = SerialBytes.problem(in: number, reference.dates)
        else { return number }
        fail(problem, cell, in: index)
        return nil
    }

    /// Whether what is left of a cell behind its label says nothing, by the known words or because it is a remark.
    private mutating func saysNothing(_ cell: LentBytes, of written: LentBytes) -> Bool {
        if SpreadsheetDamage.isError(cell) { return false }
        if cell.count < written.count, saysNoSerial(cell) { return true }
        let classes = SerialBytes.classes(of: cell)
        return (!classes.hasDigits || classes.hasRareBytes) && SerialRemark.isPhrase(cell)
    }

    /// The serial number without what programs and people put beside it, of which a note is kept.
    private mutating func number(in cell: LentBytes, _ index: Int) -> LentBytes {
        let classes = SerialBytes.classes(of: cell)
        guard classes.hasRareBytes || classes.hasDots else { return cell }
        if let whole = SpreadsheetDamage.whole(ofDecimal: cell) {
            note(.wasNumber, cell, in: index)
            return whole
        }
        guard classes.hasRareBytes else { return cell }
        if let tag = ServiceTag.beside(itsCode: cell) {
            note(.expressCode, cell, in: index)
            return tag
        }
        let junk = reference.junk
        var room: [UInt8] = []
        let parted = SerialRemark.parted(cell) { junk.contains($0, as: .serial, scratch: &room) }
        guard let parted else { return cell }
        note(.besideNumber, parted.remark, in: index)
        return parted.number
    }

    private mutating func saysNoSerial(_ cell: LentBytes) -> Bool {
        reference.junk.mayContain(cell)
            && reference.junk.contains(cell, as: .serial, scratch: &scratch)
    }

    /// Capitals without spaces, as serial numbers are compared everywhere: a label's "KI 00001" is the firmware's "KI00001".
    private mutating func key(_ serial: LentBytes) -> LentBytes {
        let mark = arena.count
        var index = 0
        while index < serial.count {
            let byte = serial[index]
            let width = byte >= 0x80 ? BlankBytes.opening(serial[index...]) : nil
            if byte > 0x20, width == nil {
                arena.append(byte >= 0x61 && byte <= 0x7A ? byte & 0xDF : byte)
            }
            index += width ?? 1
        }
        return arena.lent(since: mark)
    }

    mutating func readIMEI(_ written: LentBytes, in index: Int) {
        if isJunk(written, .imei, in: index) { return }
        let unlabelled = SerialLabel.removed(from: written)
        let cell = SpreadsheetDamage.whole(ofDecimal: unlabelled) ?? unlabelled
        let mark = arena.count
        for byte in cell where byte >= 0x30 && byte <= 0x39 { arena.append(byte) }
        let digits = arena.lent(since: mark)
        let hasOthers = cell.contains { !($0 >= 0x30 && $0 <= 0x39) && !" -./".utf8.contains($0) }
        if !hasOthers, IMEIReading.isNumber(digits) {
            device.imei = digits
            return
        }
        let numbers = IMEIReading.numbers(in: cell)
        guard let first = numbers.first else {
            let isRounded = SpreadsheetDamage.isRounded(cell)
            return fail(isRounded ? .roundedNumber : .notAnIMEI, cell, in: index)
        }
        device.imei = first
        for further in numbers.dropFirst() { note(.furtherNumber, further, in: index) }
    }

    mutating func readMAC(_ cell: LentBytes, in index: Int) {
        let cell = PortLabel.removed(from: firstOfSeveral(cell, in: index))
        if isJunk(cell, .mac, in: index) { return }
        guard let digits = hexadecimal(cell, separators: ":-. "), digits.count == 12 else {
            return fail(.notAMAC, cell, in: index)
        }
        let mark = arena.count
        for (place, digit) in digits.enumerated() {
            if place > 0, place.isMultiple(of: 2) { arena.append(UInt8(ascii: ":")) }
            arena.append(digit)
        }
        device.mac = arena.lent(since: mark)
    }

    /// A machine has an address for each port, and programs list them in one cell: the first that is an address at all.
    private mutating func firstOfSeveral(_ cell: LentBytes, in index: Int) -> LentBytes {
        let parts = cell.split { "\n\r,;|/".utf8.contains($0) }
            .map { PortLabel.removed(from: LentBytes(rebasing: $0).trimmed) }.filter { !$0.isEmpty }
        guard parts.count > 1, parts.allSatisfy({ (12...17).contains($0.count) }) else {
            return cell
        }
        note(.furtherAddresses(parts.count), cell, in: index)
        return parts.first { !reference.junk.contains($0, as: .mac, scratch: &scratch) } ?? parts[0]
    }

    mutating func readUUID(_ cell: LentBytes, in index: Int) {
        if isJunk(cell, .uuid, in: index) { return }
        guard let digits = hexadecimal(cell, separators: "-{} "), digits.count == 32 else {
            return fail(.notAUUID, cell, in: index)
        }
        let mark = arena.count
        for (place, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(place) { arena.append(UInt8(ascii: "-")) }
            arena.append(digit)
        }
        device.uuid = arena.lent(since: mark)
    }

    private mutating func isJunk(
        _ cell: LentBytes,
        _ kind: JunkIdentities.Kind,
        in index: Int
    ) -> Bool {
        guard reference.junk.contains(cell, as: kind, scratch: &scratch) else { return false }
        notePlaceholder(cell, in: index)
        return true
    }

    /// The hexadecimal digits in small letters; nil when anything but the separators stands between them.
    private mutating func hexadecimal(_ cell: LentBytes, separators: String) -> LentBytes? {
        let mark = arena.count
        for byte in cell.prefix(64) {
            let small = byte >= 0x41 ? byte | 0x20 : byte
            if (byte >= 0x30 && byte <= 0x39) || (small >= 0x61 && small <= 0x66) {
                arena.append(small)
            } else if !separators.utf8.contains(byte) {
                return nil
            }
        }
        return arena.lent(since: mark)
    }
}
