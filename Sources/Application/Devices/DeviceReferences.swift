import Domain
import Postgres
import Store

/// Many devices as a person names them.
struct DeviceReferences {
    let references: [DeviceReference]

    init(_ references: [DeviceReference]) {
        self.references = references
    }

    /// The numbers of the devices, in the order in which they were named, in one statement at most.
    ///
    /// - Throws: `unknown_device` for the first that nobody answers to, or that two machines answer to.
    func resolve(in db: isolated Connection, _ speaker: Speaker) throws(Failure) -> [Int64] {
        let numbers = references.map(\.number)
        let texts = zip(references, numbers).filter { $1 == nil }.map(\.0.text)
        guard !texts.isEmpty else { return numbers.compactMap(\.self) }
        let found = try Failure.running { () throws(PostgresError) in
            try DeviceStore.find(identifiers: texts, of: speaker, in: db)
        }
        let byKey = Dictionary(grouping: found, by: \.identifier)
        var resolved: [Int64] = []
        for (reference, number) in zip(references, numbers) {
            if let number {
                resolved.append(number)
            } else {
                resolved.append(try one(byKey[reference.text.uppercased()] ?? [], reference))
            }
        }
        return resolved
    }

    private func one(
        _ found: [(identifier: String, device: Int64)],
        _ reference: DeviceReference
    ) throws(Failure) -> Int64 {
        if let only = found.first, found.count == 1 { return only.device }
        let labels = found.map { DeviceReference(number: $0.device).text }.joined(separator: ", ")
        throw .refused(
            Refusal(.unknownDevice, ["device": .text(reference.text), "labels": .text(labels)])
        )
    }
}
