import Domain
import Tabular

/// One line of an nwipe log, without its time.
struct NwipeMessage {
    private let text: Substring
    /// The device that the line names last, without the sign behind it.
    private let device: Substring?

    init(_ message: Substring) {
        text = message.hasPrefix("nwipe: ") ? message.dropFirst(7).trimmingWhiteSpace : message
        // The source of random bytes is no drive.
        device = text.contains("entropy") ? nil : Self.device(in: text)
    }

    private static func device(in text: Substring) -> Substring? {
        var found: Substring?
        var rest = text
        while let range = rest.firstRange(of: "/dev/") {
            let name = rest[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            if !name.isEmpty { found = name }
            rest = rest[range.upperBound...]
        }
        return found
    }

    func apply(to reader: inout NwipeLogReader) {
        if reader.log.version == nil,
            let version = word(after: "nwipe ") ?? word(after: "Nwipe version ")
        {
            if version.first?.isNumber == true { reader.log.version = version }
        }
        if Self.abortions.contains(where: { text.contains($0) })
            || (text.contains("Exit in progress") && !reader.hasTables)
        {
            reader.log.wasAborted = true
        }
        guard let device else { return }
        reader.change(device) { drive in
            readMethod(&drive)
            readRounds(&drive)
            readIdentity(&drive)
            readBus(&drive)
            readHiddenSectors(&drive)
            if text.hasPrefix("error:") || text.hasPrefix("fatal:") || text.hasPrefix("sanity:") {
                drive.complaints.append(String(text))
            }
        }
    }

    private static let abortions = [
        "aborted by the user", "Nwipe was aborted", "User abort",
    ]

    private func readMethod(_ drive: inout NwipeLog.Drive) {
        guard let range = text.firstRange(of: "Invoking method '") else { return }
        let name = text[range.upperBound...].prefix { $0 != "'" }
        if !name.isEmpty { drive.method = String(name) }
    }

    /// `Starting round 1 of 3`, `Finished final round 3 of 3`.
    private func readRounds(_ drive: inout NwipeLog.Drive) {
        guard text.contains("tarting round ") || text.contains("inished"),
            let range = text.firstRange(of: "round ")
        else { return }
        let words = text[range.upperBound...].split {
            $0 == " " || $0 == "/" || $0 == "," || $0 == "."
        }
        guard let nth = words.first.flatMap({ Int($0) }) else { return }
        let ofIndex = words.firstIndex(of: "of").map { $0 + 1 } ?? 1
        if ofIndex < words.count, let total = Int(words[ofIndex]) { drive.roundsRequested = total }
        if text.contains("inished"), nth > drive.roundsCompleted ?? 0 {
            drive.roundsCompleted = nth
        }
    }

    /// `/dev/sda, sect/blk/dev 512/4096/500107862016`, `serial number = 9VM1`.
    private func readIdentity(_ drive: inout NwipeLog.Drive) {
        if let sizes = word(after: "sect/blk/dev "), let size = sizes.split(separator: "/").last {
            drive.bytesTotal = Int(size) ?? drive.bytesTotal
        }
        guard
            let serial = word(after: "serial number = ") ?? word(after: "serial number is ")
                ?? word(after: "S/N=")
        else { return }
        drive.note(serial: serial)
    }

    /// `Found /dev/sda,  ATA-SSD, MODEL, 500 GB, S/N=9VM1`.
    private func readBus(_ drive: inout NwipeLog.Drive) {
        guard text.contains("Found /dev/") else { return }
        let fields = text.split(separator: "," as Character)
        if fields.count > 2, let kind = NwipeBus.kind(fields[1]) { drive.mediaKind = kind }
    }

    private func readHiddenSectors(_ drive: inout NwipeLog.Drive) {
        let small = text.lowercased()
        guard small.contains("hidden sectors") else { return }
        if small.contains("no hidden sectors") {
            if drive.hiddenSectors == nil { drive.hiddenSectors = WipeReport.HiddenSectors.none }
        } else if small.contains("detected") || small.contains("found") {
            drive.hiddenSectors = .found
        } else if Self.doubts.contains(where: { small.contains($0) }),
            drive.hiddenSectors != .found
        {
            drive.hiddenSectors = .unknown
        }
    }

    /// How nwipe says that it could not look.
    private static let doubts = ["indeterminate", "unknown", "unable", "cannot", "not determine"]

    private func word(after marker: String) -> String? {
        guard let range = text.firstRange(of: marker) else { return nil }
        let word = text[range.upperBound...].prefix { $0 != " " && $0 != "," && $0 != "'" }
        let bare = word.last == "." ? word.dropLast() : word
        return bare.isEmpty ? nil : String(bare)
    }
}
