import Glibc
import Importing

/// The reference data of the repository itself: what ships is what is tested.
let reference: ImportReference = {
    do {
        return try ImportReference(
            headings: referenceText("headings"),
            junkIdentities: referenceText("junk_identities"),
            deviceKinds: referenceText("device_kinds"),
            units: referenceText("units"),
            wrongLists: referenceText("wrong_lists"),
            modelFamilies: referenceText("model_families"),
            listHeadings: referenceText("list_headings"),
            listWords: referenceText("list_words"),
            dateWords: referenceText("date_words")
        )
    } catch {
        fatalError("\(error)")
    }
}()

func referenceText(_ name: String, file: StaticString = #filePath) -> String {
    let root = "\(file)".split(separator: "/").dropLast(3).joined(separator: "/")
    guard let stream = fopen("/\(root)/Schema/reference/\(name).csv", "r") else {
        fatalError("no reference data \(name)")
    }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
        bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
}
