import Domain
import Testing

/// The hard disk of a business laptop fails with errors 12/0/0, and fails two retries.
@Suite struct W03DriveThatCannotBeWiped {
    let map: LifecycleMap

    init() throws {
        map = try FullMap.map()
    }

    @Test func `the report proves nothing`() {
        var report = WipeReport.clean
        report.status = .failed
        report.errors = WipeReport.Errors(pass: 12, verify: 0, sync: 0)

        let verdict = WipeRules.verdict(on: report, for: .hardDisk, at: 2_000_000)

        #expect(verdict.objections.map(\.kind) == [.notErased, .passErrors])
    }

    @Test func `the fourth attempt is refused`() throws {
        try WipeRules.requireAttemptLeft(drive: "WD-1", failedAttempts: 2)

        let refusal = #expect(throws: Refusal.self) {
            try WipeRules.requireAttemptLeft(drive: "WD-1", failedAttempts: 3)
        }

        #expect(refusal?.code == .wipeAttemptsUsedUp)
        #expect(refusal?.next == ["remove_and_destroy", "return_to_donor"])
    }

    @Test func `even a clean fourth report is not accepted`() {
        var drive = WipedDrive.hardDisk
        drive.failedAttempts = 3

        let verdict = WipeRules.verdict(on: .clean, for: drive, at: 2_000_000)

        #expect(verdict == .rejected([WipeObjection(.noAttemptLeft)]))
    }

    @Test func `it may be destroyed or returned, nothing else`() {
        #expect(
            WipeRules.outcomes(afterFailedAttempts: 3) == [.removeAndDestroy, .returnToDonor]
        )
        #expect(
            WipeRules.outcomes(afterFailedAttempts: 3, cameFromBuyer: true) == [.removeAndDestroy]
        )
        #expect(WipeRules.outcomes(afterFailedAttempts: 1).first == .retryWipe)
    }

    @Test(arguments: ["sell", "give", "set_for_parts"] as [StepName])
    func `sale, gift and parts are refused`(step: StepName) throws {
        #expect(try map.refusal(of: step, from: "wipe_failed")?.code == .stepNotOnMap)
    }

    @Test func `plain recycling asks for every drive to be cleared`() throws {
        let step = try map.step(named: "set_for_disposal", from: "wipe_failed")

        #expect(step.evidence == .clearance)
        #expect(try map.state(step.to).isClean)
    }

    @Test func `with the disk removed the device goes on to testing`() throws {
        let wiped = try map.step(named: "record_wiped", from: "wipe_failed")

        #expect(wiped.evidence == .clearance)
        #expect(try map.step(named: "start_test", from: wiped.to).to == "testing")
    }
}
