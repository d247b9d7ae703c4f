import Domain
import Importing

/// What the rows of one household say of it.
struct ListedHousehold {
    private(set) var adults: [EnterApplication.Adult] = []
    let persons: Int?
    let children: Int?
    let wishes: [DeviceType]
    let proof: EnterApplication.SeenPaper?
    let means: HouseholdMeans?

    /// Nil when a row says what is wrong with it.
    init?(_ rows: inout [ListRow<HouseholdList.Field>], usualWish: DeviceType?) {
        for index in rows.indices {
            if let adult = rows[index].adult(.familyName, .givenName, .bornOn) {
                adults.append(adult)
            }
            guard rows[index].namesSecond else { continue }
            let second = rows[index].adult(.secondFamilyName, .secondGivenName, .secondBornOn)
            if let second { adults.append(second) }
        }
        // What is said of the household as a whole may stand on any of its rows.
        let said = rows.indices.first { rows[$0].speaksOfAll } ?? rows.startIndex
        persons = rows[said].count(.persons)
        children = rows[said].count(.children)
        let words = rows[said].words(.wishes, DeviceType.self)
        wishes = words.isEmpty ? [usualWish].compactMap { $0 } : words
        proof = rows[said].seenPaper
        means = rows[said].means
        guard rows.allSatisfy(\.errors.isEmpty) else { return nil }
    }

    /// The application of a household that is new here; nil when the row lacks what it needs.
    func entering(_ row: inout ListRow<HouseholdList.Field>) -> EnterApplication? {
        if persons == nil { row.fail(.persons, .missing) }
        if wishes.isEmpty { row.fail(.wishes, .missing) }
        let few = (persons ?? .max) < max(adults.count, children ?? 0)
        if few { row.fail(.persons, .fewerThanAdults) }
        for kind in wishes where kind.priceFormula == .none { row.fail(.wishes, .notSold(kind)) }
        guard row.errors.isEmpty, let persons else { return nil }
        return EnterApplication(
            persons: persons,
            childrenInEducation: children ?? 0,
            adults: adults,
            kinds: wishes,
            proofs: proof.map { [$0] },
            means: means
        )
    }
}

extension ListRow<HouseholdList.Field> {
    fileprivate mutating func adult(
        _ family: HouseholdList.Field,
        _ given: HouseholdList.Field,
        _ born: HouseholdList.Field
    ) -> EnterApplication.Adult? {
        let (familyName, givenName) = (required(family), required(given))
        let before = errors.count
        let bornOn = day(born, isBirthday: true)
        if bornOn == nil, errors.count == before { fail(born, .missing) }
        guard let familyName, let givenName, let bornOn else { return nil }
        return EnterApplication.Adult(
            familyName: familyName,
            givenName: givenName,
            bornOn: bornOn
        )
    }

    fileprivate var namesSecond: Bool {
        [.secondFamilyName, .secondGivenName, .secondBornOn].contains { says($0) }
    }

    fileprivate var speaksOfAll: Bool { says(.persons) }

    fileprivate var seenPaper: EnterApplication.SeenPaper? {
        mutating get {
            guard let kind = word(.proof, ProofKind.self) else { return nil }
            let year = count(.incomeYear).map { Int16(clamping: $0) }
            let before = errors.count
            guard let dated = day(.proofDatedOn) else {
                if errors.count == before { fail(.proofDatedOn, .missing) }
                return nil
            }
            return EnterApplication.SeenPaper(kind, datedOn: dated, incomeYear: year)
        }
    }

    /// The official quotient where there is one, else what the tax notice says.
    fileprivate var means: HouseholdMeans? {
        mutating get {
            let status = word(.status, SocialStatus.self)
            let income = money(.yearlyIncome)?.cents
            let official = official
            let fiscal = fiscal
            guard official != nil || fiscal != nil || income != nil || status != nil else {
                return nil
            }
            return HouseholdMeans(
                official: official,
                fiscal: official == nil ? fiscal : nil,
                householdIncomeCents: income,
                status: status
            )
        }
    }

    private var official: HouseholdMeans.Official? {
        mutating get {
            guard let money = money(.quotient) else { return nil }
            let fund = listed(.fund) { HouseholdMeans.Official.Fund(rawValue: $0) != nil }
            // The funds round half up to whole euros.
            return HouseholdMeans.Official(
                quotient: Int((money.cents + 50) / 100),
                fund: fund.flatMap(HouseholdMeans.Official.Fund.init(rawValue:)) ?? .caf
            )
        }
    }

    private var fiscal: HouseholdMeans.Fiscal? {
        mutating get {
            guard let income = money(.referenceIncome) else { return nil }
            // Shares are counted in quarters: "2,5" is read as an amount of 250 hundredths.
            guard let shares = money(.shares)?.cents, shares > 0, shares.isMultiple(of: 25) else {
                if errors.isEmpty { fail(.shares, .sharesMissing) }
                return nil
            }
            return HouseholdMeans.Fiscal(
                referenceIncomeCents: income.cents,
                quarterShares: Int(shares / 25)
            )
        }
    }
}

extension Problem {
    fileprivate static let fewerThanAdults = Problem.expected(
        "fewer_than_adults",
        Phrase(
            fr: "au moins autant de personnes que d'adultes et que d'enfants sont attendues",
            en: "at least as many persons as adults and as children are expected"
        )
    )

    fileprivate static let sharesMissing = Problem.expected(
        "tax_shares_missing",
        Phrase(
            fr: "le nombre de parts est attendu avec le revenu fiscal, comme 2,5",
            en: "the number of tax shares is expected with the tax income, such as 2.5"
        )
    )

    fileprivate static func notSold(_ kind: DeviceType) -> Problem {
        .expected(
            "kind_not_sold",
            Phrase(
                fr: "\(kind.label.fr) : non vendu aux foyers",
                en: "\(kind.label.en): not sold to households"
            )
        )
    }
}
