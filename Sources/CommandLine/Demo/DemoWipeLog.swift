import Glibc

/// A log as nwipe writes it, over disks whose last one fails.
struct DemoWipeLog {
    let drives: [String]

    /// The first attempt wipes all disks, later ones only the one that failed.
    func text(attempt: Int) -> String {
        let present = attempt == 1 ? drives : Array(drives.suffix(1))
        let now = Self.stamp
        let last = present.count - 1
        var text = "[\(now)]   info: nwipe 0.35\n"
        for (nth, serial) in present.enumerated() {
            let device = "/dev/sd\(Self.letter(nth))"
            text += """
                [\(now)] notice: Found \(device),  ATA, HGST HTS725050A7, 500 GB, S/N=\(serial)
                [\(now)]   info: No hidden sectors on \(device)
                [\(now)] notice: \(device), sect/blk/dev 512/4096/500107862016
                [\(now)] notice: Invoking method 'PRNG Stream' on \(device).

                """
            text +=
                nth == last
                ? "[\(now)]  error: Pass failed on \(device)\n"
                : "[\(now)] notice: Finished final round 1 of 1 on \(device)\n"
        }
        text += table(
            "Error Summary",
            "!   Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors",
            present
        ) { nth, failed in
            "    sd\(Self.letter(nth)) |         \(failed ? "12" : " 0") |                    0 |                    0"
        }
        text += table(
            "Erasure Summary",
            "!   Device | Bytes Erased (B)        | Total (B)               | %",
            present
        ) { nth, failed in
            "\(failed ? "!" : " ")      sd\(Self.letter(nth)) |            \(failed ? "        4096" : "500107862016") |            500107862016 | \(failed ? "  0.0" : "100.0")"
        }
        text += table(
            "Drive Status",
            "!   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number",
            present
        ) { nth, failed in
            "\(failed ? "!" : " ")   sd\(Self.letter(nth)) |\(failed ? "-FAILED-" : " Erased ")|  98 MB/s | 01:25:0\(nth) | HGST HTS725050A7/\(present[nth])"
        }
        return text + "[\(now)] Total Throughput 196 MB/s, PRNG Stream, 1R+B+VL\n"
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

    /// This moment in universal time, as nwipe writes it.
    private static var stamp: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)/\(two(parts.tm_mon + 1))/\(two(parts.tm_mday)) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
    }
}
