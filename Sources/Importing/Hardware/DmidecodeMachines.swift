/// Tells apart the machines of a text into which dmidecode printed more than once.
///
/// The program may also have been run several times on one machine, for one type of block each; so what it printed next is of
/// another machine only where it contradicts what is known of the one before.
struct DmidecodeMachines {
    typealias Block = DmidecodeReader.Block

    struct Machine {
        fileprivate(set) var blocks: [Block] = []
        fileprivate var known: [Place: [String: String]] = [:]
    }

    /// Where a machine says a thing once; of its own plate there is but one, whatever its number.
    fileprivate struct Place: Hashable {
        let type: Int
        let handle: String
        /// Which of its type it is in what was printed in one go, where blocks have no handles.
        let rank: Int

        init(_ block: Block, rank: Int) {
            type = block.type
            handle = block.type == 1 ? "" : block.handle
            self.rank = block.type == 1 || !handle.isEmpty ? 0 : rank
        }
    }

    /// At least one, even of nothing.
    private(set) var machines = [Machine()]

    init(_ blocks: [Block]) {
        for run in Self.runs(of: blocks) { take(run) }
    }

    /// What was printed in one go: up to where the program names itself, or to another BIOS or machine.
    private static func runs(of blocks: [Block]) -> [[Block]] {
        var runs: [[Block]] = [[]]
        for block in blocks {
            let isAgain =
                (0...1).contains(block.type)
                && runs[runs.count - 1].contains { $0.type == block.type }
            if block.opensRun || isAgain { runs.append([]) }
            runs[runs.count - 1].append(block)
        }
        return runs
    }

    private mutating func take(_ run: [Block]) {
        let places = Self.places(of: run)
        let isOther = zip(run, places).contains { block, place in
            machines[machines.count - 1].known[place].map { Self.contradicts(block, $0) } ?? false
        }
        if isOther { machines.append(Machine()) }
        let last = machines.count - 1
        var added: [(Place, [String: String])] = []
        for (block, place) in zip(run, places) {
            // Said again of the same machine.
            if machines[last].known[place] != nil { continue }
            machines[last].blocks.append(block)
            added.append((place, block.values))
        }
        for (place, values) in added { machines[last].known[place] = values }
    }

    private static func places(of run: [Block]) -> [Place] {
        var ranks: [Int: Int] = [:]
        return run.map { block in
            ranks[block.type, default: 0] += 1
            return Place(block, rank: ranks[block.type, default: 0])
        }
    }

    /// By the plates of the machine, its board and its chassis, and by its memory.
    private static func contradicts(_ block: Block, _ before: [String: String]) -> Bool {
        guard [1, 2, 3, 17].contains(block.type) else { return false }
        return [
            "Manufacturer", "Product Name", "Serial Number", "UUID", "Size", "Part Number",
        ].contains { key in
            guard let now = block[key], let then = before[key] else { return false }
            return now != then
        }
    }
}
