import Domain
import Importing
import Store

/// Some reports on their way in: what was decided of each, what is still to be written, and what became of it.
struct HardwareChunk {
    private let entries: [HardwareEntry]
    private var waves = HardwareWaves()
    private var notes: [Int: [HardwareLine.Reason]] = [:]
    /// Machines that persons named, and those that the reports say they are instead.
    private(set) var contested: [Contested] = []
    /// By the place of the report.
    var decisions: [Int: HardwareDecider.Decision] = [:]
    /// The numbers of new machines by what stood for them.
    var numbers: [Int64: Int64] = [:]

    struct Contested {
        let device: Int64
        let other: Int64
        let agreeing: [String]
    }

    init(_ entries: [HardwareEntry]) {
        self.entries = entries
    }

    mutating func append(
        _ read: ReadHardware,
        at place: Int,
        of device: Int64,
        making new: HardwareDecider.New? = nil,
        line: Int32? = nil
    ) {
        waves.append(
            HardwareWrite(place: place, read: read, device: device, making: new, line: line)
        )
    }

    mutating func note(_ remark: HardwareDecider.Remark?, on device: Int64) {
        guard case .identityOf(let other, let agreeing) = remark else { return }
        contested.append(Contested(device: device, other: other, agreeing: agreeing))
    }

    /// What is to be written now; nothing is left to be written after.
    mutating func takeWaves() -> [[HardwareWrite]] {
        defer { waves = HardwareWaves() }
        return waves.waves
    }

    mutating func note(_ recorded: HardwareStore.Recorded, of write: HardwareWrite) {
        notes[write.place] = HardwareNotes.reasons(recorded)
    }

    func sent(_ write: HardwareWrite, file: [UInt8]?) -> HardwareStore.Sent {
        HardwareStore.Sent(
            device: number(write.device),
            making: write.making.map { new in
                HardwareStore.Making(
                    kind: new.kind.rawValue,
                    line: write.line ?? 0,
                    other: new.other.map(number),
                    evidence: new.other.map { _ in SentJSON.text(["agreeing": new.agreeing]) }
                )
            },
            report: write.read.text,
            part: write.read.key,
            file: file
        )
    }

    /// What became of each report.
    func lines() -> [HardwareLine] {
        entries.enumerated().map { place, entry in
            switch entry {
            case .refused(let file, let refusal):
                HardwareLine(file, refusal)
            case .report(let read):
                line(of: read, decisions[place], notes[place] ?? [])
            }
        }
    }

    /// The number that the database gave.
    func number(_ device: Int64) -> Int64 { numbers[device] ?? device }

    private func reasons(
        _ remark: HardwareDecider.Remark?,
        on device: Int64
    ) -> [HardwareLine.Reason] {
        remark.map { HardwareNotes.reason($0, on: number(device), known: number) }.map { [$0] }
            ?? []
    }

    private func line(
        of read: ReadHardware,
        _ decision: HardwareDecider.Decision?,
        _ notes: [HardwareLine.Reason]
    ) -> HardwareLine {
        switch decision {
        case .same(let device): HardwareLine(read, .same, on: number(device))
        case .known(let device, let remark):
            HardwareLine(
                read,
                .updated,
                on: number(device),
                notes: reasons(remark, on: device) + notes
            )
        case .again(let device): HardwareLine(read, .again, on: device, notes: notes)
        case .new(let new):
            HardwareLine(
                read,
                new.other == nil ? .created : .doubtful,
                on: number(new.device),
                new.other.map {
                    .mayBe(DeviceReference(number: number($0)).text, agreeing: new.agreeing)
                },
                notes: notes
            )
        case .refused(let problem): HardwareLine(read, .refused, on: nil, problem)
        case nil: HardwareLine(read, .refused, on: nil, .namesNoMachine)
        }
    }
}

extension HardwareEntry {
    /// Nil for a file that is no report.
    var report: ReadHardware? {
        if case .report(let read) = self { return read }
        return nil
    }
}

extension HardwareLine {
    /// A file that is no report.
    fileprivate init(_ file: ReportFile, _ refusal: HardwareRefusal) {
        self.init(
            file: file.name,
            part: 1,
            source: nil,
            machine: nil,
            device: nil,
            verdict: .refused,
            reason: Reason(refusal.code, refusal.sentence),
            notes: []
        )
    }

    fileprivate init(
        _ read: ReadHardware,
        _ verdict: Verdict,
        on device: Int64?,
        _ problem: HardwareProblem? = nil,
        notes: [Reason] = []
    ) {
        let plate = read.report.namePlate
        let words = [plate.maker, plate.model, read.report.system.serial].compactMap(\.self)
        self.init(
            file: read.file.name,
            part: read.part,
            source: read.report.source.rawValue,
            machine: words.isEmpty ? nil : words.joined(separator: " "),
            device: device.map { DeviceReference(number: $0).text },
            verdict: verdict,
            reason: problem?.reason,
            notes: notes
        )
    }
}
