import Domain
import Glibc
import Importing
import Tabular
import Testing

/// Lists as workshops, companies and programs write them, each with what a person reads in it.
@Suite struct ListFixtureTests {
    @Test(arguments: Fixture.lists)
    func `a list of the world is read as a person reads it`(fixture: Fixture) throws {
        let expected = try fixture.expected()

        let list = try readList(fixture.text())

        #expect(list.lines == expected)
    }

    @Test func `there are lists to read`() {
        #expect(Fixture.lists.count >= 15)
    }
}

extension Fixture {
    fileprivate static let lists = all(in: "Lists")

    /// The list; the first sheet of a workbook.
    fileprivate func text() throws -> [UInt8] {
        guard name.hasSuffix(".xlsx") || name.hasSuffix(".ods") else { return try bytes() }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        let book = try Workbook(descriptor: file)
        var text: [UInt8] = []
        try book.read(sheet: 0, failing: { $0 }) { (piece) throws(SpreadsheetFault) in
            text += piece
        }
        return text
    }
}

extension ReadList {
    /// A line for each device and each error, in the words of the committed expectations.
    fileprivate var lines: [String] {
        devices.map { device in
            var values = device.values
            values["serial_key"] = nil
            let line = values.removeValue(forKey: "line") ?? ""
            let words = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            return (["line=\(line)"] + words).joined(separator: " ").replacing("\n", with: "\\n")
        } + errors.map(Self.line) + ["skipped=\(skipped)"]
    }

    private static func line(_ error: RowError) -> String {
        guard error.column > 0 else { return "error line=\(error.line) \(error.problem.code)" }
        return
            "error line=\(error.line) column=\(error.column) \(error.problem.code) `\(error.value)`"
    }
}
