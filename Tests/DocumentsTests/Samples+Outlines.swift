import Domain

@testable import Documents

extension Samples {
    static let townHall = Company(
        name: "Commune de Meudon",
        legalForm: "Commune",
        registration: "21920048600015",
        address: Address(lines: ["6 avenue Le Corbeiller"], postalCode: "92190", town: "Meudon")
    )

    static let commitment = ReuseCommitment(
        issue: issue("ENR-2026-000002"),
        issuer: workshop,
        giver: townHall,
        goods: laptops(25),
        signatory: signatory
    )

    static func reuseStatement(items count: Int) -> ReuseStatement {
        let verdicts: [ReuseVerdict] = [
            .counts, .counts, .notYet, .ageUnknown, .tenYearsOld, .notReused,
        ]
        return ReuseStatement(
            issue: issue("BRE-2026-000001"),
            issuer: workshop,
            giver: townHall,
            commitment: Replacement(number: "ENR-2026-000002", day: day(2026, 9, 30)),
            covers: "Don n° 12 du 5 octobre 2026",
            items: (0..<count).map { index in
                ReuseStatement.Item(
                    serial: "5CG94\(40_000 + index)",
                    nature: "ordinateur portable",
                    fate: index.isMultiple(of: 2) ? "vendu à une famille" : "en cours",
                    since: day(2026, 11, 2),
                    madeIn: index % 6 == 3 ? nil : 2_019,
                    verdict: verdicts[index % 6]
                )
            },
            signatory: signatory
        )
    }

    static let vatCertificate = VATCertificate(
        issue: issue("ATV-2026-000001"),
        issuer: workshop,
        decree: "2021-17",
        decreedOn: day(2021, 1, 9),
        donor: company,
        from: day(2026, 1, 1),
        to: day(2026, 12, 31),
        lines: [
            VATCertificate.Line(
                givenOn: day(2026, 3, 2),
                nature: "ordinateur portable",
                quantity: 40
            ),
            VATCertificate.Line(givenOn: day(2026, 10, 5), nature: "écran", quantity: 12),
        ],
        signatory: signatory
    )

    static let yearStatement = YearStatement(
        issue: issue("RAD-2026-000001"),
        issuer: workshop,
        donor: Person(name: company.name, address: company.address),
        siren: "552100554",
        year: 2026,
        lines: [
            YearStatement.Line(
                receipt: "RFE-2026-000001",
                givenOn: day(2026, 3, 2),
                amount: Money(cents: 960_000),
                counterpart: .zero()
            ),
            YearStatement.Line(
                receipt: "RFE-2026-000009",
                givenOn: day(2026, 10, 5),
                amount: Money(cents: 240_000),
                counterpart: Money(cents: 5_000)
            ),
        ],
        signatory: signatory
    )

    static let declaredGifts = DeclaredGifts(
        issue: issue("D222-2026-000001"),
        issuer: workshop,
        from: day(2026, 1, 1),
        to: day(2026, 12, 31),
        articles: [
            DeclaredGifts.Article(article: "200", documents: 118, total: Money(cents: 821_000)),
            DeclaredGifts.Article(article: "238 bis", documents: 0, total: .zero()),
        ],
        documents: 118,
        total: Money(cents: 821_000),
        cancelled: 2,
        deadline: day(2027, 5, 4),
        signatory: signatory
    )

    static let acknowledgement = WrittenAcknowledgement(
        issue: issue("US_ACK-2026-000001"),
        issuer: workshop,
        charityNumber: "12-3456789",
        donor: donor,
        givenOn: day(2026, 10, 5),
        givenAt: "12 rue du Bief, 59000 Lille",
        goods: laptops(3),
        serials: serials(3),
        signatory: signatory
    )

    static func officialReceipt(_ language: Language) -> OfficialDonationReceipt {
        OfficialDonationReceipt(
            language: language,
            issue: issue("CA_ODR-2026-000001"),
            issuer: workshop,
            charityNumber: "123456789RR0001",
            donor: donor,
            receivedOn: day(2026, 10, 5),
            goods: laptops(2),
            appraiser: "Jeanne Tremblay, 8 rue Sainte-Catherine, Montréal",
            fairMarketValue: Money(cents: 120_000, currency: .cad),
            advantage: Money(cents: 2_000, currency: .cad),
            advantageDescription: "tote bag",
            signatory: signatory
        )
    }

    static func giftAidLetter(_ occasion: RetailGiftAidLetter.Occasion) -> RetailGiftAidLetter {
        RetailGiftAidLetter(
            issue: issue("UK_RGA_LETTER-2026-000001"),
            issuer: workshop,
            charityNumber: "1123456",
            donor: donor,
            donorNumber: "RGA-17",
            declaredOn: day(2026, 4, 20),
            occasion: occasion,
            from: day(2026, 4, 6),
            to: day(2027, 4, 5),
            sales: [
                RetailGiftAidLetter.Sale(
                    soldOn: day(2026, 9, 2),
                    description: "laptop Dell Latitude",
                    proceeds: Money(cents: 8_000, currency: .gbp),
                    commission: Money(cents: 400, currency: .gbp)
                )
            ],
            limit: occasion == .yearEnd ? Money(cents: 10_000, currency: .gbp) : nil,
            signatory: signatory
        )
    }

    static func destruction(media count: Int) -> DestructionCertificate {
        DestructionCertificate(
            issue: issue("CDE-2026-000001"),
            issuer: workshop,
            donor: donor,
            donation: "12",
            donorReference: "PO-7781",
            media: (0..<count).map { index in
                DestructionCertificate.Medium(
                    manufacturer: "Seagate",
                    model: "ST500LM021",
                    serial: "W62\(90_000 + index)",
                    mediaType: "disque dur",
                    source: "M-7K3Q-9F",
                    destroyedOn: day(2026, 11, 3),
                    proof: "Broyeur n° 2, certificat 2026-118",
                    witness: "Ana Martin"
                )
            },
            signatory: signatory
        )
    }

    static let closing = ClosingSlip(
        issue: issue("CLO-2026-000031"),
        issuer: workshop,
        period: .day,
        nth: 31,
        from: day(2026, 10, 7),
        to: day(2026, 10, 7),
        sales: 3,
        means: [
            ClosingSlip.Means(method: .card, received: Money(cents: 13_000), refunded: .zero()),
            ClosingSlip.Means(
                method: .cash,
                received: Money(cents: 3_000),
                refunded: Money(cents: 2_000)
            ),
        ],
        total: Money(cents: 14_000),
        perpetual: Money(cents: 1_234_500),
        hash: String(repeating: "9f86d081", count: 8),
        hashBefore: String(repeating: "4bf5122f", count: 8),
        anchor: String(repeating: "dbc1b4c9", count: 8),
        signatory: signatory
    )

    static func register(lines count: Int) -> RegisterExtract {
        RegisterExtract(
            issue: issue("REG-2026-000001"),
            issuer: workshop,
            year: 2026,
            closedOn: day(2026, 10, 7),
            lines: (1...count).map { index in
                RegisterExtract.Line(
                    no: index,
                    enteredOn: day(2026, 10, 5),
                    quantity: 1,
                    description: "ordinateur portable Dell Latitude 5400",
                    serials: ["5CG94\(40_000 + index)"],
                    source:
                        "Marguerite Dubois, 3 place de l'Église, 62000 Arras ; carte d'identité 12AB34567",
                    value: Money(cents: 9_000),
                    hash: "9f86d081884c"
                )
            },
            lastHash: String(repeating: "9f86d081", count: 8),
            signatory: signatory
        )
    }

    static func manifest(items count: Int) -> WasteManifest {
        WasteManifest(
            issue: issue("BSD-2026-000001"),
            issuer: workshop,
            shipment: "7",
            route: "recycleur",
            stream: "écrans",
            wasteCode: "16 02 13*",
            carrier: "Transports Vasseur",
            destination: "Recyclage du Nord",
            slip: "BSD-20261007-A1B2C3",
            shippedOn: day(2026, 10, 7),
            weighedGrams: 48_300,
            items: (0..<count).map { index in
                WasteManifest.Item(
                    code: "M-7K3Q-9F",
                    nature: "écran",
                    serial: "CN0\(10_000 + index)",
                    grams: 3_720,
                    media: "sans support"
                )
            },
            drives: [
                WasteManifest.Item(
                    code: "–",
                    nature: "disque dur",
                    serial: "W6290017",
                    grams: 0,
                    media: "à détruire"
                )
            ],
            signatory: signatory
        )
    }

    static func placement(returned: Bool) -> PlacementPaper {
        PlacementPaper(
            issue: issue("CMD-2026-000001"),
            issuer: workshop,
            taker: "Résidence des Moulins",
            isLoan: true,
            agreement: "convention 2026-14",
            item: SoldItem(
                code: "M-7K3Q-9F",
                nature: "ordinateur portable",
                brand: "Lenovo",
                model: "ThinkPad T490",
                serial: "PF1B7M2Q",
                label: .refurbished,
                grade: "B",
                defects: ["rayure sur le capot"],
                system: "Debian 12"
            ),
            placedOn: day(2026, 10, 7),
            until: day(2027, 10, 7),
            returnedOn: returned ? day(2027, 9, 30) : nil,
            signatory: signatory
        )
    }

    /// W10: forty laptops, thirty sold, six for parts, four recycled.
    static func report(_ language: Language, items count: Int = 40) -> DonorReport {
        DonorReport(
            language: language,
            issue: issue("RDO-2026-000001"),
            issuer: workshop,
            donor: donor,
            covers: language("Don n° 12", "Donation no. 12"),
            kinds: [
                DonorReport.Kind(
                    nature: language("ordinateur portable", "laptop"),
                    units: 40,
                    grams: 90_400,
                    reused: 30,
                    parts: 6,
                    recycled: 4,
                    returned: 0,
                    waiting: 0,
                    reusedGrams: 67_800
                )
            ],
            households: 29,
            carbon: DonorReport.Carbon(
                kilograms: 3_240,
                method: CarbonMethod.yearly.label(in: language),
                version: "ADEME-2022",
                source: "ADEME 2022",
                terms: [
                    CarbonTerm(kind: .laptop, units: 30, grams: 27_000, weight: 4)
                        .formatted(by: .yearly, in: language)
                ]
            ),
            items: (0..<count).map { index in
                DonorReport.Item(
                    code: "M-7K3Q-9F",
                    serial: "5CG94\(40_000 + index)",
                    nature: language("ordinateur portable", "laptop"),
                    fate: language("vendu à une famille", "sold to a family"),
                    since: day(2026, 11, 2),
                    certificate: "CEF-2026-000003"
                )
            },
            signatory: signatory
        )
    }
}
