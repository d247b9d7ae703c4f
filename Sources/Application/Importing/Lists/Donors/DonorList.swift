public import Domain
public import Importing
public import Postgres
import Store

/// A list of donors: an address book, an association's members who gave, the suppliers of an accounting program.
///
/// A donor is known by SIREN, or by name and postal code; one whose name is only alike, or a person of that name whose street, mail
/// and phone are all others, is told, and never merged.
public struct DonorList: ListKind {
    public enum Field: String, ListField {
        case name, kind, siren, siret, street, town, country, email, phone, language, contact
        case familyName = "family_name"
        case givenName = "given_name"
        case legalForm = "legal_form"
        case streetMore = "street_more"
        case postalCode = "postal_code"
        case contactRole = "contact_role"
        case mailAgreed = "mail_agreed"
        case mailOpposed = "mail_opposed"
    }

    public static let form = ListForm<Field>(
        .donors,
        demands: [[.name], [.familyName]]
    )
    public static let whyNotUndone = Phrase(
        fr:
            "des dons, des reçus et des courriers peuvent nommer ces donateurs ; corriger ou réunir chacun (moulin donor change, moulin donor merge)",
        en:
            "gifts, receipts and letters may name these donors; correct or merge each (moulin donor change, moulin donor merge)"
    )

    public static let summary = Phrase(
        fr: "importe une liste de donateurs",
        en: "imports a list of donors"
    )
    public static let command: any Command.Type = AddDonor.self
    public static let options: [FieldDescription] = [
        .optional(
            "kind",
            "string",
            fr: "la sorte de ceux dont la ligne ne la dit pas",
            en: "the kind of those whose row does not say it"
        )
    ]

    public static func words(of option: String) -> [(word: String, label: Phrase)] {
        option == "kind" ? DonorKind.allCases.map { ($0.rawValue, $0.label) } : []
    }

    private let usualKind: DonorKind?

    public static func opened(
        _ options: ListOptions,
        _ circumstances: Circumstances
    ) throws(Failure) -> DonorList {
        DonorList(usualKind: try options.word("kind", DonorKind.self))
    }

    public func take(
        _ rows: inout [ListRow<Field>],
        after met: Set<Int64>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowFate<Int64>? {
        guard let said = ListedDonor(&rows[0]) else { return nil }
        let speaker = circumstances.speaker
        let like = try Failure.running { () throws(PostgresError) in
            try DonorStore.alike(name: said.name, siren: said.siren, of: speaker, in: db)
        }
        let same = like.filter { said.isSame(as: $0) }
        guard same.count <= 1 else {
            rows[0].fail(.siren, .severalDonors(same.map(\.number)))
            return nil
        }
        guard let known = same.first else {
            return try add(said, unlike: like, &rows[0], in: db, circumstances)
        }
        let change = said.change(of: known)
        if met.contains(known.number), change != nil {
            let numbers: [Field] = [.siren, .siret]
            rows[0].fail(numbers.first(where: rows[0].says) ?? .name, .repeated)
            return nil
        }
        if let change { _ = try circumstances.perform(change, in: db) }
        let told = try said.tellRest(of: known.number, in: db, circumstances)
        return RowFate(change != nil || told ? .update : .same, of: known.number)
    }

    private func add(
        _ said: ListedDonor,
        unlike others: [Donor],
        _ row: inout ListRow<Field>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowFate<Int64>? {
        guard let kind = said.kind ?? usualKind else {
            row.fail(.kind, .kindOfDonorMissing)
            return nil
        }
        let donor = try circumstances.perform(said.adding(kind), in: db).donor
        try said.tellRest(of: donor, in: db, circumstances)
        for twin in others.prefix(3) where said.isTwin(of: twin) {
            row.note(said.likeness(to: twin))
        }
        return RowFate(.create, of: donor)
    }
}

extension Problem {
    fileprivate static func severalDonors(_ numbers: [Int64]) -> Problem {
        let list = numbers.map(String.init).joined(separator: ", ")
        return .expected(
            "several_donors",
            Phrase(
                fr: "les donateurs \(list) portent ce nom : indiquer le SIREN, ou les fusionner",
                en: "donors \(list) bear this name: give the SIREN, or merge them"
            )
        )
    }

    fileprivate static let kindOfDonorMissing = Problem.expected(
        "donor_kind_missing",
        Phrase(
            fr: "particulier, entreprise, organisme public ou association est attendu, "
                + "dans la ligne ou pour tout le fichier (--kind)",
            en: "individual, company, public body or association is expected, "
                + "in the row or for the whole file (--kind)"
        )
    )
}
