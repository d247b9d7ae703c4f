import Glibc

/// A log as nwipe writes it, over disks whose last one fails.
struct DemoWipeLog {
    let drives: [String]

    /// The first attempt wipes all disks, later ones only the one that failed.
    func text(attempt: Int) -> String {
        let present = attempt == 1 ? drives : Array(drives.suffix(1))
        let now = Self.stamp
        var text = present.enumerated().map { nth, serial in
            "[\(now)]  notice: Found /dev/sd\(Self.letter(nth)), ATA , HGST HTS725050A7, 500 GB, S/N=\(serial)\n"
        }.joined()
        text += "[\(now)]  notice: Program options are set as follows...\n[\(now)]  notice:   method = PRNG Stream\n"
        text += table("Error Summary", "!   Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors", present) { nth, failed in
            "    sd\(Self.letter(nth)) |         \(failed ? "12" : " 0") |                    0 |                    0"
        }
        text += table("Drive Status", "!   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number", present) { nth, failed in
            "\(failed ? "!" : " ")   sd\(Self.letter(nth)) |\(failed ? "-FAILED-" : " Erased ")|  98 MB/s | 01:25:0\(nth) | HGST HTS725050A7/\(present[nth])"
        }
        return text + "[\(now)] Total Throughput 196 MB/s, PRNG Stream, 1R+NB+VL\n"
    }

    private func table(
        _ title: String,
        _ heading: String,
        _ present: [String],
        row: (Int, Bool) -> String
    ) -> String {
        let stars = String(repeating: "*", count: 40)
        let rows = present.indices.map { row($0, $0 == present.count - 1) }
        return "\n\(stars) \(title) \(stars)\n\(heading)\n\(rows.joined(separator: "\n"))\n"
            + String(repeating: "*", count: 80 + title.count + 2) + "\n"
    }

    private static func letter(_ nth: Int) -> String { String(UnicodeScalar(UInt8(97 + nth))) }

    /// This minute in universal time, as nwipe writes it.
    private static var stamp: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)/\(two(parts.tm_mon + 1))/\(two(parts.tm_mday)) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
    }
}
