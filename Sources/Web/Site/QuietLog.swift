import Glibc
import Logging

/// Writes the server's warnings as lines of JSON on standard error; its chatter is left out.
struct QuietLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .warning

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let request = metadata["hb.request.id"].map { ",\"request\":\"\(escaped("\($0)"))\"" } ?? ""
        let line =
            "{\"level\":\"\(event.level)\",\"message\":\"\(escaped(event.message.description))\"\(request)}\n"
        _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }

    private func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\"", "\\": escaped += "\\\(scalar)"
            case "\u{0}"..."\u{1F}": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
