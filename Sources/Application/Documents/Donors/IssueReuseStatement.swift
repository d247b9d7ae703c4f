import Documents
public import Domain
public import Postgres
import Store

/// Issues what became of a public body's machines, by serial number, with the rate that it may count (BRE).
///
/// May be issued as often as things move on: each is a statement of its day.
public struct IssueReuseStatement: Command {
    public static let name = "issue-reuse-statement"
    public static let summary = Phrase(
        fr: "émet le bilan de réemploi d'un organisme public",
        en: "issues the statement of reuse of a public body"
    )
    public static let permission = Permission(.receiptIssuer)

    public let donation: Int64

    public init(donation: Int64) {
        self.donation = donation
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
        let goods = try GivenGoods.lock(donation, in: db, issuing.circumstances)
        guard goods.gift.donorKind == .publicBody else {
            throw PaperForDonor.refusal(.bre, goods.gift.donorKind)
        }
        try goods.requireReconciled()
        let giver = try goods.publicBody()
        let signatory = try issuing.signatory()
        let speaker = issuing.circumstances.speaker
        let (fates, commitment) = try Failure.running { () throws(PostgresError) in
            (
                try OutcomeStore.fates(donation: donation, donor: nil, speaker, in: db),
                try DocumentStore.standing(.enr, of: donation, speaker, in: db)
            )
        }
        let day = goods.gift.receivedOn ?? issuing.circumstances.today
        let counting = ReuseCounting(
            lines: goods.lines,
            givenIn: day.year,
            hasCommitment: commitment != nil
        )
        return try issuing.issue(.bre, of: DocumentStore.Subject(donation: donation), in: db) {
            ReuseStatement(
                issue: $0,
                issuer: issuing.issuer,
                giver: giver,
                commitment: commitment.map { Replacement(number: $0.number, day: $0.issuedOn) },
                covers: "Don n° \(donation) du \(day.formatted(in: .fr))",
                items: counting.items(fates),
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }
}

/// Which machines a public body may count: pure.
struct ReuseCounting {
    let lines: [DonationLine]
    let givenIn: Int
    let hasCommitment: Bool

    /// In the order of the devices.
    ///
    /// The year of make is that of the gift's lines of the same kind, one after the other as their quantities go.
    func items(_ fates: [OutcomeStore.Fate]) -> [ReuseStatement.Item] {
        var years: [DeviceType: [Int?]] = [:]
        for line in lines {
            let year = line.madeIn.map { Int($0) }
            years[line.kind ?? .peripheral, default: []] +=
                Array(repeating: year, count: Int(line.goods))
        }
        return fates.map { device in
            let known = years[device.kind]?.isEmpty == false
            let madeIn = known ? years[device.kind]?.removeFirst() ?? nil : nil
            let fate = GiftFate(state: device.state)
            return ReuseStatement.Item(
                serial: device.serial ?? "–",
                nature: device.kind.label(in: .fr),
                fate: fate.label.fr,
                since: device.since,
                madeIn: madeIn,
                verdict: ReuseVerdict(
                    fate: fate.forReuse,
                    madeIn: madeIn,
                    givenIn: givenIn,
                    hasCommitment: hasCommitment
                )
            )
        }
    }
}

extension GiftFate {
    /// What the rule of public bodies asks of a fate.
    var forReuse: ReuseVerdict.Fate {
        switch self {
        case .sold, .given, .placed: .reused
        case .waiting: .waiting
        case .parts, .recycled, .missing, .cancelled: .lost
        case .returned: .givenBack
        }
    }
}
