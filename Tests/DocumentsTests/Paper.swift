import Glibc

/// A PDF on disk, asked through the tools that everybody reads PDFs with.
final class Paper {
    let path: String

    /// A file of its own, deleted after use; also copied under `name` to the directory that `MOULIN_PAPERS` names, to
    /// be looked at.
    init(_ bytes: [UInt8], name: String) throws {
        var template = Array("/tmp/moulin-paper-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw ToolFailure(sentence: "No temporary file.") }
        close(descriptor)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        try write(bytes, to: path)
        if let directory = getenv("MOULIN_PAPERS") {
            try write(bytes, to: "\(String(cString: directory))/\(name).pdf")
        }
    }

    deinit { unlink(path) }

    /// The text layer as it lies on the page, without white space.
    func text() throws -> String { squeezed(try run("pdftotext -layout '\(path)' -")) }

    /// The text in reading order, without white space: a cell that wraps stays together.
    func flow() throws -> String { squeezed(try run("pdftotext '\(path)' -")) }

    /// The text inside an area of the first page.
    func text(in area: Area) throws -> String {
        let points = [area.x, area.y, area.width, area.height].map { Int(Double($0) * 72 / 25.4) }
        let crop = zip(["-x", "-y", "-W", "-H"], points).map { "\($0) \($1)" }
        return squeezed(
            try run("pdftotext -f 1 -l 1 \(crop.joined(separator: " ")) '\(path)' -")
        )
    }

    func check() throws -> String { try run("qpdf --check '\(path)' 2>&1") }

    func fonts() throws -> [[Substring]] {
        try run("pdffonts '\(path)'").split(separator: "\n").dropFirst(2)
            .map { $0.split(separator: " ") }
    }

    func information() throws -> [String: String] {
        var information: [String: String] = [:]
        for line in try run("pdfinfo -isodates '\(path)'").split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            information[String(line[..<colon])] = String(value)
        }
        return information
    }

    /// What `zbarimg` reads on a page, at `resolution` dots per inch.
    func codes(page: Int = 1, resolution: Int = 300, crop: String = "") throws -> [String] {
        let picture = "pdftoppm -r \(resolution) -gray -f \(page) -l \(page) \(crop) '\(path)'"
        return try run(
            "\(picture) | zbarimg --nodbus -q --raw -Sdisable -Sqrcode.enable -Scode128.enable -",
            tools: ["pdftoppm", "zbarimg"]
        )
        .split(separator: "\n").map(String.init)
    }

    /// What `dmtxread` reads on a page: one text after the other.
    func dataMatrices(page: Int = 1, resolution: Int = 300, crop: String = "") throws -> [String] {
        let picture = "pdftoppm -r \(resolution) -png -f \(page) -l \(page) \(crop) '\(path)'"
        return try run("\(picture) | dmtxread -n -N1 -", tools: ["pdftoppm", "dmtxread"])
            .split(separator: "\n").map(String.init)
    }
}

/// A rectangle on paper, in millimetres from the upper left corner.
struct Area {
    let x: Int
    let y: Int
    let width: Int
    let height: Int
}

struct ToolFailure: Error, CustomStringConvertible {
    let sentence: String
    var description: String { sentence }
}

/// Without any white space: a reader of PDFs guesses spaces from gaps, and kerning narrows some.
func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

private func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else {
        throw ToolFailure(sentence: "The PDF cannot be written to \(path).")
    }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
}

private let packages = [
    "pdftotext": "poppler-utils", "pdffonts": "poppler-utils", "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils", "qpdf": "qpdf", "zbarimg": "zbar-tools", "dmtxread": "dmtx-utils",
]

private func run(_ command: String, tools: [String]? = nil) throws -> String {
    for tool in tools ?? [String(command.prefix { $0 != " " })] {
        guard try output(of: "command -v \(tool)") != "" else {
            throw ToolFailure(
                sentence: "\(tool) is missing; install the Debian package "
                    + "\(packages[tool, default: tool])."
            )
        }
    }
    return try output(of: command)
}

private func output(of command: String) throws -> String {
    guard let pipe = popen(command, "r") else {
        throw ToolFailure(sentence: "No shell to run \(command).")
    }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&buffer, 1, buffer.count, pipe)
        guard count > 0 else { break }
        bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
}
