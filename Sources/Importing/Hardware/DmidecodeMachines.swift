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

        init?(_ block: Block) {
            guard block.type == 1 || !block.handle.isEmpty else { return nil }
            type = block.type
            handle = block.type == 1 ? "" : block.handle
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
        let known = machines[machines.count - 1].known
        let isOther = run.contains { block in
            guard let before = Place(block).flatMap({ known[$0] }) else { return false }
            return Self.contradicts(block, before)
        }
        if isOther { machines.append(Machine()) }
        let last = machines.count - 1
        for block in run {
            guard let place = Place(block) else {
                machines[last].blocks.append(block)
                continue
            }
            // Said again of the same machine.
            if !isOther, known[place] != nil { continue }
            machines[last].blocks.append(block)
            machines[last].known[place] = block.values
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
