import Domain
import Postgres
import Store

/// Reads what the bench knows of a machine, as the rules of grading want it.
struct DeviceInspecting {
    let circumstances: Circumstances

    init(_ circumstances: Circumstances) {
        self.circumstances = circumstances
    }

    /// - Throws: `unknown_device`.
    func subject(
        _ device: Int64,
        in db: isolated Connection
    ) throws(Failure) -> TestStore.Subject {
        let found = try Failure.running { () throws(PostgresError) in
            try TestStore.subject(device, circumstances.speaker, in: db)
        }
        guard let found else {
            let label = DeviceReference(number: device).text
            throw .refused(Refusal(.unknownDevice, ["device": .text(label)]))
        }
        return found
    }

    /// The latest result of each test in the present stay; a word of an older list is left out.
    func results(
        of device: Int64,
        in db: isolated Connection
    ) throws(Failure) -> [InspectionTest: TestResult] {
        let latest = try Failure.running { () throws(PostgresError) in
            try db.answer(TestStore.latest(of: device, circumstances.speaker))
        }
        var results: [InspectionTest: TestResult] = [:]
        for one in latest {
            guard let test = InspectionTest(rawValue: one.test) else { continue }
            results[test] = TestResult(rawValue: one.result)
        }
        return results
    }
}
