import Domain
import Postgres
import Store

/// Adds to a refusal what a person needs to act on it: where the device stands, what is missing, what may be done next.
struct DeviceExplanation {
    let map: LifecycleMap
    let speaker: Speaker

    func completing(
        _ refusal: Refusal,
        about subject: DeviceReference,
        in db: isolated Connection
    ) throws(Failure) -> Refusal {
        try db.transaction(.readOnly, prologue: speaker.prologue(key: nil, now: 0)) {
            (db) throws(Failure) -> Refusal in
            try completing(refusal, about: subject, inOpen: db)
        }
    }

    /// The same within a transaction that is open already: as the device stands there.
    func completing(
        _ refusal: Refusal,
        about subject: DeviceReference,
        inOpen db: isolated Connection
    ) throws(Failure) -> Refusal {
        let device = try subject.resolve(in: db, speaker)
        let found = try Failure.running { () throws(PostgresError) in
            try DeviceStore.standing(of: device, speaker, in: db)
        }
        guard let found else { return refusal }
        return complete(refusal, DeviceReference(number: device), found)
    }

    /// The same within a transaction that is already open.
    func completing(
        _ refusal: Refusal,
        about device: Int64,
        within db: isolated Connection
    ) throws(Failure) -> Refusal {
        let found = try Failure.running { () throws(PostgresError) in
            try DeviceStore.standing(of: device, speaker, in: db)
        }
        return found.map { complete(refusal, DeviceReference(number: device), $0) } ?? refusal
    }

    private func complete(
        _ refusal: Refusal,
        _ device: DeviceReference,
        _ standing: DeviceStore.Standing
    ) -> Refusal {
        let state = State(rawValue: standing.state)
        let next = (try? map.steps(from: state)) ?? []
        var facts: [String: Fact] = ["device": .text(device.text)]
        if let known = map.states.first(where: { $0.name == state }) {
            facts["state"] = .word(standing.state, known.label)
            facts["from"] = facts["state"]
        }
        if let step = refusal.facts["step"],
            let known = map.steps.first(where: { $0.name.rawValue == step })
        {
            facts["step"] = .word(step, known.label)
        }
        facts["drives"] = .text(standing.uncleared.joined(separator: ", "))
        if refusal.facts["drive"] == nil {
            let drives =
                refusal.code == .wipeAttemptsUsedUp ? standing.exhausted : standing.uncleared
            facts["drive"] = .text(drives.joined(separator: ", "))
        }
        if refusal.facts["flag"] == nil { facts["flag"] = .list(flags(standing)) }
        facts["next"] = .list(next.map { ($0.name.rawValue, $0.label) })
        if refusal.code == .unknownStep { facts["allowed"] = facts["next"] }
        return Refusal(
            code: refusal.code,
            facts: refusal.facts.merging(Refusal(refusal.code, facts).facts) { _, better in better
            },
            next: ways(out: refusal, standing) ?? next.map(\.name.rawValue)
        )
    }

    private func flags(_ standing: DeviceStore.Standing) -> [(String, Phrase)] {
        standing.flags.map { flag in
            (flag, FlagKind(rawValue: flag)?.label ?? Phrase(fr: flag, en: flag))
        }
    }

    /// What a refusal itself leaves open; nil when it is the steps of the map.
    private func ways(out refusal: Refusal, _ standing: DeviceStore.Standing) -> [String]? {
        switch refusal.code {
        case .wipeAttemptsUsedUp:
            WipeRules.outcomes(
                afterFailedAttempts: WipeRules.attemptLimit,
                cameFromBuyer: standing.cameFromBuyer
            ).map(\.rawValue)
        case .drivesNotCounted: ["count-drives"]
        default: refusal.next.isEmpty ? nil : refusal.next
        }
    }
}
