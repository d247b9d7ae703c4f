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
        let results = try DeviceReference.resolve(all: references, in: db, speaker)
        var numbers: [Int64] = []
        for result in results { numbers.append(try result.get()) }
        return numbers
    }
}
