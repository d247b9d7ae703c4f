import Glibc
import Postgres
import Store

/// A log of nwipe as a test wants it, ended some seconds ago.
struct NwipeText {
    struct Drive {
        var name: String
        var serial: String
        var isErased = true
        var passErrors = 0
        var bytes = 500_107_862_016
        /// As `Found` lines give it; no such line without.
        var bus: String?
    }

    var drives: [Drive]
    var secondsAgo: Int64 = 60
    var hasSummary = true

    var text: String {
        let ended = clock(secondsAgo)
        var lines = ["[\(clock(secondsAgo + 3600))]  info: nwipe 0.36"]
        for drive in drives {
            if let bus = drive.bus {
                lines.append(
                    "[\(ended)] notice: Found /dev/\(drive.name), \(bus), ST500LM021, 500 GB, S/N=\(drive.serial)"
                )
            }
            lines += [
                "[\(ended)] notice: No hidden sectors on /dev/\(drive.name)",
                "[\(ended)] notice: Invoking method 'PRNG Stream' on /dev/\(drive.name).",
                "[\(ended)] notice: Finished final round 1 of 1 on /dev/\(drive.name)",
            ]
        }
        return (lines + (hasSummary ? summary(ended) : [])).joined(separator: "\n")
    }

    private func summary(_ ended: String) -> [String] {
        let line = String(repeating: "-", count: 80)
        var lines = [
            "****** Error Summary ******",
            "! Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors", line,
        ]
        lines += drives.map { " \($0.name) | \($0.passErrors) | 0 | 0" }
        lines += [
            "****** Erasure Summary ******", "! Device | Bytes Erased (B) | Total (B) | %", line,
        ]
        lines += drives.map {
            " \($0.name) | \($0.isErased ? $0.bytes : 4096) | \($0.bytes) | 100.0"
        }
        lines += [
            "****** Drive Status ******",
            "! Device | Status | Thru-put | HH:MM:SS | Model/Serial Number", line,
        ]
        lines += drives.map {
            " \($0.name) |\($0.isErased ? " Erased " : "-FAILED-")| 118 MB/s| 01:05:48 | ST500LM021/\($0.serial)"
        }
        return lines + [
            line, "[\(ended)] Total Throughput 118 MB/s, PRNG Stream, 1R+B+VL", "******",
        ]
    }

    /// `2026/11/22 20:36:58`, in UTC.
    private func clock(_ secondsAgo: Int64) -> String {
        let now = Timestamp(seconds: Int64(time(nil)) - secondsAgo).iso
        return now.replacing("-", with: "/").replacing("T", with: " ").replacing("Z", with: "")
    }
}
