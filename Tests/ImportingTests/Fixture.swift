import Glibc
import Testing

/// A file as the world writes it, with the lines that were written down of it before it was read.
struct Fixture: CustomStringConvertible, Sendable {
    let folder: String
    let name: String

    var description: String { name }
    var path: String { "\(folder)/\(name)" }

    /// The fixtures of a folder; those in folders below are others' business.
    static func all(in kind: String) -> [Fixture] {
        let root = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let folder = "/\(root)/Fixtures/\(kind)"
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".expected") { names.append(String(name.dropLast(9))) }
        }
        return names.sorted().map { Fixture(folder: folder, name: $0) }
    }

    func bytes() throws -> [UInt8] { try Self.bytes(path) }

    func expected() throws -> [String] {
        String(decoding: try Self.bytes("\(path).expected"), as: UTF8.self)
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
