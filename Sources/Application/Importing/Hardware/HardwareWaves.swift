import Importing
import Store

/// A report on its way to the database, beside a machine that is there or is to be made.
struct HardwareWrite {
    /// Of its report in the chunk.
    let place: Int
    let read: ReadHardware
    let device: Int64
    let making: HardwareDecider.New?
    /// The rank of a machine to be made among those of the run.
    let line: Int32?
}

/// Reports sorted into statements, so that none says something twice of one machine or of one drive.
///
/// What is said of a machine twice is written twice, in its order. Most chunks are one wave.
struct HardwareWaves {
    private enum Subject: Hashable {
        case machine(Int64)
        case serial(String)
        case worldWideName(String)
    }

    private(set) var waves: [[HardwareWrite]] = []
    private var last: [Subject: Int] = [:]

    mutating func append(_ write: HardwareWrite) {
        let subjects = Self.subjects(of: write)
        let wave = subjects.compactMap { last[$0] }.max().map { $0 + 1 } ?? 0
        if wave == waves.count { waves.append([]) }
        waves[wave].append(write)
        for subject in subjects { last[subject] = wave }
    }

    private static func subjects(of write: HardwareWrite) -> [Subject] {
        [.machine(write.device)]
            + write.read.drives.compactMap(\.serialKey).map { .serial($0) }
            + write.read.drives.compactMap(\.wwn).map { .worldWideName($0) }
    }
}
