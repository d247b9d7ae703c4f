public import Domain
public import Importing
public import Postgres
import Store

/// A list of households that ask for a machine, on the social services' own login; errors never show what a cell says.
///
/// A row is a household with one adult or two; rows that share a file number are one household with an adult each. A household that
/// is known by one of its adults is brought up to date, and no further application is opened for it by a list.
public struct HouseholdList: ListKind {
    public enum Field: String, ListField {
        case persons, children, wishes, quotient, fund, shares, status, proof
        case fileNumber = "file_number"
        case familyName = "family_name"
        case givenName = "given_name"
        case bornOn = "born_on"
        case secondFamilyName = "second_family_name"
        case secondGivenName = "second_given_name"
        case secondBornOn = "second_born_on"
        case referenceIncome = "reference_income"
        case yearlyIncome = "yearly_income"
        case proofDatedOn = "proof_dated_on"
        case incomeYear = "income_year"
    }

    public static let form = ListForm<Field>(
        .households,
        demands: [[.familyName, .givenName, .bornOn]],
        isConfidential: true,
        days: [.bornOn, .secondBornOn, .proofDatedOn]
    )
    public static let whyNotUndone = Phrase(
        fr:
            "le service social ne laisse pas de trace d'un fichier qui dise quel foyer en vient ; retirer chaque demande (moulin application withdraw)",
        en:
            "the social services leave no trace of a file that tells which household came from it; withdraw each application (moulin application withdraw)"
    )

    public static let summary = Phrase(
        fr: "importe une liste de foyers et de leurs demandes",
        en: "imports a list of households and their applications"
    )
    public static let command: any Command.Type = EnterApplication.self
    public static let options: [FieldDescription] = [
        .optional(
            "wishes",
            "string",
            fr: "ce que demandent les foyers dont la ligne ne le dit pas",
            en: "what households ask for whose row does not say it"
        )
    ]

    public static func words(of option: String) -> [(word: String, label: Phrase)] {
        let sold = DeviceType.allCases.filter { $0.priceFormula != .none }
        return option == "wishes" ? sold.map { ($0.rawValue, $0.label) } : []
    }

    private let usualWish: DeviceType?

    public static func opened(
        _ options: ListOptions,
        _ circumstances: Circumstances
    ) throws(Failure) -> HouseholdList {
        HouseholdList(usualWish: try options.word("wishes", DeviceType.self))
    }

    /// Rows of one file number together, where the list gives such numbers.
    public static func units(of rows: [ListRow<Field>]) -> [[ListRow<Field>]] {
        var units: [[ListRow<Field>]] = []
        var places: [String: Int] = [:]
        for row in rows {
            var reading = row
            guard let number = reading.text(.fileNumber) else {
                units.append([row])
                continue
            }
            if let place = places[number] {
                units[place].append(row)
            } else {
                places[number] = units.count
                units.append([row])
            }
        }
        return units
    }

    public func take(
        _ rows: inout [ListRow<Field>],
        after met: Set<Never>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowFate<Never>? {
        guard let said = ListedHousehold(&rows, usualWish: usualWish) else { return nil }
        let secret = circumstances.secrets.household
        let keys = said.adults.map { $0.keyed(under: secret).key }
        let known = try Failure.running { () throws(PostgresError) in
            try HouseholdStore.households(of: keys, in: db)
        }
        guard known.count <= 1 else {
            rows[0].fail(.adultsOfTwoHouseholds)
            return nil
        }
        guard let household = known.first else {
            guard let entering = said.entering(&rows[0]) else { return nil }
            return try enter(entering, &rows[0], in: db, circumstances).map { RowFate($0) }
        }
        return RowFate(try update(household, by: said, &rows[0], in: db, circumstances))
    }

    /// Papers that are too old or not yet written are told at their column.
    private func enter(
        _ entering: EnterApplication,
        _ row: inout ListRow<Field>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowVerdict? {
        do throws(Failure) {
            _ = try circumstances.perform(entering, in: db)
            return .create
        } catch .refused(let refusal) where [.proofExpired, .backDated].contains(refusal.code) {
            row.fail(.proofDatedOn, refusal.code == .backDated ? .proofFromFuture : .proofTooOld)
            return nil
        }
    }

    private func update(
        _ household: Int64,
        by said: ListedHousehold,
        _ row: inout ListRow<Field>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowVerdict {
        var verdict = RowVerdict.same
        for adult in said.adults {
            let key = adult.keyed(under: circumstances.secrets.household).key
            let lives = try Failure.running { () throws(PostgresError) in
                try HouseholdStore.households(of: [key], in: db)
            }
            guard lives.isEmpty else { continue }
            let adding = AddAdult(household: household, adult: adult)
            _ = try circumstances.perform(adding, in: db)
            verdict = .update
        }
        let (before, open) = try Failure.running { () throws(PostgresError) in
            (
                try HouseholdStore.show(household, in: db)?.household,
                try ApplicationStore.open(of: household, in: db)
            )
        }
        let children = said.children ?? before?.childrenInEducation ?? 0
        if let persons = said.persons ?? before?.persons,
            persons != before?.persons || children != before?.childrenInEducation
        {
            let changing = ChangeHousehold(
                household: household,
                persons: persons,
                childrenInEducation: children
            )
            _ = try circumstances.perform(changing, in: db)
            verdict = .update
        }
        if open == nil { row.note(.noFurtherApplication(household)) }
        return verdict
    }
}

extension Phrase {
    fileprivate static func noFurtherApplication(_ household: Int64) -> Phrase {
        Phrase(
            fr: "foyer \(household) déjà connu, sans demande en cours ; une liste n'en ouvre pas "
                + "d'autre, le guichet peut le faire",
            en: "household \(household) is known and has no open application; a list opens no "
                + "further one, the desk can"
        )
    }
}

extension Problem {
    fileprivate static let proofTooOld = Problem.expected(
        "proof_expired",
        Phrase(
            fr: "un justificatif encore valable est attendu",
            en: "a proof that still holds is expected"
        )
    )

    fileprivate static let proofFromFuture = Problem.expected(
        "back_dated",
        Phrase(fr: "une date passée est attendue", en: "a past date is expected")
    )

    fileprivate static let adultsOfTwoHouseholds = Problem.expected(
        "two_households",
        Phrase(
            fr: "ces adultes vivent ici dans deux foyers différents",
            en: "these adults live in two different households here"
        )
    )
}
