import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

/// A hard disk of a business laptop fails with errors 12/0/0, and fails two retries (rulebook 7, W03).
@Suite struct W03Tests {
    private func fail(_ town: Town, _ nth: Int64) async throws -> RecordWipeReport.Outcome {
        let log = NwipeText(
            drives: [.init(name: "sda", serial: "WD-1", isErased: false, passErrors: 12)],
            secondsAgo: 600 - nth
        )
        return try await town.application.perform(
            RecordWipeReport(report: log.text),
            as: town.ana
        )
    }

    private func failedThrice(_ town: Town) async throws -> DeviceReference {
        let device = try await town.atWiping(CountedDrive(serial: "WD-1", kind: .hdd))
        for nth in 1...3 {
            let outcome = try await fail(town, Int64(nth))
            #expect(outcome.drives.map(\.verdict) == [.refused])
            #expect(outcome.drives[0].state == "wipe_failed")
            #expect(
                outcome.drives[0].reasons.map(\.code)
                    == ["not_erased", "pass_errors", "bytes_incomplete"]
            )
        }
        return device
    }

    @Test func `the fourth attempt is refused, by log, by hand and by the map`() async throws {
        try await Town.with { town in
            let device = try await failedThrice(town)

            let log = try await fail(town, 4)
            let byHand = await town.refusal(
                RecordWipe(
                    device: device,
                    method: .ataSanitize,
                    result: .success
                )
            )
            let retry = await town.refusal(TakeStep(device: device, step: "retry_wipe"))

            #expect(!log.changed)
            #expect(log.drives[0].reasons.map(\.code) == ["wipe_attempts_used_up"])
            for refusal in [byHand, retry] {
                #expect(refusal?.code == .wipeAttemptsUsedUp)
                #expect(refusal?.next == ["remove_and_destroy", "return_to_donor"])
                #expect(
                    refusal?.sentence(in: .en)
                        == "Drive WD-1 has failed 3 times, the limit is 3. Remove it for destruction with a certificate, or return it to the donor."
                )
                #expect(refusal?.facts["device"] == device.text)
            }
        }
    }

    @Test(arguments: ["sell", "give", "set_for_parts", "set_for_disposal", "start_test"])
    func `it does not leave with its data`(step: String) async throws {
        try await Town.with { town in
            let device = try await failedThrice(town)

            let refusal = await town.refusal(
                TakeStep(device: device, step: step, reason: "plus de place")
            )

            #expect(
                refusal?.code == (step == "set_for_disposal" ? .driveNotCleared : .stepNotOnMap)
            )
            #expect(refusal?.facts["state"] == "wipe_failed")
        }
    }

    @Test func `with the disk removed and a new one wiped it goes to testing`() async throws {
        try await Town.with { town in
            let device = try await failedThrice(town)
            _ = try await town.application.perform(
                CountDrives(
                    device: device,
                    drives: [.init(serial: "WD-1"), .init(serial: "NEW-2", kind: .ssd)]
                ),
                as: town.ana
            )

            let removed = try await town.application.perform(
                RemoveDrive(device: device, drive: "WD-1", destination: .destruction),
                as: town.ana
            )
            let wiped = try await town.application.perform(
                RecordWipe(device: device, method: .ataSanitize, result: .success),
                as: town.ana
            )
            let state = try await town.step(device, "start_test")
            let destroyed = try await town.application.perform(
                DestroyDrive(drive: DriveReference("wd-1"), certificate: "CDE 2026-7"),
                as: town.ana
            )
            let twice = await town.refusal(
                DestroyDrive(drive: DriveReference("WD-1"), certificate: "CDE 2026-8")
            )

            #expect(removed.state == "wipe_failed")
            #expect(wiped.drive == "NEW-2")
            #expect(wiped.state == "wiped")
            #expect(state == "testing")
            #expect(destroyed.state == .destroyed)
            #expect(twice?.code == .driveNotAwaitingDestruction)
        }
    }

    @Test func `it may go back to the donor`() async throws {
        try await Town.with { town in
            let device = try await failedThrice(town)

            let state = try await town.step(
                device,
                "return_to_donor",
                reason: "rendu contre signature"
            )

            #expect(state == "returned_to_donor")
        }
    }

    @Test func `a word of success that proves nothing is refused and leaves no trace`() async throws
    {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "WD-1", kind: .ssd))

            let refusal = await town.refusal(
                RecordWipe(device: device, method: .overwrite1, result: .success)
            )
            let proper = try await town.application.perform(
                RecordWipe(device: device, method: .ataSanitize, result: .success),
                as: town.ana
            )

            #expect(refusal?.code == .wipeNotAccepted)
            #expect(refusal?.facts["reasons"] == "not_verified, method_not_accepted")
            #expect(proper.attempt == 1)
        }
    }

    @Test func `a check that fails voids the proofs and sends the machine back`() async throws {
        try await Town.with { town in
            let device = try await town.shelved("S-1")

            let checked = try await town.application.perform(
                CheckWipe(wipe: 1, passed: false, tool: "hdparm"),
                as: town.dan
            )
            let refusal = await town.refusal(TakeStep(device: device, step: "record_wiped"))

            #expect(checked.voided)
            #expect(checked.state == "wipe_pending")
            #expect(refusal?.code == .drivesNotCounted)
        }
    }
}
