import Application
import Domain

extension DemoDay {
    /// Machines of the company with a solid state drive, and their drives.
    private static let solid = [
        "5CG8231H4K", "5CD8420LX7", "PF1B7M2Q", "5CG8231H5M", "5CD8420M01", "PF1B7M3R",
    ]
    /// Machines with a hard disk: the second disk fails.
    private static let spinning = ["9XK4TN2", "9XK4TP8"]
    private static let fromTownHall = ["S4GH2200", "S4GH2207", "S4GH2214"]

    func workAtTheBench(_ gifts: DemoGifts) async throws(Failure) {
        town.chapter(
            "L'atelier : trier, compter les disques, effacer",
            "The workshop: triage, count drives, wipe"
        )
        let all = Self.solid + Self.spinning + Self.fromTownHall
        try await town.has(
            "ana",
            "take-steps",
            key: "triage",
            ["devices": .list(all.map { .text($0) }), "step": "triage"]
        )
        for serial in all { try await count(serial) }
        try await town.has(
            "ana",
            "take-steps",
            key: "to-wipe",
            ["devices": .list(all.map { .text($0) }), "step": "send_to_wipe"]
        )
        town.line(
            "\(all.count) machines triées, leurs disques comptés un par un",
            "\(all.count) machines triaged, their drives counted one by one"
        )
        for serial in Self.solid + Self.fromTownHall { try await sanitise(serial) }
        town.line("SSD : SANITIZE, relu", "SSDs: SANITIZE, read back")
        try await wipeDisks()
        try await shelveAll()
    }

    private func count(_ serial: String) async throws(Failure) {
        let isDisk = Self.spinning.contains(serial)
        try await town.has(
            "ana",
            "count-drives",
            key: "count/\(serial)",
            [
                "device": .text(serial),
                "drives": [
                    [
                        "serial": .text("D-" + serial), "kind": isDisk ? "hdd" : "ssd",
                        "capacity_gb": isDisk ? 500 : 256,
                    ]
                ],
            ]
        )
    }

    private func sanitise(_ serial: String) async throws(Failure) {
        try await town.has(
            "ana",
            "record-wipe",
            key: "wipe/\(serial)",
            [
                "device": .text(serial), "method": "ata_sanitize", "result": "success",
                "verification": "all",
            ]
        )
    }

    /// One log of nwipe over two disks: one is erased; the other failed, and after two more tries must be destroyed.
    private func wipeDisks() async throws(Failure) {
        let log = DemoWipeLog(drives: Self.spinning.map { "D-" + $0 })
        for attempt in 1...3 {
            // nwipe writes whole seconds; a wipe ends after its machine arrived, and the next after the one before.
            try? await Task.sleep(for: .milliseconds(1_100))
            let text = town.read("nwipe-\(attempt).log") ?? log.text(attempt: attempt)
            town.write(Array(text.utf8), to: "nwipe-\(attempt).log")
            if attempt > 1 {
                try await town.has(
                    "ana",
                    "take-step",
                    key: "retry/\(attempt)",
                    ["device": "9XK4TP8", "step": "retry_wipe"]
                )
            }
            try await town.has(
                "ana",
                "record-wipe-report",
                key: "log/\(attempt)",
                ["report": .text(text)]
            )
        }
        town.line(
            "nwipe : un disque effacé ; l'autre a échoué trois fois",
            "nwipe: one disk erased; the other failed three times"
        )
        try await town.has(
            "ana",
            "remove-drive",
            key: "remove",
            ["device": "9XK4TP8", "destination": "destruction", "note": "12 secteurs illisibles"]
        )
        town.line(
            "le disque en échec est retiré pour être détruit, la machine continue",
            "the failed disk is pulled to be destroyed, the machine goes on"
        )
    }

    private func shelveAll() async throws(Failure) {
        town.chapter("Tester, classer, mettre en rayon", "Test, grade, put on the shelf")
        let ready = Self.solid + ["9XK4TN2"] + Self.fromTownHall
        try await town.has(
            "ana",
            "take-steps",
            key: "test",
            ["devices": .list(ready.map { .text($0) }), "step": "start_test"]
        )
        for (nth, serial) in ready.enumerated() {
            try await town.has(
                "ana",
                "record-tests",
                key: "tests/\(serial)",
                ["device": .text(serial), "results": [], "others_pass": true]
            )
            try await town.has(
                "ana",
                "grade-device",
                key: "grade/\(serial)",
                [
                    "device": .text(serial),
                    "cosmetic": nth.isMultiple(of: 3) ? "light_marks" : "visible_marks",
                    "battery_percent": .number(Int64([88, 74, 81, 66][nth % 4])),
                ]
            )
            try await town.has(
                "ana",
                "shelve-device",
                key: "shelve/\(serial)",
                ["device": .text(serial)]
            )
        }
        town.line("\(ready.count) machines en rayon", "\(ready.count) machines on the shelf")
        try await town.keepLabels(of: ready, as: "ana")
    }
}
