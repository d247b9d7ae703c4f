/// Writes cells as RFC 4180 CSV into bytes.
///
/// What ``CSVReader`` reads back is what was written, with one exception that is asked for: see `neutralisesFormulas`.
public struct CSVWriter: Sendable {
    public var delimiter: UInt8
    /// LF or CRLF.
    public var lineEnd: [UInt8]
    /// Puts an apostrophe before a cell that a spreadsheet would run as a formula.
    ///
    /// Those begin with = + - @, TAB or CR. For exports that people open; never for files that are read back.
    public var neutralisesFormulas: Bool
    public private(set) var bytes: [UInt8] = []
    private var isInRecord = false

    public init(
        delimiter: UInt8 = UInt8(ascii: ","),
        lineEnd: [UInt8] = [0x0D, 0x0A],
        neutralisesFormulas: Bool = false
    ) {
        self.delimiter = delimiter
        self.lineEnd = lineEnd
        self.neutralisesFormulas = neutralisesFormulas
    }

    public mutating func append(_ cell: some Collection<UInt8>) {
        if isInRecord { bytes.append(delimiter) }
        let isFirst = !isInRecord
        isInRecord = true
        let isFormula = neutralisesFormulas && cell.first.map(Self.opensFormula) == true
        let needsQuotes =
            (cell.isEmpty && isFirst)
            || cell.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
            || opensDeclaration(cell)
        if needsQuotes { bytes.append(0x22) }
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        if needsQuotes {
            for byte in cell {
                if byte == 0x22 { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        } else {
            bytes.append(contentsOf: cell)
        }
    }

    public mutating func append(_ cell: String) {
        append(cell.utf8)
    }

    public mutating func endRecord() {
        bytes.append(contentsOf: lineEnd)
        isInRecord = false
    }

    /// Hands over what was written so far and begins anew, for writing a long file in pieces.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private static func opensFormula(_ byte: UInt8) -> Bool {
        "=+-@\t\r".utf8.contains(byte)
    }

    /// A first cell that would be taken for a line `sep=;`.
    private func opensDeclaration(_ cell: some Collection<UInt8>) -> Bool {
        bytes.isEmpty && cell.starts(with: "sep=".utf8)
    }
}
