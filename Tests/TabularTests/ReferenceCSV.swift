/// A slow and obvious reading of CSV, byte after byte over an array, to compare the fast one with.
enum ReferenceCSV {
    static func records(_ text: [UInt8], delimiter: UInt8) -> [[[UInt8]]] {
        var records: [[[UInt8]]] = []
        var record: [[UInt8]] = []
        var field: [UInt8] = []
        var place = 0
        var isQuoted = false
        var wasQuoted = false
        func peek() -> UInt8? { place + 1 < text.count ? text[place + 1] : nil }
        func endRecord() {
            if !(record.isEmpty && field.isEmpty && !wasQuoted) { records.append(record + [field]) }
            record = []
            field = []
            wasQuoted = false
        }
        while place < text.count {
            let byte = text[place]
            if isQuoted {
                if byte == 0x22, peek() == 0x22 {
                    field.append(byte)
                    place += 1
                } else if byte == 0x22 {
                    isQuoted = false
                } else {
                    field.append(byte)
                }
            } else if byte == 0x22, field.isEmpty, !wasQuoted {
                isQuoted = true
                wasQuoted = true
            } else if byte == delimiter {
                record.append(field)
                field = []
                wasQuoted = false
            } else if byte == 0x0D || byte == 0x0A {
                if byte == 0x0D, peek() == 0x0A { place += 1 }
                endRecord()
            } else {
                field.append(byte)
            }
            place += 1
        }
        endRecord()
        return records
    }
}
