import Documents
public import Domain
public import Postgres
import Store

/// Issues the paper of a voucher (BON): its code, what it buys and until when; nothing of incomes.
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
}
