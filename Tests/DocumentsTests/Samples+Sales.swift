import Domain
@testable import Documents

extension Samples {
    static func item(_ index: Int, _ language: Language, price: Money?) -> SoldItem {
        SoldItem(
            code: "M-\(10_400 + index)R",
            nature: language("ordinateur portable", "laptop"),
            brand: "Lenovo",
            model: "ThinkPad L480",
            serial: "PF1X\(7_000 + index)",
            label: index.isMultiple(of: 2) ? .refurbished : .used,
            grade: index.isMultiple(of: 2) ? "B" : "C",
            defects: index.isMultiple(of: 2)
                ? [] : ["coque rayée près de la charnière gauche", "port USB droit hors service"],
            system: "Linux Mint 22, licence libre",
            price: price
        )
    }

    static func saleSlip(
        _ language: Language,
        items count: Int = 2,
        buyer: Person? = nil,
        regime: VATRegime = .franchise
    ) -> SaleSlip {
        SaleSlip(
            language: language,
            issue: issue("FAC-2026-000212"),
            seller: regime == .normal ? taxed : workshop,
            buyer: buyer,
            items: (1...count).map { item($0, language, price: Money(cents: 8_000)) },
            total: Money(cents: Int64(count) * 8_000),
            payments: [
                PaymentLine(
                    method: .thirdParty,
                    amount: Money(cents: 5_000),
                    note: "CCAS de Lille, bon n° 4471"
                ),
                PaymentLine(method: .card, amount: Money(cents: Int64(count) * 8_000 - 7_000)),
                PaymentLine(method: .cash, amount: Money(cents: 5_000)),
            ],
            change: Money(cents: 3_000),
            vatRegime: regime,
            vatLines: regime == .normal
                ? [taxes(within: Int64(count) * 8_000)] : [],
            deliveredOn: day(2026, 3, 10),
            warrantyUntil: day(2028, 3, 10),
            presumptionUntil: day(2027, 3, 10),
            commercialWarranty: language(
                "Batterie : 6 mois, échange au comptoir",
                "Battery: 6 months, exchanged at the counter"
            )
        )
    }

    /// A seller liable to value added tax.
    private static let taxed = Issuer(
        name: workshop.name,
        legalForm: workshop.legalForm,
        address: workshop.address,
        siren: workshop.siren,
        rna: workshop.rna,
        vatNumber: "FR40732829320",
        contact: workshop.contact
    )

    /// The 20 % within a price, the net rounded half up.
    private static func taxes(within cents: Int64) -> VATLine {
        let net = (cents * 10 + 6) / 12
        return VATLine(rate: 2_000, net: Money(cents: net), tax: Money(cents: cents - net))
    }

    static func creditNote(_ language: Language) -> CreditNote {
        CreditNote(
            language: language,
            issue: issue("AVO-2026-000003"),
            seller: workshop,
            buyer: donor,
            original: Replacement(number: "FAC-2026-000212", day: day(2026, 10, 2)),
            reason: language(
                "écran défectueux constaté au retour",
                "screen found faulty on return"
            ),
            items: [item(1, language, price: Money(cents: 8_000))],
            total: Money(cents: 8_000),
            refunds: [PaymentLine(method: .transfer, amount: Money(cents: 8_000))],
            vatRegime: .exemptNonprofit
        )
    }

    static func giftNote(_ language: Language) -> GiftNote {
        GiftNote(
            language: language,
            issue: issue("BDO-2026-000031"),
            giver: workshop,
            recipient: donor,
            items: [item(1, language, price: nil), item(2, language, price: nil)],
            deliveredOn: day(2026, 10, 6)
        )
    }

    static func voucher(_ language: Language) -> VoucherPaper {
        VoucherPaper(
            language: language,
            issue: issue("BON-2026-000088"),
            issuer: workshop,
            holder: "Amina K.",
            code: "V7Q2-KM4X-9",
            url: "https://moulin.example.org/b/T0kEn7Q2KM4X9",
            entitlements: [
                VoucherPaper.Entitlement(
                    quantity: 2,
                    nature: language("ordinateur portable", "laptop"),
                    price: Money(cents: 8_000)
                ),
                VoucherPaper.Entitlement(quantity: 1, nature: language("écran", "monitor")),
            ],
            lastUsableDay: day(2027, 2, 8),
            counter: ["12 rue du Bief, 59000 Lille", "mercredi et samedi, 10 h – 17 h"]
        )
    }

    static func certificate(_ language: Language, devices count: Int) -> ErasureCertificate {
        let technician = ErasureCertificate.Operator(
            name: "Karim Benali",
            title: language("technicien", "technician"),
            place: "Lille",
            contact: "atelier@moulin.example.org",
            date: day(2026, 10, 6).formatted(in: language)
        )
        let verifier = ErasureCertificate.Operator(
            name: "Nadia Roux",
            title: language("contrôleuse qualité", "quality verifier"),
            place: "Lille",
            contact: "atelier@moulin.example.org",
            date: day(2026, 10, 7).formatted(in: language)
        )
        return ErasureCertificate(
            language: language,
            issue: issue("CEF-2026-000009"),
            issuer: workshop,
            donor: donor,
            donation: "D-2026-0042",
            donorReference: "PO-88731",
            devices: (1...count).map { device($0, language) },
            policyVersion: "2026-1",
            sanitisedBy: technician,
            verifiedBy: verifier,
            signatory: signatory
        )
    }

    private static func device(_ index: Int, _ language: Language) -> ErasedDevice {
        ErasedDevice(
            code: "M-\(10_000 + index)K",
            manufacturer: "HP",
            model: "EliteBook 840 G5",
            serial: "5CG\(80_000 + index)",
            drives: (0...(index % 2)).map { drive(index, $0, language) }
        )
    }

    private static func drive(
        _ device: Int,
        _ index: Int,
        _ language: Language
    ) -> ErasedMedium {
        ErasedMedium(
            manufacturer: "Samsung",
            model: "MZVLB256HAHQ-000H1",
            serial: "S425NX0K\(100_000 + device * 10 + index)",
            mediaType: "SSD NVMe",
            number: "#\(device * 10 + index)",
            interface: "PCIe",
            capacityGB: 256,
            firmware: "EXD70H1Q",
            level: .purge,
            method: "NVMe Format, Crypto Erase (SES 2)",
            tool: "nwipe 0.37",
            verification: language("lecture complète, 100 %", "full read, 100 %"),
            checkedBy: "Nadia Roux, 2026-10-07",
            startedAt: "2026-10-06T08:12:41Z",
            endedAt: "2026-10-06T08:14:02Z",
            result: "SUCCESS",
            errors: "0 / 0 / 0",
            hiddenAreas: language("aucune", "none"),
            reportHash: "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"
        )
    }

    static func deed(items count: Int) -> TransferDeed {
        TransferDeed(
            issue: issue("ACG-2026-000002"),
            taker: workshop,
            giver: Company(
                name: "Ville de Roubaix",
                legalForm: "commune",
                registration: "21590512200016",
                address: Address(
                    lines: ["17 Grand-Place"],
                    postalCode: "59100",
                    town: "Roubaix"
                )
            ),
            decision: "Délibération n° 2026-114",
            decidedOn: day(2026, 9, 18),
            giverSignatory: Signatory(name: "Paul Mercier", role: "Maire", place: "Roubaix"),
            items: (1...count).map { index in
                TransferDeed.Item(
                    serial: "CND\(7_000 + index)",
                    nature: "ordinateur portable",
                    model: "HP ProBook 450 G6",
                    purchaseYear: 2019,
                    declaredValue: Money(cents: 28_000)
                )
            },
            regime: .resale,
            commitment: "ENR-2026-000002",
            signatory: signatory
        )
    }
}
