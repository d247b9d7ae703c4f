import Domain
@testable import Documents

/// A day that the calendar has.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let day = Day(year, month, day) else { preconditionFailure("no such day") }
    return day
}

/// Values to draw: the worked examples of the rulebook, and what strains a page.
enum Samples {
    static let imprint = imprint(reprintedOn: nil)

    static func imprint(reprintedOn day: Day?) -> Imprint {
        Imprint(
            verificationCode: "7KQ4-M2XD",
            verificationURL: "https://moulin.example.org/v/7KQ4M2XD9PRT",
            contentHash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            reprintedOn: day
        )
    }

    static func issue(_ number: String) -> Issue {
        Issue(number: number, day: day(2026, 10, 7), instant: 1_791_367_402)
    }

    static let workshop = Issuer(
        name: "Le Moulin numérique",
        legalForm: "Association loi 1901",
        address: Address(
            lines: ["12 rue du Bief"],
            postalCode: "59000",
            town: "Lille"
        ),
        siren: "732829320",
        rna: "W595012345",
        object:
            "Remettre en état des ordinateurs donnés et les vendre à prix solidaire aux foyers modestes",
        taxCategory: "Œuvre ou organisme d'intérêt général",
        contact: "03 20 00 00 00 · contact@moulin.example.org"
    )

    static let signatory = Signatory(
        name: "Hélène Lefèvre",
        role: "Présidente",
        place: "Lille"
    )

    static let company = Company(
        name: "Brasserie du Nord SAS",
        legalForm: "Société par actions simplifiée (SAS)",
        registration: "552100554",
        address: Address(
            lines: ["Bâtiment C", "184 avenue de Dunkerque"],
            postalCode: "59130",
            town: "Lambersart"
        )
    )

    static let longCompany = Company(
        name:
            "Établissements Vandenbroucke-Desrousseaux & Fils, Réparations et Négoce Informatique",
        legalForm:
            "Société coopérative d'intérêt collectif à responsabilité limitée et capital variable",
        registration: "552100554",
        address: Address(
            lines: [
                "Parc d'activités de la Haute Borne, bâtiment Europe, 3e étage, porte 312",
                "1 bis rue du Professeur Christiaan Huygens",
            ],
            postalCode: "59650",
            town: "Villeneuve-d'Ascq Cedex"
        )
    )

    static let donor = Person(
        name: "Marguerite Dubois",
        address: Address(lines: ["3 place de l'Église"], postalCode: "62000", town: "Arras")
    )

    static func laptops(_ count: Int) -> [GoodsLine] {
        [
            GoodsLine(
                quantity: count,
                nature: "ordinateur portable",
                brand: "Dell",
                model: "Latitude 5400",
                unitValue: Money(cents: 6_000)
            )
        ]
    }

    static func serials(_ count: Int) -> [SerialLine] {
        (1...max(count, 1)).prefix(count).map { index in
            SerialLine(
                code: "M-\(10_000 + index)K",
                serial: "5CG94\(String(40_000 + index * 7, radix: 36, uppercase: true))",
                description: "Dell Latitude 5400, Core i5, 8 Go",
                value: Money(cents: 6_000)
            )
        }
    }

    /// W02: forty laptops of a company at 60 EUR of net book value each.
    static func companyReceipt(
        laptops count: Int = 40,
        donor: Company = company,
        replaces: Replacement? = nil,
        amountInWords: String? = nil
    ) -> CompanyReceipt {
        CompanyReceipt(
            issue: issue("RFE-2026-000001"),
            beneficiary: workshop,
            donor: donor,
            goods: laptops(count),
            serials: serials(count),
            amount: Money(cents: Int64(count) * 6_000),
            amountInWords: amountInWords,
            valuationBasis: .netBookValue,
            givenOn: day(2026, 10, 5),
            signatory: signatory,
            replaces: replaces
        )
    }

    /// W07: a laptop of an individual, kept at 90 EUR.
    static func individualReceipt(donor: Person = donor) -> IndividualReceipt {
        IndividualReceipt(
            issue: issue("RFP-2026-000017"),
            beneficiary: workshop,
            donor: donor,
            goods: [
                GoodsLine(
                    quantity: 1,
                    nature: "ordinateur portable",
                    brand: "Lenovo",
                    model: "ThinkPad T490",
                    unitValue: Money(cents: 9_000)
                )
            ],
            serials: [],
            amount: Money(cents: 9_000),
            givenOn: day(2026, 9, 12),
            signatory: signatory
        )
    }

    static func attestation(_ language: Language, lines: Int = 3) -> DonationAttestation {
        DonationAttestation(
            language: language,
            issue: issue("ADN-2026-000004"),
            beneficiary: workshop,
            donor: donor,
            goods: (1...lines).map { index in
                GoodsLine(
                    quantity: index,
                    nature: language("écran", "monitor"),
                    brand: "Iiyama",
                    model: "ProLite \(2_200 + index)"
                )
            },
            givenOn: day(2026, 9, 30),
            signatory: signatory
        )
    }
}
