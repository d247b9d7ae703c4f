import Domain
import Postgres
import Store

/// Takes the steps that follow from what was recorded: nobody has to say twice that a machine is clean, or that it is not.
struct WipingBench {
    let circumstances: Circumstances

    init(_ circumstances: Circumstances) {
        self.circumstances = circumstances
    }

    func isClean(_ state: String) -> Bool {
        circumstances.map.states.contains { $0.name.rawValue == state && $0.isClean }
    }

    /// - Throws: `unknown_device`.
    func progress(
        of device: Int64,
        in db: isolated Connection
    ) throws(Failure) -> WipeStore.Progress {
        let found = try Failure.running { () throws(PostgresError) in
            try WipeStore.progress(of: [device], circumstances.speaker, in: db)[device]
        }
        guard let found else {
            let label = DeviceReference(number: device).text
            throw .refused(Refusal(.unknownDevice, ["device": .text(label)]))
        }
        return found
    }

    /// The counted drives of a machine.
    func drives(
        of device: Int64,
        in db: isolated Connection
    ) throws(Failure) -> [BenchDrive] {
        try Failure.running { () throws(PostgresError) in
            try db.answer(DriveStore.drives(of: device, circumstances.speaker))
        }
    }

    /// Brings a machine forward to `wiped` when every drive is cleared, and says where it stands then.
    func advance(_ device: Int64, in db: isolated Connection) throws(Failure) -> String {
        let standing = try progress(of: device, in: db)
        guard standing.isClear, standing.state == "wipe_pending" || standing.state == "wipe_failed"
        else { return standing.state }
        return try take("record_wiped", with: device, reason: nil, in: db)
    }

    /// Sends a triaged machine to wiping: whoever records an attempt has begun.
    func begin(_ device: Int64, in db: isolated Connection) throws(Failure) {
        guard try progress(of: device, in: db).state == "triaged" else { return }
        try take("send_to_wipe", with: device, reason: nil, in: db)
    }

    /// Writes a failed attempt into the machine's history, over a retry when the one before had failed.
    func stepFailed(_ device: Int64, in db: isolated Connection) throws(Failure) -> String {
        var state = try progress(of: device, in: db).state
        // The attempt is recorded already: the last of three leaves none, and the history still shows it.
        if state == "wipe_failed" { return state }
        guard state == "wipe_pending" else { return state }
        try Failure.running { () throws(PostgresError) in try WipeStore.stepFailed(device, in: db) }
        state = "wipe_failed"
        return state
    }

    /// Makes ready for another attempt on a machine whose last one failed.
    func retry(_ device: Int64, in db: isolated Connection) throws(Failure) {
        guard try progress(of: device, in: db).state == "wipe_failed" else { return }
        try take("retry_wipe", with: device, reason: nil, in: db)
    }

    @discardableResult
    func take(
        _ step: String,
        with device: Int64,
        reason: String?,
        in db: isolated Connection
    ) throws(Failure) -> String {
        try StepTaking(circumstances.map).take(step, with: device, reason: reason, in: db)
    }
}
