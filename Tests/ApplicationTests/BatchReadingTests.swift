import Application
import Domain
import Testing
import TownSupport

@Suite struct BatchReadingTests {
    @Test(arguments: [
        (#"{"command":"take-step""#, 23),
        (#"{"command" "take-step"}"#, 12),
        (#"["command"]"#, 1),
        (#"{"command":"take-stop"}"#, 12),
        (#"{"device":"é"}"#, 1),
        (#"{"device":"é","command":"take-step","stop":"x"}"#, 37),
        (#"{"command":"take-step","device":"M-0001","step":7}"#, 42),
        (#"{"command":"take-step","device":"A","device":"B"}"#, 37),
        (#"{"command":"take-step","device":"\x"}"#, 35),
        (#"{"command":"take-step","key":"","device":"A","step":"triage"}"#, 30),
        (#"{"command":"take-step","device":"A","step":"triage"}x"#, 53),
    ])
    func `a line that is no command is named by line and column`(line: String, column: Int)
        async throws
    {
        try await Town.with { town in
            let outcome = try await town.batch(["", line])

            #expect(outcome.ending == .refused)
            #expect(outcome.failure?.line == 2)
            #expect(outcome.failure?.column == column)
            #expect(outcome.failure?.code == "unreadable")
            #expect(
                outcome.failure?.sentence(in: .fr).hasPrefix("Ligne 2, colonne \(column)") == true
            )
        }
    }

    @Test func `a line beyond a mebibyte is told, and the next one is read`() async throws {
        try await Town.with { town in
            let devices = try await town.receivedDevices(2)
            let told = ToldFailures()
            let long = step("triage", devices[0], reason: String(repeating: "a", count: 3 << 20))
            let fitting = step("triage", devices[1], reason: String(repeating: "a", count: 9_000))

            let outcome = try await town.batch(
                [long, fitting],
                Batch(keepsGoing: true),
                told: told
            )

            #expect(outcome.count.done == 1)
            #expect(told.all.map(\.line) == [1])
        }
    }

    @Test func `the mark at the beginning of a file from Windows is passed over`() async throws {
        try await Town.with { town in
            let devices = try await town.receivedDevices(2)

            let outcome = try await town.batch([
                "\u{FEFF}" + step("triage", devices[0]), step("triage", devices[1]),
            ])

            #expect(outcome.count.done == 2)
        }
    }

    @Test func `a quickly read step is as strict about its texts as any`() async throws {
        try await Town.with { town in
            let devices = try await town.receivedDevices(1)
            for reason in ["a\u{7F}b", "a\u{9B}b", String(repeating: "a", count: 10_001)] {
                let outcome = try await town.batch([step("quarantine", devices[0], reason: reason)])

                #expect(outcome.failure?.code == "unreadable")
                #expect(outcome.failure?.sentence(in: .en).contains("reason") == true)
            }
        }
    }

    @Test func `escapes and nested values read as in any JSON`() async throws {
        try await Town.with { town in
            let devices = try await town.receivedDevices(1)
            let label = DeviceReference(number: devices[0]).text

            let outcome = try await town.batch([
                #" { "command" : "take-step", "step" : "quar\u0061ntine", "device" : "\#(label)","#
                    + #" "reason" : "ligne 1\n\"ligne 2\"" } "#
            ])

            #expect(outcome.count.done == 1)
            #expect(
                try await town.texts("SELECT reason AS text FROM core.device_step WHERE nth = 2")
                    == ["ligne 1\n\"ligne 2\""]
            )
        }
    }

    @Test func `a file that is not there is told with its name`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(Batch(), from: "/nowhere.jsonl", as: town.ana)
            }

            #expect(failure?.sentence(in: .en).contains("/nowhere.jsonl") == true)
        }
    }
}
