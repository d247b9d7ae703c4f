import Domain
import Glibc
import Importing
import Tabular
import Testing

/// Lists as workshops, companies and programs write them, each with what a person reads in it.
@Suite struct ListFixtureTests {
    @Test(arguments: ListFixture.all)
    func `a list of the world is read as a person reads it`(fixture: ListFixture) throws {
        let expected = try fixture.expected()

        let list = try readList(fixture.text())

        #expect(list.lines == expected)
    }

    @Test func `there are lists to read`() {
        #expect(ListFixture.all.count >= 15)
    }
}

struct ListFixture: CustomStringConvertible, Sendable {
    let name: String

    var description: String { name }

    private static let folder: String = {
        let root = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        return "/\(root)/Fixtures/Lists"
    }()

    static let all: [ListFixture] = {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".expected") { names.append(String(name.dropLast(9))) }
        }
        return names.sorted().map { ListFixture(name: $0) }
    }()

    /// The list; the first sheet of a workbook.
    func text() throws -> [UInt8] {
        guard name.hasSuffix(".xlsx") || name.hasSuffix(".ods") else {
            return try Self.bytes("\(Self.folder)/\(name)")
        }
        let file = open("\(Self.folder)/\(name)", O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        let book = try Workbook(descriptor: file)
        var text: [UInt8] = []
        try book.read(sheet: 0, failing: { $0 }) { (piece) throws(SpreadsheetFault) in
            text += piece
        }
        return text
    }

    func expected() throws -> [String] {
        String(decoding: try Self.bytes("\(Self.folder)/\(name).expected"), as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        let stream = try #require(fopen(path, "r"))
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
            bytes += buffer[..<count]
        }
        return bytes
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
