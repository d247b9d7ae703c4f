import Domain
import Postgres
import Store

extension WipingBench {
    /// Brings machines to wiping: triaged ones are sent there, and those of `retrying` whose last attempt failed are made ready again.
    ///
    /// - Returns: Why some cannot be brought there.
    func prepare(
        _ devices: [Int64],
        retrying retried: Set<Int64>,
        in db: isolated Connection
    ) throws(Failure) -> [Int64: Refusal] {
        let standing = try progress(of: devices, in: db)
        let begun = devices.filter { standing[$0]?.state == "triaged" }
        let again = devices.filter { retried.contains($0) && standing[$0]?.state == "wipe_failed" }
        let refusals = try takeAll("send_to_wipe", with: begun, in: db)
        return refusals.merging(try takeAll("retry_wipe", with: again, in: db)) { first, _ in first
        }
    }

    /// Brings machines forward to `wiped` where every drive is cleared, and says where all of them stand then.
    func advance(
        _ devices: [Int64],
        in db: isolated Connection
    ) throws(Failure) -> [Int64: String] {
        let standing = try progress(of: devices, in: db)
        let clear = devices.filter { device in
            standing[device].map {
                $0.isClear && ($0.state == "wipe_pending" || $0.state == "wipe_failed")
            } ?? false
        }
        if let refusal = try takeAll("record_wiped", with: clear, in: db).values.first {
            throw .refused(refusal)
        }
        return try progress(of: devices, in: db).mapValues(\.state)
    }

    private func progress(
        of devices: [Int64],
        in db: isolated Connection
    ) throws(Failure) -> [Int64: WipeStore.Progress] {
        guard !devices.isEmpty else { return [:] }
        return try Failure.running { () throws(PostgresError) in
            try WipeStore.progress(of: devices, circumstances.speaker, in: db)
        }
    }

    /// Takes a step with many machines; why some of them cannot take it.
    private func takeAll(
        _ step: String,
        with devices: [Int64],
        in db: isolated Connection
    ) throws(Failure) -> [Int64: Refusal] {
        guard !devices.isEmpty else { return [:] }
        let taking = StepTaking(circumstances.map)
        var refusals: [Int64: Refusal] = [:]
        for move in try taking.takeAll(step, with: devices, reason: nil, in: db)
        where move.to == nil {
            refusals[move.device] = taking.refusal(of: step, move)
        }
        return refusals
    }
}
