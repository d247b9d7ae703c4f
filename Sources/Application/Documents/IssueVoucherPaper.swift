import Documents
public import Domain
public import Postgres
import Store

/// Issues the paper of a voucher (BON): its code, what it buys and until when; nothing of incomes.
///
/// One that says the same stands already: it is answered, and no second original is made.
public struct IssueVoucherPaper: Command {
    public static let name = "issue-voucher-paper"
    public static let summary = Phrase(
        fr: "imprime un bon d'achat solidaire",
        en: "issues the paper of a voucher"
    )
    public static let side: Side = .social
    public static let permission = Permission(.socialAgent, .socialApprover)

    /// The code, as printed or typed.
    public let voucher: String
    public let language: Language?

    public init(voucher: String, language: Language? = nil) {
        self.voucher = voucher
        self.language = language
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedDocument {
        try issue(try DocumentIssuing.open(atSocialDesk: true, in: db, circumstances), in: db)
    }

    func issue(
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        let code = (try? LabelCode(reading: voucher, as: .voucher))?.text ?? voucher
        let found = try Failure.running { () throws(PostgresError) in
            try SoldPaperStore.voucher(code, of: issuing.circumstances.speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.voucherUnknown, ["voucher": .text(voucher)]))
        }
        guard !found.isRevoked else {
            throw .refused(Refusal(.voucherRevoked, ["voucher": .text(voucher)]))
        }
        let language = language ?? .fr
        // One that replaces another is a new original whatever stands.
        if issuing.isAtSocialDesk, let standing = try standing(found, in: language, issuing, in: db)
        {
            return standing
        }
        let organisation = issuing.organisation
        let subject = DocumentStore.Subject(voucher: found.number)
        return try issuing.issue(.bon, of: subject, in: db) { issue in
            VoucherPaper(
                language: language,
                issue: issue,
                issuer: issuing.issuer,
                holder: found.holder,
                code: found.code,
                url: found.code,
                entitlements: found.kinds.map {
                    VoucherPaper.Entitlement(quantity: 1, nature: $0.label(in: language))
                },
                lastUsableDay: found.lastUsableDay,
                counter: [organisation.name] + organisation.address
                    + [organisation.phone, organisation.email].compactMap { $0 }
            )
        }
    }

    /// The paper that was issued before, unless the voucher was renewed since.
    private func standing(
        _ voucher: SoldPaperStore.Voucher,
        in language: Language,
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument? {
        let speaker = issuing.circumstances.speaker
        return try Failure.running { () throws(PostgresError) in
            let papers = try SocialPaperStore.list(
                voucher: voucher.code,
                after: "",
                limit: 100,
                of: speaker,
                in: db
            )
            for paper in papers.reversed() where paper.kind == .bon && paper.cancelledAt == nil {
                let content = try DocumentStore.content(of: paper, speaker, in: db)
                let said = content.flatMap { FrozenContent.read(VoucherPaper.self, $0) }
                guard let said, said.language == language,
                    said.lastUsableDay == voucher.lastUsableDay
                else { continue }
                return IssuedDocument(paper)
            }
            return nil
        }
    }
}
