import Domain
import Postgres
import Store

/// Steps of one kind with many devices are one statement.
///
/// Devices are independent of one another, so only the order of the steps of one device matters: the first of each device
/// are taken together, then the second of each, and so on.
extension TakeStep: SetBased {
    var group: String { step }

    static func run(
        all commands: [TakeStep],
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Result<Outcome, Failure>] {
        let devices = try DeviceReference.resolve(
            all: commands.map(\.device),
            in: db,
            circumstances.speaker
        )
        let known = Set(circumstances.map.steps.map(\.name.rawValue))
        var results: [Result<Outcome, Failure>] = []
        var rounds: [[Way: [(index: Int, device: Int64)]]] = []
        var taken: [Int64: Int] = [:]
        for (index, command) in commands.enumerated() {
            guard known.contains(command.step) else {
                results.append(.refused(.unknownStep, ["step": .text(command.step)]))
                continue
            }
            switch devices[index] {
            case .failure(let failure): results.append(.failure(failure))
            case .success(let device):
                results.append(.refused(.unknownDevice, ["device": .text(command.device.text)]))
                let round = taken[device, default: 0]
                taken[device] = round + 1
                if round == rounds.count { rounds.append([:]) }
                rounds[round][Way(command), default: []].append((index, device))
            }
        }
        for round in rounds {
            for (way, members) in round {
                try take(way, members, into: &results, in: db)
            }
        }
        return results
    }

    /// What one statement can do with many devices.
    private struct Way: Hashable {
        let step: String
        let reason: String?

        init(_ command: TakeStep) {
            step = command.step
            reason = command.reason
        }
    }

    private static func take(
        _ way: Way,
        _ members: [(index: Int, device: Int64)],
        into results: inout [Result<Outcome, Failure>],
        in db: isolated Connection
    ) throws(Failure) {
        let moves = try Failure.running { () throws(PostgresError) in
            try DeviceStore.take(
                way.step,
                with: members.map(\.device),
                reason: way.reason,
                strict: false,
                in: db
            )
        }
        let indices = Dictionary(uniqueKeysWithValues: members.map { ($0.device, $0.index) })
        for move in moves {
            guard let index = indices[move.device] else { continue }
            let from = move.from ?? ""
            let label = DeviceReference(number: move.device).text
            guard let to = move.to else {
                results[index] = .refused(
                    move.refusal.flatMap(Refusal.Code.init(rawValue:)) ?? .stepNotOnMap,
                    ["device": .text(label), "from": .text(from), "step": .text(way.step)]
                )
                continue
            }
            results[index] = .success(Outcome(device: label, from: from, to: to))
        }
    }

    static func reading(_ line: JSONLine) -> TakeStep? {
        guard let device = line.plainText("device"), let step = line.plainText("step") else {
            return nil
        }
        let reason = line.plainText("reason")
        let fields = line.members.count { !BatchLine.envelope.contains($0.name) }
        guard fields == (reason == nil ? 2 : 3) else { return nil }
        return TakeStep(device: DeviceReference(device), step: step, reason: reason)
    }

    var plainJSON: [UInt8]? {
        PlainJSON.object([("device", device.text), ("reason", reason), ("step", step)])
    }
}

extension DeviceReference {
    /// The numbers of many devices, looking up those that are named by a serial number in one statement.
    static func resolve(
        all references: [DeviceReference],
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) -> [Result<Int64, Failure>] {
        let numbers = references.map(\.number)
        let unknown = zip(references, numbers).filter { $0.1 == nil }.map(\.0.text)
        let survivors = try Failure.running { () throws(PostgresError) in
            try MergeStore.survivors(of: numbers.compactMap(\.self), speaker, in: db)
        }
        let found = try Failure.running { () throws(PostgresError) in
            guard !unknown.isEmpty else { return [String: [Int64]]() }
            return try DeviceStore.find(identifiers: Array(Set(unknown)), of: speaker, in: db)
        }
        return zip(references, numbers).map { reference, number in
            if let number { return .success(survivors[number] ?? number) }
            return reference.single(of: found[reference.text] ?? [])
        }
    }

    private func single(of found: [Int64]) -> Result<Int64, Failure> {
        if found.count == 1, let number = found.first { return .success(number) }
        var facts: [String: Fact] = ["device": .text(text)]
        if !found.isEmpty {
            let labels = found.prefix(9).map { DeviceReference(number: $0).text }
            facts["labels"] = .text(labels.joined(separator: ", "))
        }
        return .failure(.refused(Refusal(.unknownDevice, facts)))
    }
}

extension Result<TakeStep.Outcome, Failure> {
    fileprivate static func refused(_ code: Refusal.Code, _ facts: [String: Fact]) -> Self {
        .failure(.refused(Refusal(code, facts)))
    }
}
