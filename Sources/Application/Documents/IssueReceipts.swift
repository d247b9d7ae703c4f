import Documents
public import Domain
public import Postgres
import Store

/// Issues the tax receipts of many gifts in one transaction; those that may not have one are told with their reason.
///
/// Papers are drawn after the commit: nothing is lost when the process dies between.
public struct IssueReceipts: Command {
    public static let name = "issue-receipts"
    public static let summary = Phrase(
        fr: "émet les reçus fiscaux de tous les dons qui n'en ont pas",
        en: "issues the tax receipts of all donations that have none"
    )
    public static let permission = Permission(.receiptIssuer)

    /// Absent: every counted gift of a person or a company that has no paper.
    public let donations: [Int64]?
    /// At most so many gifts; 20,000 unless said, which is also the most.
    public let limit: Int?

    public init(donations: [Int64]? = nil, limit: Int? = nil) {
        self.donations = donations
        self.limit = limit
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let issued: Int
        public let series: [Series]
        /// Gifts that got none, the first thousand.
        public let refused: [Refused]
    }

    /// The numbers given in one series, without a gap.
    public struct Series: Codable, Sendable, Hashable {
        public let first: String
        public let last: String
        public let documents: Int
        public let totalCents: Int64

        enum CodingKeys: String, CodingKey {
            case first, last, documents
            case totalCents = "total_cents"
        }
    }

    public struct Refused: Codable, Sendable, Hashable {
        public let donation: Int64
        /// The word of the refusal.
        public let refusal: String
        public let sentence: Phrase
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let issuing = try DocumentIssuing.open(in: db, circumstances)
        try issuing.require(.rfe)
        try IssueReceipt(donation: 0).requireIssuer(issuing)
        let signatory = try issuing.signatory()
        let gifts = try ReceiptBatch.lock(
            donations,
            limit: Int32(clamping: min(max(limit ?? 20_000, 1), 20_000)),
            in: db,
            circumstances
        )
        let batch = ReceiptBatch(gifts, issuing)
        var series: [Series] = []
        for kind in [DocumentType.rfe, .rfp] {
            let contents = batch.contents(of: kind, issuing, signatory)
            if let issued = try freeze(contents, kind, issuing, in: db) { series.append(issued) }
        }
        return Outcome(
            issued: series.reduce(0) { $0 + $1.documents },
            series: series,
            refused: Array(batch.refused.prefix(1_000))
        )
    }

    private func freeze(
        _ contents: [ReceiptContent],
        _ kind: DocumentType,
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> Series? {
        guard !contents.isEmpty else { return nil }
        let numbers = try Failure.running { () throws(PostgresError) in
            try DocumentStore.take(contents.count, of: kind, in: db)
        }
        let instant = issuing.circumstances.instant.microseconds / 1_000_000
        let frozen = contents.enumerated().map { index, content in
            let number = DocumentStore.Number(
                year: numbers.year,
                no: numbers.first + Int32(index),
                issuedOn: numbers.issuedOn,
                of: kind
            )
            let issue = Issue(number: number.text, day: number.issuedOn, instant: instant)
            return content.frozen(kind, number, issue)
        }
        try Failure.running { () throws(PostgresError) in try DocumentStore.freeze(frozen, in: db) }
        try letters(contents, frozen, issuing, in: db)
        return Series(
            first: frozen[0].number.text,
            last: frozen[frozen.count - 1].number.text,
            documents: frozen.count,
            totalCents: frozen.reduce(0) { $0 + ($1.amountCents ?? 0) }
        )
    }

    private func letters(
        _ contents: [ReceiptContent],
        _ frozen: [DocumentStore.Frozen],
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) {
        let speaker = issuing.circumstances.speaker
        try Failure.running { () throws(PostgresError) in
            let donors = Array(Set(contents.map(\.goods.donor.number)))
            let wanting = try LetterStore.wantingPapers(donors, speaker, in: db)
            guard !wanting.isEmpty else { return }
            for (content, receipt) in zip(contents, frozen) {
                let donor = content.goods.donor
                guard wanting.contains(donor.number), let email = donor.email else { continue }
                let letter = CoveringLetter.letter(
                    receipt.number.text,
                    receipt.kind,
                    donor,
                    email,
                    issuing.circumstances
                )
                _ = try LetterStore.put(letter, of: speaker, in: db)
            }
        }
    }
}

/// Gifts judged one by one: what each receipt will say, or why there is none.
struct ReceiptBatch {
    private var drafts: [(goods: GivenGoods, draft: TaxReceiptDraft)] = []
    private(set) var refused: [IssueReceipts.Refused] = []

    init(_ gifts: [GivenGoods], _ issuing: DocumentIssuing) {
        for goods in gifts {
            do throws(Failure) {
                let draft = try IssueReceipt(donation: goods.gift.number).draft(goods, issuing)
                drafts.append((goods, draft))
            } catch .refused(let refusal) {
                let sentence = Phrase(
                    fr: refusal.sentence(in: .fr),
                    en: refusal.sentence(in: .en)
                )
                refused.append(
                    IssueReceipts.Refused(
                        donation: goods.gift.number,
                        refusal: refusal.code.rawValue,
                        sentence: sentence
                    )
                )
            } catch {
                continue
            }
        }
    }

    func contents(
        of kind: DocumentType,
        _ issuing: DocumentIssuing,
        _ signatory: Signatory
    ) -> [ReceiptContent] {
        drafts.filter { $0.draft.document == kind }.map {
            ReceiptContent(
                goods: $0.goods,
                draft: $0.draft,
                issuing: issuing,
                signatory: signatory
            )
        }
    }

    /// Reads many gifts with four statements, and keeps them from others until the commit.
    static func lock(
        _ numbers: [Int64]?,
        limit: Int32,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [GivenGoods] {
        let speaker = circumstances.speaker
        return try Failure.running { () throws(PostgresError) in
            let gifts = try DonationStore.lockForReceipts(
                numbers,
                limit: limit,
                of: speaker,
                in: db
            )
            let all = gifts.map(\.number)
            let lines = try DonationStore.lines(of: all, speaker, in: db)
            let devices = try DonationStore.devices(of: all, speaker, in: db)
            let donors = try DonorStore.find(gifts.map(\.donor), of: speaker, in: db)
            return gifts.compactMap { gift in
                donors[gift.donor].map { donor in
                    GivenGoods(
                        gift: gift,
                        donor: donor,
                        lines: (lines[gift.number] ?? []).filter { $0.goods > 0 },
                        devices: (devices[gift.number] ?? []).filter {
                            !GivenGoods.out.contains($0.state)
                        }
                    )
                }
            }
        }
    }
}

extension ReceiptContent {
    func frozen(
        _ kind: DocumentType,
        _ number: DocumentStore.Number,
        _ issue: Issue
    ) -> DocumentStore.Frozen {
        let json = kind == .rfe ? canonicalJSON(company(issue)) : canonicalJSON(individual(issue))
        return DocumentStore.Frozen(
            kind: kind,
            number: number,
            content: String(decoding: json, as: UTF8.self),
            salt: Digest.random(16),
            verification: issuing.verificationCode(),
            amountCents: draft.amount.cents,
            giftOn: draft.givenOn,
            subject: DocumentStore.Subject(donation: goods.gift.number),
            replaces: nil
        )
    }
}
