import Glibc
import Tabular

/// What the readers of files do by themselves, without a database.
enum Parsing {
    /// Every record of a CSV file and every cell of it, checked as text; the file is read once, in pieces, as an import does.
    static func csv(_ path: String) throws {
        let file = try opened(path)
        defer { close(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { buffer.deallocate() }
        var reader = CSVReader(dialect: CSVDialect(delimiter: UInt8(ascii: ";")))
        var sum = Sum()
        let started = ContinuousClock.now
        while true {
            let count = read(file, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw Unreadable(path: path) }
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            reader.feed(piece, isLast: count == 0) { sum.add($0) }
            if count == 0 { break }
        }
        sum.report(ContinuousClock.now - started)
    }

    /// Every cell of the first sheet of a workbook, as an import reads it: unpacked, shown as people see it, cut into records.
    static func workbook(_ path: String) throws {
        let file = try opened(path)
        defer { close(file) }
        var reader = CSVReader()
        var sum = Sum()
        let started = ContinuousClock.now
        try Workbook(descriptor: file).read(sheet: 0, failing: { $0 }) {
            (text: [UInt8]) throws(SpreadsheetFault) in
            text.withUnsafeBytes { reader.feed($0, isLast: false) { sum.add($0) } }
        }
        reader.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) { sum.add($0) }
        sum.report(ContinuousClock.now - started)
    }

    struct Unreadable: Error { let path: String }

    static func opened(_ path: String) throws -> Int32 {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Unreadable(path: path) }
        return file
    }

    /// What is compared with the other readers, so that none leaves a cell out.
    struct Sum {
        var records = 0
        var cells = 0
        var bytes = 0
        var faults = 0

        mutating func add(_ record: CSVRecord) {
            records += 1
            if record.fault != nil { faults += 1 }
            for index in 0..<record.count {
                cells += 1
                bytes += record[index]?.count ?? 0
            }
        }

        func report(_ time: Duration) {
            print(
                "seconds \(time / .seconds(1)) records \(records) cells \(cells) bytes \(bytes) faults \(faults)"
            )
        }
    }
}
