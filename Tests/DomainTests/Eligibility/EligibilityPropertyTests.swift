import Domain
import Testing

/// Laws that every engine keeps, over many households.
@Suite struct EligibilityPropertyTests {
    static let day = Day(2026, 11, 10) ?? Day(number: 0)
    static let french = EligibilityRules.frenchDemo2026
    static let american = EligibilityRules(pack: .unitedStates, brackets: .frenchDemo2026)

    /// The number of the bracket, 99 when refused, 0 when something is missing.
    static func bracket(
        _ rules: EligibilityRules,
        _ evidence: EligibilityEvidence,
        persons: Int = 1,
        on day: Day = day
    ) -> Int {
        switch rules.decide(on: evidence, household: Household(persons: persons), day: day) {
        case .approved(let explanation): explanation.bracket.number
        case .refused: 99
        case .incomplete: 0
        }
    }

    @Test(arguments: [nil, SocialStatus.rsa, .aah, .medicaid])
    func `a higher quotient never gives a lower bracket, whatever the status`(
        status: SocialStatus?
    ) {
        let statuses = status.map { [$0] } ?? []
        let brackets = (0...1_500).map { value in
            let quotient = FamilyQuotient(value)
            return Self.bracket(
                Self.french,
                EligibilityEvidence(quotient: quotient, statuses: statuses)
            )
        }

        #expect(brackets == brackets.sorted())
        #expect(!brackets.contains(0))
    }

    @Test(arguments: 1...9)
    func `a higher income never helps, and a larger household never harms`(persons: Int) {
        let incomes = stride(from: Int64(0), through: 20_000_000, by: 50_000)
        let brackets = incomes.map { cents in
            Self.bracket(
                Self.american,
                EligibilityEvidence(yearlyIncomeCents: cents),
                persons: persons
            )
        }
        let larger = incomes.map { cents in
            Self.bracket(
                Self.american,
                EligibilityEvidence(yearlyIncomeCents: cents),
                persons: persons + 1
            )
        }

        #expect(brackets == brackets.sorted())
        #expect(zip(larger, brackets).allSatisfy { $0 <= $1 })
        #expect(Set(brackets) == [1, 99])
    }

    @Test(arguments: [
        ("2025-12-31", 1, 31_300_00), ("2026-01-12", 1, 31_300_00), ("2026-01-13", 1, 31_920_00),
        ("2026-11-10", 4, 66_000_00), ("2026-11-10", 9, 122_800_00),
    ])
    func `the poverty line in force on the day decides, and twice of it is too much`(
        day: String,
        persons: Int,
        twice: Int64
    ) throws {
        let day = try Day(reading: day)
        let at = EligibilityEvidence(yearlyIncomeCents: twice)
        let below = EligibilityEvidence(yearlyIncomeCents: twice - 1)

        #expect(Self.bracket(Self.american, at, persons: persons, on: day) == 99)
        #expect(Self.bracket(Self.american, below, persons: persons, on: day) == 1)
    }

    @Test func `before any table is in force no income decides`() throws {
        let evidence = EligibilityEvidence(yearlyIncomeCents: 1)
        let outcome = Self.american.decide(
            on: evidence,
            household: Household(persons: 1),
            day: try Day(reading: "2024-06-01")
        )

        guard case .incomplete(let refusal) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(refusal.code == .ruleMissing)
    }

    @Test func `the order of proofs says nothing`() {
        let statuses: [SocialStatus] = [.aah, .rsa, .c2sWithParticipation, .medicaid]
        let quotient = FamilyQuotient(410)
        let orders = [
            statuses, statuses.reversed(), [.rsa, .medicaid, .aah, .c2sWithParticipation],
        ]

        let outcomes = Set(
            orders.map { order in
                Self.french.decide(
                    on: EligibilityEvidence(quotient: quotient, statuses: order),
                    household: Household(persons: 2),
                    day: Self.day
                )
            }
        )

        #expect(outcomes.count == 1)
    }

    @Test func `nothing known is never an income of nothing`() {
        for rules in [Self.french, Self.american] {
            #expect(Self.bracket(rules, EligibilityEvidence()) == 0)
        }
        #expect(Self.bracket(Self.french, EligibilityEvidence(quotient: FamilyQuotient(0))) == 1)
        #expect(Self.bracket(Self.american, EligibilityEvidence(yearlyIncomeCents: 0)) == 1)
    }

    @Test(arguments: EligibilityPack.all)
    func `a country knows its own statuses and none of another`(pack: EligibilityPack) throws {
        let rules = EligibilityRules(pack: pack, brackets: .frenchDemo2026)

        for status in SocialStatus.allCases {
            let bracket = Self.bracket(rules, EligibilityEvidence(statuses: [status]))
            #expect((bracket != 0) == (pack.bracket(of: status) != nil), "\(status)")
        }
        #expect(pack.isWhole)
        #expect(EligibilityPack.all.count { $0.country == pack.country } == 1)
        let known = EligibilityPack.all.flatMap { $0.statuses.map(\.status) }
        #expect(known.count == SocialStatus.allCases.count)
    }

    @Test func `what one engine looks at another does not`() {
        let quotient = EligibilityEvidence(quotient: FamilyQuotient(100))
        let income = EligibilityEvidence(yearlyIncomeCents: 100_00)

        #expect(Self.bracket(Self.american, quotient) == 0)
        #expect(Self.bracket(Self.french, income) == 0)
    }

    @Test func `a decision keeps the versions that give the same answer again`() {
        let evidence = EligibilityEvidence(yearlyIncomeCents: 20_000_00)
        let household = Household(persons: 2)
        guard
            case .approved(let first) = Self.american.decide(
                on: evidence,
                household: household,
                day: Self.day
            )
        else {
            Issue.record("refused")
            return
        }

        let pack = EligibilityPack.all.first { $0.version == first.packVersion }
        let again = pack.map {
            EligibilityRules(pack: $0, brackets: .frenchDemo2026)
                .decide(on: evidence, household: household, day: Self.day)
        }
        #expect(again == .approved(first))
        #expect(first.basis == .income(cents: 20_000_00, table: "FPL-48 2026-01-13"))
        #expect(first.sentence(in: .en).contains("income below the limit of table FPL-48"))
        #expect(!first.sentence(in: .en).contains("20,000"))
    }

    @Test(arguments: [("2026-01-10", true), ("2026-01-11", false)])
    func `the last day of an appeal is two months after the refusal`(lodged: String, inTime: Bool)
        throws
    {
        let term = AppealTerm(decidedOn: try Day(reading: "2025-11-10"))
        let day = try Day(reading: lodged)

        let accepted: Void? = try? term.require(day, application: 1)

        #expect((accepted != nil) == inTime)
    }

    @Test(arguments: [([], 200), ([0], 200), ([100], 0)])
    func `a table of incomes without amounts is none`(cents: [Int64], percent: Int) {
        let table = IncomeTable(
            name: "x",
            from: Self.day,
            cents: cents,
            furtherPersonCents: 0,
            percent: percent,
            isStrict: true
        )

        #expect(table == nil)
    }
}
