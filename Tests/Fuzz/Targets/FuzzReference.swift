import Glibc
import Importing

/// The reference data of the repository, as it ships.
enum FuzzReference {
    static let tables: ImportReference = {
        do {
            return try ImportReference(
                headings: text("headings"),
                junkIdentities: text("junk_identities"),
                deviceKinds: text("device_kinds"),
                units: text("units"),
                wrongLists: text("wrong_lists"),
                modelFamilies: text("model_families"),
                listHeadings: text("list_headings"),
                listWords: text("list_words"),
                dateWords: text("date_words")
            )
        } catch {
            fatalError("\(error)")
        }
    }()

    private static func text(_ name: String) -> String {
        let folder = getenv("MOULIN_REFERENCE").map { String(cString: $0) } ?? "Schema/reference"
        guard let stream = fopen("\(folder)/\(name).csv", "r") else {
            fatalError("no reference table \(name) in \(folder)")
        }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
