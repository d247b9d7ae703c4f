public import Domain
public import Postgres
public import Store

/// Compares line by line what was announced with what came: missing, extra, refused with its reason, accepted; and says of
/// what was accepted whether it is goods or had become waste (rulebook 5.1).
public struct ReconcileDonation: Command {
    public static let name = "reconcile-donation"
    public static let summary = Phrase(fr: "rapproche un don", en: "reconciles a donation")
    public static let permission = Permission(.intake, .technician, .admin)

    /// A line counted; without `line`, goods that nobody announced.
    public struct Line: Codable, Sendable, Hashable {
        public let line: Int32?
        public let kind: DeviceType?
        public let maker: String?
        public let model: String?
        public let description: String?
        public let declaredUnitCents: Int64?
        /// Absent: as counted at the door.
        public let received: Int32?
        /// Absent: all that came and is not refused.
        public let accepted: Int32?
        public let refused: Int32?
        public let refusalReason: DeviceRefusalReason?
        public let wasteStatus: WasteStatus?

        enum CodingKeys: String, CodingKey {
            case line, kind, maker, model, description, received, accepted, refused
            case declaredUnitCents = "declared_unit_cents"
            case refusalReason = "refusal_reason"
            case wasteStatus = "waste_status"
        }

        public init(
            line: Int32? = nil,
            kind: DeviceType? = nil,
            maker: String? = nil,
            model: String? = nil,
            description: String? = nil,
            declaredUnitCents: Int64? = nil,
            received: Int32? = nil,
            accepted: Int32? = nil,
            refused: Int32? = nil,
            refusalReason: DeviceRefusalReason? = nil,
            wasteStatus: WasteStatus? = nil
        ) {
            self.line = line
            self.kind = kind
            self.maker = maker
            self.model = model
            self.description = description
            self.declaredUnitCents = declaredUnitCents
            self.received = received
            self.accepted = accepted
            self.refused = refused
            self.refusalReason = refusalReason
            self.wasteStatus = wasteStatus
        }
    }

    public let donation: Int64
    /// Lines that differ from the count before; at the first count the others were accepted as they came.
    public let lines: [Line]?

    public init(donation: Int64, lines: [Line]? = nil) {
        self.donation = donation
        self.lines = lines
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donation: Int64
        public let lines: [LineAnswer]
        /// What was entered in the register beyond the count at the door; nil when nothing was.
        public let register: RegisterStore.Numbers?
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let gift = try Donation.lock(
            donation,
            whileIn: [.received, .reconciled],
            in: db,
            circumstances
        )
        try gift.requireNoPaper(in: db, circumstances)
        let counted = try count(gift, in: db, circumstances)
        let speaker = circumstances.speaker
        try Failure.running { () throws(PostgresError) in
            for line in counted { try DonationStore.write(line, of: donation, speaker, in: db) }
            try DonationStore.set(
                .reconciled,
                of: donation,
                because: Self.name,
                speaker,
                in: db
            )
        }
        let keeping = RegisterKeeping(bearer: gift.handedOverBy ?? "", paper: nil)
        return Outcome(
            donation: donation,
            lines: counted.map { LineAnswer($0, nil) },
            register: try keeping.enter(gift, counted, in: db, circumstances)
        )
    }

    private func count(
        _ gift: Donation,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [DonationLine] {
        var counted = try lines(of: gift, in: db, circumstances)
        let given = lines ?? []
        for line in given {
            let index = try place(of: line, in: &counted)
            try apply(line, to: &counted[index])
        }
        let goods = OfferedGoods(donorKind: gift.donorKind, dataOrigin: gift.dataOrigin)
        for line in counted where line.accepted > 0 {
            if let refusal = goods.refusal(of: line) { throw .refused(refusal) }
        }
        return counted
    }

    /// As counted before; at the first count all that came counts as accepted.
    private func lines(
        of gift: Donation,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [DonationLine] {
        let speaker = circumstances.speaker
        return try Failure.running { () throws(PostgresError) in
            var lines = try DonationStore.lines(of: donation, speaker, in: db)
            guard !lines.isEmpty else {
                let devices = try DonationStore.devices(of: donation, speaker, in: db)
                return CountedDevices(devices).lines
            }
            guard gift.status == .received else { return lines }
            for index in lines.indices { lines[index].accepted = lines[index].received }
            return lines
        }
    }

    private func place(of line: Line, in counted: inout [DonationLine]) throws(Failure) -> Int {
        if let number = line.line { return try counted.place(of: number, in: donation) }
        let kind = line.kind ?? .peripheral
        let name = line.description ?? GivenLine.description(kind, line.maker, line.model)
        counted.append(
            DonationLine(
                line: (counted.map(\.line).max() ?? 0) + 1,
                kind: kind,
                maker: line.maker,
                model: line.model,
                description: name,
                quantity: 0,
                declaredUnitCents: line.declaredUnitCents
            )
        )
        return counted.count - 1
    }

    private func apply(_ count: Line, to line: inout DonationLine) throws(Failure) {
        line.received = count.received ?? line.received
        line.refused = count.refused ?? 0
        line.accepted = count.accepted ?? line.received - line.refused
        line.refusalReason = line.refused > 0 ? count.refusalReason : nil
        line.wasteStatus = count.wasteStatus ?? line.wasteStatus
        line.declaredUnitCents = count.declaredUnitCents ?? line.declaredUnitCents
        guard line.accepted >= 0, line.refused >= 0, line.accepted + line.refused <= line.received
        else {
            throw .refused(
                Refusal(
                    .donationCountsDiffer,
                    [
                        "line": .number(Int(line.line)), "accepted": .number(Int(line.accepted)),
                        "refused": .number(Int(line.refused)),
                        "received": .number(Int(line.received)),
                    ]
                )
            )
        }
        guard line.refused == 0 || line.refusalReason != nil else {
            throw .refused(
                Refusal(
                    .reasonMissing,
                    ["action": .word("refuse", Phrase(fr: "refuser", en: "refuse"))]
                )
            )
        }
    }
}
