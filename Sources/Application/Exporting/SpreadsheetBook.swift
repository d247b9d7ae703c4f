public import Domain
import Tabular

/// Rows of an answer as a workbook: numbers, money, days and instants typed, and nothing in it runs as a formula.
public final class SpreadsheetBook {
    public static let mediaType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private let writer: XLSXWriter
    private let columns: [AnswerColumn]

    /// A workbook with one sheet, headed in the language by these columns.
    public init(
        _ name: String,
        columns: [AnswerColumn],
        language: Language
    ) throws(Failure) {
        self.columns = columns
        do throws(XLSXFault) {
            writer = try XLSXWriter(
                sheet: name,
                heading: columns.map { $0.heading.text(in: language) }
            )
        } catch {
            throw Self.failure(error)
        }
    }

    public func add(_ rows: [JSONValue]) throws(Failure) {
        do throws(XLSXFault) {
            for row in rows {
                try writer.append(columns.map { Self.cell(row[$0.name], $0) })
            }
        } catch {
            throw Self.failure(error)
        }
    }

    /// Lends the whole workbook piece by piece.
    public func finish(_ body: (UnsafeRawBufferPointer) -> Void) throws(Failure) {
        try writer.finish(failing: Self.failure) { (piece) throws(Failure) in body(piece) }
    }

    /// The whole workbook.
    public func bytes() throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        try finish { bytes.append(contentsOf: $0) }
        return bytes
    }

    static func cell(_ value: JSONValue, _ column: AnswerColumn) -> SheetCell {
        switch value {
        case .null: return .empty
        case .truth(let truth): return .truth(truth)
        case .number(let number):
            return column.kind == .cents ? .hundredths(number) : .number(number)
        case .decimal(let number): return .decimal(number)
        case .text(let text) where holdsTime(column.name):
            if text.utf8.count == 10, let day = Day(text) { return .day(day.number) }
            return instant(text) ?? .text(text)
        case .text(let text): return .text(text)
        case .list, .object: return .text(value.line(in: .en))
        }
    }

    /// Whether a column is one of days or instants, by its name: a serial number may look like a day.
    private static func holdsTime(_ name: String) -> Bool {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        let names: Set<String> = [
            "at", "day", "from", "to", "since", "until", "last_day", "first_day", "oldest",
            "deadline",
        ]
        return names.contains(last) || last.hasSuffix("_on") || last.hasSuffix("_at")
            || last.hasSuffix("_date") || last.hasSuffix("_until")
    }

    /// An instant in UTC, such as `2026-11-22T20:36:58Z`, with or without a fraction.
    private static func instant(_ text: String) -> SheetCell? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z"),
            let day = Day(String(decoding: bytes[..<10], as: UTF8.self))
        else { return nil }
        let parts = String(decoding: bytes[11..<19], as: UTF8.self).split(separator: ":")
        let numbers = parts.compactMap { Int64($0) }
        guard numbers.count == 3 else { return nil }
        return .instant(
            Int64(day.number) * 86_400 + numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
        )
    }

    private static func failure(_ fault: XLSXFault) -> Failure {
        let expected =
            switch fault {
            case .tooManyRows:
                Phrase(
                    fr: "au plus \(XLSXWriter.mostRows - 1) lignes ; exportez en CSV",
                    en: "at most \(XLSXWriter.mostRows - 1) rows; export as CSV"
                )
            case .noRoom:
                Phrase(fr: "de la place pour le fichier", en: "room for the file")
            }
        return .unreadable(Unreadable("XLSX", expected: expected))
    }
}

extension AnswerReading {
    /// The rows as a workbook for a spreadsheet.
    public func xlsx(named name: String) throws(Failure) -> [UInt8] {
        let rows = rows ?? [value]
        let book = try SpreadsheetBook(name, columns: columns(for: rows), language: language)
        try book.add(rows)
        return try book.bytes()
    }
}
