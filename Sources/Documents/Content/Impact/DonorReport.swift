public import Domain

/// What became of a donor's machines (RDO): counts, weights, rates, an estimate of what was avoided, and each one's fate.
///
/// Nothing in it says who has a machine.
public struct DonorReport: OutlinedContent {
    /// Machines of one kind.
    public struct Kind: Codable, Hashable, Sendable {
        public let nature: String
        public let units: Int
        public let grams: Int64
        public let reused: Int
        public let parts: Int
        public let recycled: Int
        public let returned: Int
        /// Still here, or on the way.
        public let waiting: Int
        /// What the reused ones weigh; nil in reports of before it was told.
        public let reusedGrams: Int64?

        public init(
            nature: String,
            units: Int,
            grams: Int64,
            reused: Int,
            parts: Int,
            recycled: Int,
            returned: Int,
            waiting: Int,
            reusedGrams: Int64?
        ) {
            self.nature = nature
            self.units = units
            self.grams = grams
            self.reused = reused
            self.parts = parts
            self.recycled = recycled
            self.returned = returned
            self.waiting = waiting
            self.reusedGrams = reusedGrams
        }
    }

    /// A machine and where it is, as far as its donor may know.
    public struct Item: Codable, Hashable, Sendable {
        public let code: String
        public let serial: String
        public let nature: String
        public let fate: String
        public let since: Day
        /// The number of the certificate of erasure or destruction.
        public let certificate: String?

        public init(
            code: String,
            serial: String,
            nature: String,
            fate: String,
            since: Day,
            certificate: String? = nil
        ) {
            self.code = code
            self.serial = serial
            self.nature = nature
            self.fate = fate
            self.since = since
            self.certificate = certificate
        }
    }

    /// An estimate by one method only, with where its factors come from.
    public struct Carbon: Codable, Hashable, Sendable {
        public let kilograms: Int
        public let method: String
        public let version: String
        public let source: String
        /// Each kind's units, factor and years or share; nil in reports of before they were told.
        public let terms: [String]?

        public init(
            kilograms: Int,
            method: String,
            version: String,
            source: String,
            terms: [String]? = nil
        ) {
            self.kilograms = kilograms
            self.method = method
            self.version = version
            self.source = source
            self.terms = terms
        }
    }

    public let language: Language
    public let issue: Issue
    public let issuer: Issuer
    public let donor: Person
    /// « Don n° 12 » or « Année 2026 ».
    public let covers: String
    public let kinds: [Kind]
    /// Households that have one of the machines; nil below five, where a number could point at somebody.
    public let households: Int?
    public let carbon: Carbon?
    public let items: [Item]
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        language: Language = .fr,
        issue: Issue,
        issuer: Issuer,
        donor: Person,
        covers: String,
        kinds: [Kind],
        households: Int? = nil,
        carbon: Carbon? = nil,
        items: [Item],
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.language = language
        self.issue = issue
        self.issuer = issuer
        self.donor = donor
        self.covers = covers
        self.kinds = kinds
        self.households = households
        self.carbon = carbon
        self.items = items
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .rdo }

    private func sum(_ part: (Kind) -> Int) -> Int { kinds.reduce(0) { $0 + part($1) } }
    private var taken: Int { sum(\.units) - sum(\.returned) }

    public var outline: Outline {
        var parts: [Outline.Part] = [
            .facts([
                Fact(label: language("Donateur", "Donor"), value: donor.name, isStrong: true),
                Fact(label: language("Concerne", "Covers"), value: covers),
            ]),
            .heading(language("En bref", "In short")),
            .chart(fates),
            .facts(rates),
            .table(byKind),
        ]
        if let carbon { parts += estimate(carbon) }
        parts += [
            .signatures("", [("", signatory)]),
            .page, .heading(language("Chaque appareil", "Each machine")), .table(inventory),
        ]
        return Outline(
            recipient: donor.envelope,
            title: language("Ce que sont devenus vos appareils", "What became of your machines"),
            parts: parts
        )
    }

    private var fates: Chart {
        Chart(
            title: language("Devenir", "Fate"),
            unit: language("appareils", "machines"),
            categories: [
                language("Réemployés", "Reused"), language("Pour pièces", "For parts"),
                language("Recyclés", "Recycled"), language("En cours", "Under way"),
                language("Rendus", "Given back"),
            ],
            series: [
                Chart.Series(
                    name: language("appareils", "machines"),
                    values: [
                        sum(\.reused), sum(\.parts), sum(\.recycled), sum(\.waiting),
                        sum(\.returned),
                    ]
                )
            ]
        )
    }

    private var rates: [Fact] {
        func rate(_ part: Int) -> String {
            taken == 0
                ? "–" : "\(Printed.percent(part, of: taken, in: language)) (\(part) / \(taken))"
        }
        return [
            Fact(
                label: language("Taux de réemploi", "Reuse rate"),
                value: rate(sum(\.reused)),
                isStrong: true
            ),
            Fact(label: language("Poids réemployé", "Weight reused"), value: reusedWeight),
            Fact(label: language("Taux de pièces", "Parts rate"), value: rate(sum(\.parts))),
            Fact(
                label: language("Taux de recyclage", "Recycling rate"),
                value: rate(sum(\.recycled))
            ),
            Fact(
                label: language("Foyers équipés", "Households equipped"),
                value: households.map { "\($0)" } ?? language("moins de cinq", "fewer than five")
            ),
        ]
    }

    /// Empty, and so left out, in reports of before it was told.
    private var reusedWeight: String {
        let told = kinds.compactMap(\.reusedGrams)
        guard told.count == kinds.count else { return "" }
        let reused = Printed.kilograms(told.reduce(0, +), in: language)
        let all = Printed.kilograms(kinds.reduce(0) { $0 + $1.grams }, in: language)
        return language("\(reused) sur \(all)", "\(reused) of \(all)")
    }

    private func estimate(_ carbon: Carbon) -> [Outline.Part] {
        [
            .amount(
                language("Émissions évitées, estimation", "Avoided emissions, an estimate"),
                "\(Printed.grouped(carbon.kilograms, in: language)) kg CO₂e"
            )
        ]
            + (carbon.terms.map { [.paragraph($0.joined(separator: " ; "), .label)] } ?? []) + [
                .paragraph(
                    language(
                        "\(carbon.method) ; facteurs \(carbon.version), source : \(carbon.source). Un appareil recyclé ne "
                            + "compte pour rien ; les deux méthodes ne se mélangent jamais.",
                        "\(carbon.method); factors \(carbon.version), source: \(carbon.source). A recycled machine counts "
                            + "for nothing; the two methods are never mixed."
                    ),
                    .label
                )
            ]
    }

    private var byKind: Table {
        let headings = [
            language("Nature", "Kind"), language("Reçus", "Received"), language("Poids", "Weight"),
            language("Réemployés", "Reused"), language("Pièces", "Parts"),
            language("Recyclés", "Recycled"),
            language("Rendus", "Returned"), language("En cours", "Under way"),
        ]
        let columns = headings.enumerated().map { index, heading in
            Table.Column(
                heading: heading,
                share: index == 0 ? 3 : 1.8,
                alignment: index == 0 ? .start : .end
            )
        }
        let rows = kinds.map {
            row(
                $0.nature,
                [$0.units, $0.reused, $0.parts, $0.recycled, $0.returned, $0.waiting],
                $0.grams
            )
        }
        let total = row(
            "Total",
            [
                sum(\.units), sum(\.reused), sum(\.parts), sum(\.recycled), sum(\.returned),
                sum(\.waiting),
            ],
            kinds.reduce(0) { $0 + $1.grams }
        )
        return Table(columns: columns, rows: rows, totals: [total])
    }

    private func row(_ name: String, _ counts: [Int], _ grams: Int64) -> [String] {
        [name, "\(counts[0])", Printed.kilograms(grams, in: language)]
            + counts.dropFirst().map { "\($0)" }
    }

    private var inventory: Table {
        Table(
            columns: [
                Table.Column(heading: "Code", share: 2),
                Table.Column(heading: language("Numéro de série", "Serial number"), share: 3),
                Table.Column(heading: language("Nature", "Kind"), share: 2.8),
                Table.Column(heading: language("Devenir", "Fate"), share: 3),
                Table.Column(heading: language("Depuis le", "Since"), share: 2.4),
                Table.Column(heading: language("Certificat", "Certificate"), share: 3),
            ],
            rows: items.map {
                [
                    $0.code, $0.serial, $0.nature, $0.fate,
                    $0.since.formatted(in: language, .short),
                    $0.certificate ?? "–",
                ]
            }
        )
    }
}
