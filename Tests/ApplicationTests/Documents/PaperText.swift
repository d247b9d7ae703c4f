import Application
import Domain
import Glibc
import Store
import TownSupport

/// The words of a PDF as a reader finds them, white space squeezed.
func text(ofPDF pdf: [UInt8]) throws -> String {
    let text = try output(of: "pdftotext -layout", onPDF: pdf, "-")
    guard !text.isEmpty else { throw PaperUnreadable() }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// What `zbarimg` reads on the first page at the resolution of a label printer, each with its kind: `QR-Code:M-7K3Q-9F`.
func codes(inPDF pdf: [UInt8]) throws -> [String] {
    try output(
        of: "pdftoppm -r 203 -gray -l 1",
        onPDF: pdf,
        "| zbarimg --nodbus -q -Sdisable -Sqrcode.enable -Scode128.enable -"
    )
    .split(separator: "\n").map(String.init)
}

/// What `dmtxread` reads on the first page, at 300 dots per inch.
func dataMatrices(inPDF pdf: [UInt8]) throws -> [String] {
    try output(of: "pdftoppm -r 300 -png -l 1", onPDF: pdf, "| dmtxread -n -N1 -")
        .split(separator: "\n").map(String.init)
}

/// What a tool writes of a PDF, whose name comes between `command` and `rest`.
private func output(
    of command: String,
    onPDF pdf: [UInt8],
    _ rest: String
) throws -> String {
    let path = "\(temporaryFolder)/moulin-paper-\(getpid())-\(UInt64.random(in: 0 ... .max)).pdf"
    guard let file = fopen(path, "w") else { throw PaperUnreadable() }
    fwrite(pdf, 1, pdf.count, file)
    fclose(file)
    defer { unlink(path) }
    return try output(of: "\(command) '\(path)' \(rest)")
}

/// What a line of shell writes.
func output(of command: String) throws -> String {
    guard let pipe = popen(command, "r") else { throw PaperUnreadable() }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&buffer, 1, buffer.count, pipe)
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += buffer[..<count]
    }
}

private var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
}

/// The paper could not be written or read; `pdftotext` is in the Debian package poppler-utils.
struct PaperUnreadable: Error {}

extension Town {
    func drawer() -> DocumentDrawer {
        DocumentDrawer(application, verifyingAt: "https://moulin.example/v")
    }

    /// The rule that refuses; nil when nothing does.
    func refusal(of body: () async throws -> Void) async throws -> Refusal? {
        do {
            try await body()
            return nil
        } catch Failure.refused(let refusal) {
            return refusal
        }
    }
}
