import Application
import FoundationEssentials

/// Style and scripts, under names that change with their content, so that browsers may keep them for ever.
struct Assets: Sendable {
    struct File: Sendable {
        let bytes: [UInt8]
        let type: String
    }

    /// By the name in the address.
    let files: [String: File]
    /// From a plain name, such as `moulin.css`, to its address.
    let addresses: [String: String]

    /// - Throws: `SiteUnusable`, naming the folder that is missing.
    init(folder: String) throws(SiteUnusable) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw SiteUnusable(what: folder)
        }
        var files: [String: File] = [:]
        var addresses: [String: String] = [:]
        for name in names.sorted() {
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
                let end = name.split(separator: ".").last,
                let type = Self.types[String(end)]
            else { throw SiteUnusable(what: "\(folder)/\(name)") }
            let print = SignIn.fingerprint(Array(bytes)).prefix(12)
            files["\(print)-\(name)"] = File(bytes: Array(bytes), type: type)
            addresses[name] = "/assets/\(print)-\(name)"
        }
        self.files = files
        self.addresses = addresses
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml", "woff2": "font/woff2",
    ]
}
