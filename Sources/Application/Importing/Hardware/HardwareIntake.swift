import Domain
import Importing
import Postgres
import Store

/// Finds the machine of each report, or makes it, and writes down what the report says: a chunk of reports at a time.
struct HardwareIntake {
    struct Choices: Sendable {
        /// Under which machines come that nobody knew; nil when all must be known.
        var donation: Int64?
        /// The machine that a person named: stronger than anything that a report says.
        var device: DeviceReference?
        /// The kind of machines whose case does not tell it.
        var kind: DeviceType?
        var step = "receive"
    }

    private let choices: Choices
    private let speaker: Speaker
    private var batch: Int64?
    private var lineCount: Int32 = 0
    /// The files of which a part was written in this run.
    private var kept: Set<[UInt8]> = []

    init(_ choices: Choices, _ speaker: Speaker) {
        self.choices = choices
        self.speaker = speaker
    }

    /// Takes the reports of a chunk in their order, each as if those before it had been written.
    ///
    /// `work` may run while the server writes.
    mutating func take(
        _ entries: [HardwareEntry],
        in db: isolated Connection,
        meanwhile work: () -> Void = {}
    ) throws(Failure) -> [HardwareLine] {
        var chunk = HardwareChunk(entries)
        var decider = try decider(of: entries, in: db)
        for (place, entry) in entries.enumerated() {
            guard case .report(let read) = entry else { continue }
            let decision = decider.decide(read)
            chunk.decisions[place] = decision
            switch decision {
            case .same, .refused: break
            case .known(let device, let remark):
                chunk.append(read, at: place, of: device)
                chunk.note(remark, on: device)
            case .again(let device):
                try write(&chunk, in: db, meanwhile: {})
                try receiveAgain(device, in: db)
                chunk.append(read, at: place, of: device)
            case .new(let new):
                lineCount += 1
                chunk.append(read, at: place, of: new.device, making: new, line: lineCount)
            }
        }
        try write(&chunk, in: db, meanwhile: work)
        try raiseDoubts(of: chunk, in: db)
        return chunk.lines()
    }

    private func decider(
        of entries: [HardwareEntry],
        in db: isolated Connection
    ) throws(Failure) -> HardwareDecider {
        let reports = entries.compactMap(\.report)
        let named = try named(in: reports, in: db)
        let (speaker, choices) = (speaker, choices)
        return try Failure.running { () throws(PostgresError) in
            guard !reports.isEmpty else {
                return HardwareDecider(choices, KnownMachines(), recorded: [:], named: named)
            }
            return HardwareDecider(
                choices,
                try KnownMachines.loading(for: reports, and: Array(named.values), speaker, in: db),
                recorded: try HardwareStore.devices(
                    recordedFrom: reports.map(\.key),
                    speaker,
                    in: db
                ),
                named: named
            )
        }
    }

    /// The machines that persons named, those that there are.
    private func named(
        in reports: [ReadHardware],
        in db: isolated Connection
    ) throws(Failure) -> [DeviceReference: Int64] {
        var labels = Set(reports.compactMap(\.report.label).map { DeviceReference($0) })
        if let device = choices.device { labels = [device] }
        var named: [DeviceReference: Int64] = [:]
        for label in labels { named[label] = try label.resolve(in: db, speaker) }
        let (speaker, numbers) = (speaker, Array(named.values))
        guard !numbers.isEmpty else { return [:] }
        let states = try Failure.running { () throws(PostgresError) in
            try HardwareStore.states(of: numbers, speaker, in: db)
        }
        return named.filter { states[$0.value] != nil }
    }

    private func receiveAgain(
        _ device: Int64,
        in db: isolated Connection
    ) throws(Failure) {
        guard let donation = choices.donation else { return }
        try Failure.running { () throws(PostgresError) in
            try HardwareStore.receiveAgain(device, under: donation, in: db)
        }
    }

    private func raiseDoubts(
        of chunk: HardwareChunk,
        in db: isolated Connection
    ) throws(Failure) {
        for contested in chunk.contested {
            let evidence = SentJSON.text(["agreeing": contested.agreeing])
            try Failure.running { () throws(PostgresError) in
                try HardwareStore.doubt(
                    chunk.number(contested.device),
                    or: chunk.number(contested.other),
                    evidence: evidence,
                    in: db
                )
            }
        }
    }

    /// Writes what is decided and not written yet.
    private mutating func write(
        _ chunk: inout HardwareChunk,
        in db: isolated Connection,
        meanwhile work: () -> Void
    ) throws(Failure) {
        let waves = chunk.takeWaves()
        let new = waves.flatMap(\.self).filter { $0.making != nil }.sorted { $0.place < $1.place }
        if let first = new.first {
            try register(first.read, in: db)
            try number(&chunk, new, in: db)
        }
        for (index, wave) in waves.enumerated() {
            let sent = wave.map { chunk.sent($0, file: file(of: $0.read)) }
            let (choices, batch) = (choices, batch)
            let recorded = try Failure.running { () throws(PostgresError) in
                try HardwareStore.take(
                    sent,
                    donation: choices.donation,
                    step: choices.step,
                    batch: batch,
                    in: db,
                    meanwhile: index == 0 ? work : {}
                )
            }
            for (place, became) in recorded { chunk.note(became, of: wave[place]) }
        }
    }

    private func number(
        _ chunk: inout HardwareChunk,
        _ new: [HardwareWrite],
        in db: isolated Connection
    ) throws(Failure) {
        let numbers = try Failure.running { () throws(PostgresError) in
            try HardwareStore.reserve(new.count, in: db)
        }
        for (write, number) in zip(new, numbers) { chunk.numbers[write.device] = number }
    }

    /// The bytes of a file, for the first of its parts that is written.
    private mutating func file(of read: ReadHardware) -> [UInt8]? {
        kept.insert(read.file.sha256).inserted ? read.file.bytes : nil
    }

    /// One run is one batch, named after its first new machine, which no other run can have.
    private mutating func register(
        _ first: ReadHardware,
        in db: isolated Connection
    ) throws(Failure) {
        guard batch == nil else { return }
        let (speaker, donation, file) = (speaker, choices.donation, first.file)
        do throws(Failure) {
            batch = try Failure.running { () throws(PostgresError) in
                try HardwareStore.register(
                    file.name,
                    sha256: first.part == 1
                        ? file.sha256 : Digest.sha256(file.sha256 + Array("#\(first.part)".utf8)),
                    donation: donation,
                    for: speaker,
                    in: db
                )
            }
        } catch {
            throw error.naming(donation)
        }
    }
}

extension Failure {
    /// The same of a donation that is not there, with its number; the wall that says so does not know it.
    fileprivate func naming(_ donation: Int64?) -> Failure {
        guard case .refused(let refusal) = self, refusal.code == .unknownDonation, let donation
        else { return self }
        return .refused(Refusal(.unknownDonation, ["donation": .text(String(donation))]))
    }
}
