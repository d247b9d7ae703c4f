public import Domain
public import Postgres
import Store

/// Corrects an announced or received gift: its references, or the value and number of lines.
///
/// A line corrected for fewer items than it has is split: the rest stays as it was announced. Once a public body's gift is
/// here, its values are corrected by a decision, whose reference and date come with the correction (rulebook 1.6, W05).
public struct CorrectDonation: Command {
    public static let name = "correct-donation"
    public static let summary = Phrase(fr: "corrige un don annoncé", en: "corrects a donation")
    public static let permission = AnnounceDonation.permission

    public struct Line: Codable, Sendable, Hashable {
        public let line: Int32
        /// How many of the line are corrected; absent: all of it.
        public let quantity: Int32?
        public let declaredUnitCents: Int64?

        enum CodingKeys: String, CodingKey {
            case line, quantity
            case declaredUnitCents = "declared_unit_cents"
        }

        public init(line: Int32, quantity: Int32? = nil, declaredUnitCents: Int64? = nil) {
            self.line = line
            self.quantity = quantity
            self.declaredUnitCents = declaredUnitCents
        }
    }

    public let donation: Int64
    public let lines: [Line]?
    public let reference: String?
    public let deedReference: String?
    public let deedDate: Day?
    public let counterpartCents: Int64?

    enum CodingKeys: String, CodingKey {
        case donation, lines, reference
        case deedReference = "deed_reference"
        case deedDate = "deed_date"
        case counterpartCents = "counterpart_cents"
    }

    public init(
        donation: Int64,
        lines: [Line]? = nil,
        reference: String? = nil,
        deedReference: String? = nil,
        deedDate: Day? = nil,
        counterpartCents: Int64? = nil
    ) {
        self.donation = donation
        self.lines = lines
        self.reference = reference
        self.deedReference = deedReference
        self.deedDate = deedDate
        self.counterpartCents = counterpartCents
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donation: Int64
        public let lines: [LineAnswer]
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try Donation.requireCounterpart(counterpartCents)
        let gift = try lock(in: db, circumstances)
        try gift.requireNoPaper(in: db, circumstances)
        let speaker = circumstances.speaker
        var known = try Failure.running { () throws(PostgresError) in
            try DonationStore.lines(of: donation, speaker, in: db)
        }
        for correction in lines ?? [] { try apply(correction, to: &known) }
        let corrected = known
        try Failure.running { () throws(PostgresError) in
            for line in corrected { try DonationStore.write(line, of: donation, speaker, in: db) }
            try DonationStore.correct(
                donation,
                reference: reference,
                deedReference: deedReference,
                deedDate: deedDate,
                counterpart: counterpartCents,
                of: speaker,
                in: db
            )
        }
        let goods = OfferedGoods(donorKind: gift.donorKind, dataOrigin: gift.dataOrigin)
        return Outcome(
            donation: donation,
            lines: corrected.map { LineAnswer($0, goods.refusal(of: $0)) }
        )
    }

    /// - Throws: `unknown_donation`, `donation_not_in_status`, `deed_missing`.
    private func lock(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Donation {
        let standing = try Donation.require(donation, in: db, circumstances)
        let statuses: [DonationStatus] =
            if lines == nil {
                [.announced, .received, .reconciled]
            } else {
                standing.donorKind == .publicBody
                    ? [.announced, .received, .reconciled] : [.announced]
            }
        let gift = try Donation.lock(donation, whileIn: statuses, in: db, circumstances)
        guard gift.status == .announced || lines == nil || hasDeed else {
            throw .refused(Refusal(.deedMissing, ["donation": .text(String(donation))]))
        }
        if let deedDate, deedDate > circumstances.today, gift.status != .announced {
            let rule = Phrase(
                fr: "une décision ne date pas de l'avenir",
                en: "no decision is of the future"
            )
            throw .impossible(deedDate, "not_in_the_future", rule)
        }
        return gift
    }

    private var hasDeed: Bool { Failure.said(deedReference) != nil && deedDate != nil }

    private func apply(_ correction: Line, to lines: inout [DonationLine]) throws(Failure) {
        let index = try lines.place(of: correction.line, in: donation)
        let quantity = correction.quantity ?? lines[index].quantity
        guard quantity >= 1 else {
            throw .unreadable(
                Unreadable(
                    String(quantity),
                    expected: Phrase(
                        fr: "une quantité d'au moins 1",
                        en: "a quantity of at least 1"
                    )
                )
            )
        }
        var corrected = lines[index]
        corrected.declaredUnitCents = correction.declaredUnitCents ?? corrected.declaredUnitCents
        corrected.quantity = quantity
        guard quantity < lines[index].quantity else {
            lines[index] = corrected
            return
        }
        lines[index].quantity -= quantity
        corrected.takeCounts(of: quantity, from: &lines[index])
        corrected.line = (lines.map(\.line).max() ?? 0) + 1
        lines.append(corrected)
    }
}

extension DonationLine {
    /// Takes over what was counted of so many, those that were refused first.
    fileprivate mutating func takeCounts(of quantity: Int32, from rest: inout DonationLine) {
        received = min(quantity, rest.received)
        refused = min(received, rest.refused)
        accepted = min(received - refused, rest.accepted)
        rest.received -= received
        rest.refused -= refused
        rest.accepted -= accepted
        if refused == 0 { refusalReason = nil }
        if rest.refused == 0 { rest.refusalReason = nil }
    }
}

extension [DonationLine] {
    /// - Throws: `donation_line_unknown`.
    func place(of line: Int32, in donation: Int64) throws(Failure) -> Int {
        guard let index = firstIndex(where: { $0.line == line }) else {
            throw .refused(
                Refusal(
                    .donationLineUnknown,
                    ["donation": .text(String(donation)), "line": .number(Int(line))]
                )
            )
        }
        return index
    }
}
