import Tabular

/// Reads the lines of an nwipe log, of any of its ages.
struct NwipeLogReader {
    enum Table { case errors, erasure, status }

    var log = NwipeLog()
    /// Where each drive stands in the log, by its device.
    private var places: [String: Int] = [:]
    private var table: Table?
    /// Whether the tables of the end have begun.
    private(set) var hasTables = false
    private var statusRows = 0
    private var hasFooter = false

    mutating func read(_ line: Substring) {
        let text = line.trimmingWhiteSpace
        if let title = Self.title(text) {
            table = title
            hasTables = true
            return
        }
        if table != nil, text.contains("|") {
            readRow(text)
        } else if text.hasPrefix("[") {
            readMessage(text)
        } else if text.hasPrefix("*"), table == .status {
            table = nil
        }
    }

    mutating func finish() -> NwipeLog {
        log.hasSummary = statusRows > 0 && hasFooter
        for index in log.drives.indices {
            if log.drives[index].method == nil { log.drives[index].method = log.method }
            if log.drives[index].roundsRequested == nil {
                log.drives[index].roundsRequested = log.rounds
            }
        }
        return log
    }

    private static func title(_ text: Substring) -> Table? {
        guard text.hasPrefix("*") else { return nil }
        if text.contains("Error Summary") { return .errors }
        if text.contains("Erasure Summary") { return .erasure }
        if text.contains("Drive Status") { return .status }
        return nil
    }

    mutating func change(_ device: some StringProtocol, _ body: (inout NwipeLog.Drive) -> Void) {
        let name = String(device.reversed().prefix { $0 != "/" }.reversed())
        guard !name.isEmpty else { return }
        let place = places[name] ?? log.drives.count
        if place == log.drives.count {
            places[name] = place
            log.drives.append(NwipeLog.Drive(device: name))
        }
        body(&log.drives[place])
    }

    private mutating func readRow(_ text: Substring) {
        let bars: [Substring] = text.split(
            separator: "|" as Character,
            omittingEmptySubsequences: false
        )
        let cells = bars.map(\.trimmingWhiteSpace)
        guard cells.count >= 4, !cells[0].hasSuffix("Device") else { return }
        // An exclamation mark or another sign before the device calls for attention.
        guard let device = cells[0].split(separator: " ").last else { return }
        switch table {
        case .errors:
            change(device) {
                $0.passErrors = Int(cells[1])
                $0.verificationErrors = Int(cells[2])
                $0.syncErrors = Int(cells[3])
            }
        case .erasure:
            change(device) {
                $0.bytesErased = Self.number(cells[1])
                $0.bytesTotal = Self.number(cells[2]) ?? $0.bytesTotal
            }
        case .status where cells.count >= 5:
            statusRows += 1
            // A model may hold a bar; the row has five columns.
            readStatus(device, cells, cells[4...].joined(separator: "|"))
        case .status, nil: break
        }
    }

    private mutating func readStatus(
        _ device: Substring,
        _ cells: [Substring],
        _ identity: String
    ) {
        let (model, serial) = Self.modelAndSerial(identity)
        change(device) { drive in
            drive.statusText = String(cells[1])
            drive.status = Self.status(cells[1])
            drive.seconds = Self.seconds(cells[3])
            if drive.model == nil { drive.model = model }
            if let serial { drive.note(serial: serial) }
        }
    }

    private static func status(_ cell: Substring) -> NwipeLog.Status? {
        let word = cell.lowercased().filter { $0.isLetter }
        return switch word {
        case "erased": .erased
        case "failed": .failed
        case "uaborted", "aborted": .aborted
        case "insanity": .insanity
        default: nil
        }
    }

    /// The serial follows the last slash: a model may hold one itself.
    private static func modelAndSerial(_ identity: String) -> (String?, String?) {
        guard let slash = identity.lastIndex(of: "/") else {
            return (identity.isEmpty ? nil : identity, nil)
        }
        let model = identity[..<slash].trimmingWhiteSpace
        let serial = identity[identity.index(after: slash)...].trimmingWhiteSpace
        return (model.isEmpty ? nil : String(model), serial.isEmpty ? nil : String(serial))
    }

    static func isHidden(_ serial: String) -> Bool {
        serial.allSatisfy { $0 == "X" || $0 == "x" } || serial.contains("no ATA pass")
            || serial.lowercased().contains("unknown")
    }

    /// A count of bytes; a sign or words after it are passed over.
    private static func number(_ cell: Substring) -> Int? {
        let start = cell.drop { $0 == "(" || $0 == " " }
        let isNegative = start.first == "-"
        let digits = start.drop { $0 == "-" }.prefix { $0.isNumber && $0.isASCII }
        return Int(digits).map { isNegative ? -$0 : $0 }
    }

    /// `HH:MM:SS`, where the hours may be any number.
    private static func seconds(_ cell: Substring) -> Int? {
        let parts = cell.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3, parts[0] >= 0, parts[0] < 1_000_000, (0..<60).contains(parts[1]),
            (0..<60).contains(parts[2])
        else { return nil }
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    }

    private mutating func readMessage(_ text: Substring) {
        guard let close = text.firstIndex(of: "]") else { return }
        let time = String(text[text.index(after: text.startIndex)..<close].trimmingWhiteSpace)
        let message = text[text.index(after: close)...].trimmingWhiteSpace
        if log.startedAt == nil { log.startedAt = time }
        log.endedAt = time
        if message.hasPrefix("Total Throughput") {
            hasFooter = true
            readFooter(message)
            table = nil
        } else {
            NwipeMessage(message).apply(to: &self)
        }
    }

    /// `Total Throughput 118 MB/s, DoD Short, 1R+B+VL`.
    private mutating func readFooter(_ message: Substring) {
        let parts = message.split(separator: ",").map(\.trimmingWhiteSpace)
        guard parts.count >= 3, let options = parts.last else { return }
        log.method = parts[1..<(parts.count - 1)].joined(separator: ", ")
        for option in options.split(separator: "+") {
            switch option {
            case "NV": log.verification = NwipeLog.Verification.none
            case "VL": log.verification = .last
            case "VA": log.verification = .all
            default: if option.hasSuffix("R") { log.rounds = Int(option.dropLast()) }
            }
        }
    }
}
