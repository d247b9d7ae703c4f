public import Domain
public import Postgres
import Store

/// Writes down what a donor is going to give.
///
/// A line that the law keeps out (a public body's machine worth more than 300 euros) is written down with its refusal, and
/// none of it can be accepted until it is corrected.
public struct AnnounceDonation: Command {
    public static let name = "announce-donation"
    public static let summary = Phrase(fr: "annonce un don", en: "announces a donation")
    public static let permission = Permission(.intake, .receiptIssuer, .admin)

    public let donor: Int64
    public let lines: [GivenLine]
    public let announcedOn: Day?
    /// The donor's own reference.
    public let reference: String?
    /// Absent: follows from who gives.
    public let originRegime: OriginRegime?
    /// Absent: follows from who gives.
    public let originClass: DataOriginClass?
    /// The level of erasure that the donor asks for beyond the policy.
    public let requiredLevel: SanitisationLevel?
    public let deedReference: String?
    public let deedDate: Day?
    /// What the donor gets in return, in cents; it lowers the receipt.
    public let counterpartCents: Int64?

    enum CodingKeys: String, CodingKey {
        case donor, lines, reference
        case announcedOn = "announced_on"
        case originRegime = "origin_regime"
        case originClass = "origin_class"
        case requiredLevel = "required_level"
        case deedReference = "deed_reference"
        case deedDate = "deed_date"
        case counterpartCents = "counterpart_cents"
    }

    public init(
        donor: Int64,
        lines: [GivenLine],
        announcedOn: Day? = nil,
        reference: String? = nil,
        originRegime: OriginRegime? = nil,
        originClass: DataOriginClass? = nil,
        requiredLevel: SanitisationLevel? = nil,
        deedReference: String? = nil,
        deedDate: Day? = nil,
        counterpartCents: Int64? = nil
    ) {
        self.donor = donor
        self.lines = lines
        self.announcedOn = announcedOn
        self.reference = reference
        self.originRegime = originRegime
        self.originClass = originClass
        self.requiredLevel = requiredLevel
        self.deedReference = deedReference
        self.deedDate = deedDate
        self.counterpartCents = counterpartCents
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donation: Int64
        public let originRegime: OriginRegime
        public let originClass: DataOriginClass
        public let lines: [LineAnswer]

        enum CodingKeys: String, CodingKey {
            case donation, lines
            case originRegime = "origin_regime"
            case originClass = "origin_class"
        }
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try Donation.requireCounterpart(counterpartCents)
        let giver = try Donor.require(donor, in: db, circumstances)
        let goods = OfferedGoods(
            donorKind: giver.kind,
            dataOrigin: originClass ?? giver.kind.usualDataOrigin
        )
        var written: [DonationLine] = []
        for (index, line) in lines.enumerated() { written.append(try line.line(Int32(index + 1))) }
        let refusals = written.map { goods.refusal(of: $0) }
        if let classified = refusals.first(where: { $0?.code == .classifiedMedia }) ?? nil {
            throw .refused(classified)
        }
        let announcement = DonationStore.Announcement(
            donor: giver.number,
            donorKind: giver.kind,
            regime: try regime(of: giver, in: db, circumstances),
            dataOrigin: goods.dataOrigin,
            requiredLevel: requiredLevel?.rank ?? 0,
            announcedOn: announcedOn ?? circumstances.today,
            reference: reference,
            deedReference: deedReference,
            deedDate: deedDate,
            counterpart: counterpartCents ?? 0
        )
        let speaker = circumstances.speaker
        let donation = try Failure.running { () throws(PostgresError) -> Int64 in
            let donation = try DonationStore.announce(announcement, of: speaker, in: db)
            for line in written { try DonationStore.write(line, of: donation, speaker, in: db) }
            return donation
        }
        return Outcome(
            donation: donation,
            originRegime: announcement.regime,
            originClass: announcement.dataOrigin,
            lines: zip(written, refusals).map { LineAnswer($0, $1) }
        )
    }

    /// As agent for whoever declared Retail Gift Aid, unless told otherwise; for nobody else.
    ///
    /// - Throws: `gift_aid_missing`.
    private func regime(
        of giver: Donor,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> OriginRegime {
        let asked = originRegime ?? giver.kind.usualRegime
        let mayBeAgent = giver.kind == .individual && originRegime == nil
        guard mayBeAgent || asked == .ukRgaAgency else { return asked }
        let declaration = try Failure.running { () throws(PostgresError) in
            try GiftAidStore.declaration(of: giver.number, circumstances.speaker, in: db)
        }
        if declaration != nil { return .ukRgaAgency }
        guard asked == .ukRgaAgency else { return asked }
        throw .refused(
            Refusal(.giftAidMissing, ["donor": .text(giver.name)], next: [DeclareGiftAid.name])
        )
    }
}

extension DonorKind {
    /// Whose data their machines held, unless they say otherwise.
    var usualDataOrigin: DataOriginClass {
        switch self {
        case .individual: .individual
        case .company, .association: .business
        case .publicBody: .public
        }
    }

    /// Under which law their machines come, unless the organisation may not resell a public body's.
    var usualRegime: OriginRegime {
        self == .publicBody ? .publicResale : .private
    }
}
