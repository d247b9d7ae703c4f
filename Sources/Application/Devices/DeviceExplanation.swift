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
        facts["flag"] = .text(standing.flags.joined(separator: ", "))
        facts["next"] = .list(next.map { ($0.name.rawValue, $0.label) })
        let told = Refusal(refusal.code, facts, next: next.map(\.name.rawValue))
        return Refusal(
            code: refusal.code,
            facts: refusal.facts.merging(told.facts) { _, better in better },
            next: told.next
        )
    }
}
