public import Domain
public import Postgres
public import Store

/// Writes down what a gift is worth.
///
/// A company says it in a letter, which is recorded and never computed (rulebook 1.2). An individual estimates, and the
/// house reviews by its grid: raising the lower of the two needs a reason.
public struct ValueDonation: Command {
    public static let name = "value-donation"
    public static let summary = Phrase(
        fr: "note la valeur d'un don",
        en: "writes down what a donation is worth"
    )
    public static let permission = Permission(.intake, .receiptIssuer, .admin)

    public struct Line: Codable, Sendable, Hashable {
        public let line: Int32
        /// A company's or public body's own value of one, in cents.
        public let unitCents: Int64?
        /// What an individual says one is worth.
        public let estimateCents: Int64?
        public let madeIn: Int16?
        /// `a` to `d`, for the grid.
        public let condition: Grade?
        /// What the reviewer keeps; absent: the lower of estimate and grid.
        public let keptCents: Int64?
        public let reason: String?

        enum CodingKeys: String, CodingKey {
            case line, condition, reason
            case unitCents = "unit_cents"
            case estimateCents = "estimate_cents"
            case madeIn = "made_in"
            case keptCents = "kept_cents"
        }

        public init(
            line: Int32,
            unitCents: Int64? = nil,
            estimateCents: Int64? = nil,
            madeIn: Int16? = nil,
            condition: Grade? = nil,
            keptCents: Int64? = nil,
            reason: String? = nil
        ) {
            self.line = line
            self.unitCents = unitCents
            self.estimateCents = estimateCents
            self.madeIn = madeIn
            self.condition = condition
            self.keptCents = keptCents
            self.reason = reason
        }
    }

    public let donation: Int64
    public let basis: ValuationBasis?
    /// Of every item.
    public let unitCents: Int64?
    /// Of all that was accepted: said once the gift is reconciled.
    public let totalCents: Int64?
    public let lines: [Line]?
    /// The letter's file name.
    public let letter: String?
    public let letterOn: Day?
    public let signer: String?

    enum CodingKeys: String, CodingKey {
        case donation, basis, lines, letter, signer
        case unitCents = "unit_cents"
        case totalCents = "total_cents"
        case letterOn = "letter_on"
    }

    public init(
        donation: Int64,
        basis: ValuationBasis? = nil,
        unitCents: Int64? = nil,
        totalCents: Int64? = nil,
        lines: [Line]? = nil,
        letter: String? = nil,
        letterOn: Day? = nil,
        signer: String? = nil
    ) {
        self.donation = donation
        self.basis = basis
        self.unitCents = unitCents
        self.totalCents = totalCents
        self.lines = lines
        self.letter = letter
        self.letterOn = letterOn
        self.signer = signer
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donation: Int64
        public let valuation: DonationValuation
        public let lines: [LineAnswer]
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let statuses: [DonationStatus] =
            totalCents == nil ? [.announced, .received, .reconciled] : [.reconciled]
        let gift = try Donation.lock(donation, whileIn: statuses, in: db, circumstances)
        try gift.requireNoPaper(in: db, circumstances)
        let speaker = circumstances.speaker
        let known = try Failure.running { () throws(PostgresError) in
            try DonationStore.lines(of: donation, speaker, in: db)
        }
        let (valuation, lines) =
            gift.donorKind == .individual
            ? try reviewed(known, in: db, circumstances)
            : try declared(known, gift, circumstances.today)
        try Failure.running { () throws(PostgresError) in
            for line in lines { try DonationStore.write(line, of: donation, speaker, in: db) }
            try DonationStore.value(donation, valuation, of: speaker, in: db)
        }
        return Outcome(
            donation: donation,
            valuation: valuation,
            lines: lines.map { LineAnswer($0, nil) }
        )
    }

    /// True when a figure is there for all, for one, or for one of a line.
    private var namesAmount: Bool {
        unitCents != nil || totalCents != nil || lines?.contains { $0.unitCents != nil } == true
    }

    /// As the letter says: nothing is added, nothing checked but that it is there.
    private func declared(
        _ known: [DonationLine],
        _ gift: Donation,
        _ today: Day
    ) throws(Failure) -> (DonationValuation, [DonationLine]) {
        let (letter, signer) = (Failure.said(letter), Failure.said(signer))
        guard gift.donorKind != .company || (letter != nil && letterOn != nil && signer != nil),
            let basis, namesAmount
        else {
            throw .refused(Refusal(.valuationMissing, ["donation": .text(String(donation))]))
        }
        if let letterOn, letterOn > today {
            let rule = Phrase(
                fr: "une lettre ne date pas de l'avenir",
                en: "no letter is of the future"
            )
            throw .impossible(letterOn, "not_in_the_future", rule)
        }
        let allowed = gift.donorKind.valuationBases
        guard allowed.contains(basis) else {
            throw .refused(
                Refusal(
                    .valuationBasisNotAllowed,
                    [
                        "basis": .word(basis), "donor_kind": .word(gift.donorKind),
                        "allowed": .list(allowed),
                    ]
                )
            )
        }
        var valued = known
        for line in lines ?? [] {
            let index = try valued.place(of: line.line, in: donation)
            valued[index].declaredUnitCents = line.unitCents ?? valued[index].declaredUnitCents
        }
        let valuation = DonationValuation(
            basis: basis,
            unitCents: unitCents,
            totalCents: totalCents,
            letter: letter,
            on: letterOn,
            signer: signer
        )
        return (valuation, valued)
    }

    private func reviewed(
        _ known: [DonationLine],
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> (DonationValuation, [DonationLine]) {
        // A figure for the whole is a company's way; left aside here, it would look as if it counted.
        guard let lines, !lines.isEmpty, !namesAmount else {
            throw .refused(Refusal(.valuationByReview, ["donation": .text(String(donation))]))
        }
        let grid = try Failure.running { () throws(PostgresError) in
            try ValuationGridStore.grid(on: circumstances.today, of: circumstances.speaker, in: db)
        }
        var valued = known
        for line in lines {
            let index = try valued.place(of: line.line, in: donation)
            let year = line.madeIn ?? valued[index].madeIn
            let value = try gridValue(of: valued[index], year, line.condition ?? .b, grid)
            let review = try Failure.judging { () throws(Refusal) in
                try ReviewedValuation(
                    estimate: line.estimateCents.map { Money(cents: $0) },
                    gridValue: value,
                    gridVersion: grid?.version ?? "",
                    kept: line.keptCents.map { Money(cents: $0) },
                    reason: line.reason
                )
            }
            valued[index].madeIn = year
            valued[index].declaredUnitCents = line.estimateCents
            valued[index].reviewedUnitCents = review.kept.cents
            valued[index].reviewReason = review.reason
        }
        let valuation = DonationValuation(
            basis: .marketValue,
            letter: grid?.version,
            on: circumstances.today,
            signer: circumstances.person.name
        )
        return (valuation, valued)
    }

    private func gridValue(
        of line: DonationLine,
        _ year: Int16?,
        _ condition: Grade,
        _ grid: ValuationGrid?
    ) throws(Failure) -> Money {
        let kind = line.kind ?? .peripheral
        if let value = grid?.value(of: kind, madeIn: Int(year ?? 0), condition: condition) {
            return value
        }
        throw .refused(
            Refusal(
                .giftValueMissing,
                [
                    "type": .word(kind), "year": .text(year.map { String($0) } ?? "–"),
                    "grade": .word(condition),
                ],
                next: [PublishValuationGrid.name]
            )
        )
    }
}
