public import Domain
public import Postgres
public import Store

/// A gift as every door shows one.
public struct DonationAnswer: Codable, Sendable, Hashable {
    public let donation: Int64
    public let donor: Int64
    public let donorName: String
    public let donorKind: DonorKind
    public let status: DonationStatus
    public let originRegime: OriginRegime
    public let originClass: DataOriginClass
    public let announcedOn: Day?
    public let receivedOn: Day?
    public let handedOverBy: String?
    public let reference: String?
    public let deedReference: String?
    public let deedDate: Day?
    public let counterpartCents: Int64
    public let valuation: DonationValuation?

    enum CodingKeys: String, CodingKey {
        case donation, donor, status, reference, valuation
        case donorName = "donor_name"
        case donorKind = "donor_kind"
        case originRegime = "origin_regime"
        case originClass = "origin_class"
        case announcedOn = "announced_on"
        case receivedOn = "received_on"
        case handedOverBy = "handed_over_by"
        case deedReference = "deed_reference"
        case deedDate = "deed_date"
        case counterpartCents = "counterpart_cents"
    }

    init(_ gift: Donation) {
        donation = gift.number
        donor = gift.donor
        donorName = gift.donorName
        donorKind = gift.donorKind
        status = gift.status
        originRegime = gift.regime
        originClass = gift.dataOrigin
        announcedOn = gift.announcedOn
        receivedOn = gift.receivedOn
        handedOverBy = gift.handedOverBy
        reference = gift.reference
        deedReference = gift.deedReference
        deedDate = gift.deedDate
        counterpartCents = gift.counterpartCents
        valuation = gift.valuation
    }
}

/// A gift with its lines, papers and a page of its devices.
public struct ShowDonation: Question {
    public static let name = "show-donation"
    public static let summary = Phrase(fr: "montre un don", en: "shows a donation")
    public static let permission = Permission(
        .intake,
        .technician,
        .receiptIssuer,
        .accountant,
        .registerKeeper,
        .auditor,
        .dpo,
        .admin
    )

    public let donation: Int64
    /// The number of the last device of the page before.
    public let after: Int64?
    public let limit: Int32?

    public init(donation: Int64, after: Int64? = nil, limit: Int32? = nil) {
        self.donation = donation
        self.after = after
        self.limit = limit
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let donation: DonationAnswer
        public let lines: [LineAnswer]
        public let devices: [GivenDeviceAnswer]
        /// Receipts, attestations and deeds that stand.
        public let documents: [String]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let gift = try Donation.require(donation, in: db, circumstances)
        let goods = OfferedGoods(donorKind: gift.donorKind, dataOrigin: gift.dataOrigin)
        let speaker = circumstances.speaker
        return try Failure.running { () throws(PostgresError) in
            Answer(
                donation: DonationAnswer(gift),
                lines: try DonationStore.lines(of: donation, speaker, in: db).map {
                    LineAnswer($0, goods.refusal(of: $0))
                },
                devices: try DonationStore.devices(
                    of: donation,
                    after: after ?? 0,
                    limit: DonorPage.bounded(limit),
                    speaker,
                    in: db
                )
                .map { GivenDeviceAnswer($0) },
                documents: try DocumentStore.standing(of: donation, speaker, in: db)
            )
        }
    }
}

/// Gifts by number, a page at a time; the first of them first, or the newest.
public struct ListDonations: Question {
    public static let name = "list-donations"
    public static let summary = Phrase(fr: "liste les dons", en: "lists donations")
    public static let permission = ShowDonation.permission

    public let donor: Int64?
    public let status: DonationStatus?
    public let after: Int64?
    public let limit: Int32?
    /// The first ones first when it is nil.
    public let newestFirst: Bool?

    public init(
        donor: Int64? = nil,
        status: DonationStatus? = nil,
        after: Int64? = nil,
        limit: Int32? = nil,
        newestFirst: Bool? = nil
    ) {
        self.donor = donor
        self.status = status
        self.after = after
        self.limit = limit
        self.newestFirst = newestFirst
    }

    private enum CodingKeys: String, CodingKey {
        case donor, status, after, limit
        case newestFirst = "newest_first"
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [DonationAnswer] {
        try Failure.running { () throws(PostgresError) in
            try DonationStore.list(
                donor: donor,
                status: status,
                after: after,
                newestFirst: newestFirst == true,
                limit: DonorPage.bounded(limit),
                of: circumstances.speaker,
                in: db
            )
            .map { DonationAnswer($0) }
        }
    }
}
