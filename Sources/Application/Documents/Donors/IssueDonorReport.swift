import Documents
public import Domain
public import Postgres
import Store

/// Issues what became of a gift's machines, or of all that a donor gave in a year (RDO); nothing of who has them.
public struct IssueDonorReport: Command {
    public static let name = "issue-donor-report"
    public static let summary = Phrase(
        fr: "émet le rapport à un donateur : le devenir de chaque appareil",
        en: "issues the report to a donor: each machine's fate"
    )
    public static let permission = Permission(.receiptIssuer, .intake)

    public let donation: Int64?
    public let donor: Int64?
    /// With `donor`: the year of the gifts; absent: the one that runs.
    public let year: Int?
    /// Absent: method A where it has every factor.
    public let method: CarbonMethod?

    public init(
        donation: Int64? = nil,
        donor: Int64? = nil,
        year: Int? = nil,
        method: CarbonMethod? = nil
    ) {
        self.donation = donation
        self.donor = donor
        self.year = year
        self.method = method
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
        let speaker = issuing.circumstances.speaker
        let gift = try donation.map { (number) throws(Failure) in
            try Donation.require(number, in: db, issuing.circumstances)
        }
        guard let number = gift?.donor ?? donor else { throw .needed("donation") }
        let giver = try Donor.require(number, in: db, issuing.circumstances)
        let days = try DocumentStore.Subject.Days.year(year ?? issuing.circumstances.today.year)
        let (fates, households) = try Failure.running { () throws(PostgresError) in
            let fates = try OutcomeStore.fates(
                donation: donation,
                donor: donation == nil ? giver.number : nil,
                from: donation == nil ? days.from : nil,
                to: donation == nil ? days.to : nil,
                speaker,
                in: db
            )
            let devices = fates.map(\.number)
            return (fates, try OutcomeStore.householdsEquipped(devices, speaker, in: db))
        }
        guard !fates.isEmpty else {
            throw .refused(Refusal(.nothingToState, ["subject": .text(giver.name)]))
        }
        let signatory = try issuing.signatory()
        let telling = FateTelling(fates: fates, language: giver.language)
        let covers =
            gift.map {
                Phrase(fr: "Don n° \($0.number)", en: "Donation no. \($0.number)")
            } ?? Phrase(fr: "Année \(days.from.year)", en: "Year \(days.from.year)")
        return try issuing.issue(
            .rdo,
            of: DocumentStore.Subject(
                donation: donation,
                donor: giver.number,
                covers: donation == nil ? days : nil
            ),
            in: db
        ) {
            DonorReport(
                language: giver.language,
                issue: $0,
                issuer: issuing.issuer,
                donor: giver.onPaper,
                covers: covers.text(in: giver.language),
                kinds: telling.kinds,
                households: households < 5 ? nil : households,
                carbon: telling.carbon(method),
                items: telling.items,
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }
}

/// Fates as a donor's report tells them: pure.
struct FateTelling {
    let fates: [OutcomeStore.Fate]
    let language: Language

    private var came: [OutcomeStore.Fate] {
        fates.filter { GiftFate(state: $0.state) != .cancelled }
    }

    var kinds: [DonorReport.Kind] {
        let byKind = Dictionary(grouping: came, by: \.kind)
        return DeviceType.allCases.compactMap { kind in
            byKind[kind].map { counted($0, kind) }
        }
    }

    private func counted(_ fates: [OutcomeStore.Fate], _ kind: DeviceType) -> DonorReport.Kind {
        func count(_ wanted: GiftFate...) -> Int {
            fates.count { wanted.contains(GiftFate(state: $0.state)) }
        }
        return DonorReport.Kind(
            nature: kind.label(in: language),
            units: fates.count,
            grams: fates.reduce(0) { $0 + $1.grams },
            reused: count(.sold, .given, .placed),
            parts: count(.parts),
            recycled: count(.recycled),
            returned: count(.returned),
            waiting: count(.waiting, .missing),
            reusedGrams: fates.reduce(0) { sum, fate in
                sum + (GiftFate(state: fate.state).forReuse == .reused ? fate.grams : 0)
            }
        )
    }

    /// nil where no method has a factor for every kind, or nothing was reused yet.
    func carbon(_ method: CarbonMethod?) -> DonorReport.Carbon? {
        var units: [DeviceType: Int] = [:]
        for fate in fates where GiftFate(state: fate.state).forReuse == .reused {
            units[fate.kind, default: 0] += 1
        }
        guard !units.isEmpty,
            let estimate = CarbonFactors.suiting(units, method).estimate(for: units)
        else { return nil }
        return DonorReport.Carbon(
            kilograms: estimate.kilograms,
            method: estimate.method.label(in: language),
            version: estimate.factorVersion,
            source: estimate.source,
            terms: estimate.terms.map { $0.formatted(by: estimate.method, in: language) }
        )
    }

    var items: [DonorReport.Item] {
        came.map { fate in
            DonorReport.Item(
                code: DeviceReference(number: fate.number).text,
                serial: fate.serial ?? "–",
                nature: fate.kind.label(in: language),
                fate: GiftFate(state: fate.state).label.text(in: language),
                since: fate.since,
                certificate: fate.certificate
            )
        }
    }
}
