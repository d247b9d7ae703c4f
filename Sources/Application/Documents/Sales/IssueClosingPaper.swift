import Documents
public import Domain
public import Postgres
import Store

/// Issues the paper of a closed day, month or year (CLO).
public struct IssueClosingPaper: Command {
    public static let name = "issue-closing-paper"
    public static let summary = Phrase(
        fr: "émet le papier d'une clôture de caisse",
        en: "issues the paper of a closing of the till"
    )
    public static let permission = Permission(.shop, .accountant)

    public let period: Period
    /// The closing's number; absent: the last one.
    public let nth: Int32?

    public init(period: Period, nth: Int32? = nil) {
        self.period = period
        self.nth = nth
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedDocument {
        try issue(try DocumentIssuing.open(in: db, circumstances), in: db)
    }

    func issue(
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        let record = try closing(issuing.circumstances.speaker, in: db)
        let closing = record.closing
        let means = try Failure.running { () throws(PostgresError) in
            try MoneyStore.means(
                from: closing.first,
                to: closing.last,
                issuing.circumstances.speaker,
                in: db
            )
        }
        let signatory = Signatory(
            name: issuing.circumstances.person.name,
            role: Role.accountant.label.fr,
            place: issuing.place
        )
        return try issuing.issue(
            .clo,
            of: DocumentStore.Subject(closing: .init(period: period.rawValue, nth: closing.nth)),
            amount: issuing.money(closing.totalCents),
            in: db
        ) {
            ClosingSlip(
                issue: $0,
                issuer: issuing.issuer,
                period: ClosingSlip.Period(rawValue: period.rawValue) ?? .day,
                nth: Int(closing.nth),
                from: closing.first,
                to: closing.last,
                sales: Int(closing.sales),
                means: means.map {
                    ClosingSlip.Means(
                        method: $0.method,
                        received: issuing.money($0.receivedCents),
                        refunded: issuing.money($0.refundedCents)
                    )
                },
                total: issuing.money(closing.totalCents),
                perpetual: issuing.money(closing.perpetualCents),
                hash: Digest.hex(closing.hash),
                hashBefore: Digest.hex(record.hashBefore),
                anchor: Digest.hex(record.anchor),
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }

    private func closing(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(Failure) -> MoneyStore.ClosingRecord {
        let found = try Failure.running { () throws(PostgresError) in
            guard let nth else {
                return try MoneyStore.lastClosing(period.rawValue, speaker, in: db)
            }
            guard nth > 0 else { return nil }
            return try MoneyStore.closings(
                period.rawValue,
                after: nth - 1,
                limit: 1,
                speaker,
                in: db
            ).first { $0.closing.nth == nth }
        }
        guard let found else {
            let name = "\(period.label.fr) \(nth.map { "\($0)" } ?? "")"
            throw .refused(
                Refusal(
                    .unknownClosing,
                    ["closing": .text(name)],
                    next: ["close-\(period.rawValue)"]
                )
            )
        }
        return found
    }
}
