import Application
import Domain

extension DemoDay {
    /// Four donors of four kinds, their lists as they wrote them.
    func receiveGifts() async throws(Failure) -> DemoGifts {
        town.chapter("Le matin : quatre dons arrivent", "The morning: four donations arrive")
        var gifts = DemoGifts()
        gifts.company = try await gift(
            "company",
            donor: [
                "kind": "company", "name": "Ateliers du Val", "legal_form": "SAS",
                "siren": "552100554",
                "street": "3 quai de Stalingrad", "postal_code": "92100",
                "town": "Boulogne-Billancourt",
            ],
            lines: [
                ["kind": "laptop", "description": "portables", "quantity": 12],
                ["kind": "desktop_tower", "description": "unités centrales", "quantity": 2],
                ["kind": "monitor", "description": "écrans 24 pouces", "quantity": 2],
            ]
        )
        gifts.townHall = try await gift(
            "town",
            donor: [
                "kind": "public_body", "name": "Ville d'Issy", "siret": "21920040100019",
                "street": "62 rue du Général-Leclerc", "postal_code": "92130",
                "town": "Issy-les-Moulineaux",
            ],
            lines: [
                [
                    "kind": "laptop", "description": "ThinkPad L380", "quantity": 7,
                    "declared_unit_cents": 28000,
                ],
                [
                    "kind": "monitor", "description": "écran 24 pouces", "quantity": 1,
                    "declared_unit_cents": 9000,
                ],
            ],
            deed: "délibération 2026-112"
        )
        gifts.person = try await gift(
            "person",
            donor: [
                "kind": "individual", "name": "Jeanne Lefèvre", "street": "8 allée des Cerisiers",
                "postal_code": "92130", "town": "Issy-les-Moulineaux",
            ],
            lines: [
                [
                    "kind": "laptop", "description": "Asus VivoBook X512", "quantity": 1,
                    "made_in": 2019,
                ]
            ]
        )
        gifts.association = try await gift(
            "association",
            donor: [
                "kind": "association", "name": "Lire Ensemble", "street": "1 place de la Mairie",
                "postal_code": "92130", "town": "Issy-les-Moulineaux",
            ],
            lines: [["kind": "tablet", "description": "tablettes", "quantity": 3]]
        )
        try await importLists(gifts)
        return gifts
    }

    private func gift(_ name: String, donor: JSONValue, lines: JSONValue, deed: String? = nil)
        async throws(Failure) -> Int64
    {
        let added = try await town.has("ana", "add-donor", key: "donor/\(name)", donor)
        var fields: [String: JSONValue] = [
            "donor": added["donor"], "lines": lines, "announced_on": .text(town.day.iso),
        ]
        if let deed {
            fields["deed_reference"] = .text(deed)
            fields["deed_date"] = .text(town.day.adding(days: -30).iso)
        }
        let announced = try await town.has(
            "ana",
            "announce-donation",
            key: "donation/\(name)",
            .object(fields)
        )
        let number = announced["donation"]
        try await town.has(
            "ana",
            "receive-donation",
            key: "receive/\(name)",
            [
                "donation": number, "received_on": .text(town.day.iso),
                "handed_over_by": "le livreur",
            ]
        )
        town.line(
            "\(donor["name"].text) : don n° \(number.text)",
            "\(donor["name"].text): donation \(number.text)"
        )
        guard case .number(let donation) = number else { return 0 }
        return donation
    }

    private func importLists(_ gifts: DemoGifts) async throws(Failure) {
        town.chapter("Leurs listes, telles qu'elles sont", "Their lists, as they are")
        try await list("ateliers-du-val.csv", into: gifts.company)
        try await list("mairie-glpi.csv", into: gifts.townHall)
        try await list("don-particulier.csv", into: gifts.person)
        try await list(
            "lire-ensemble.txt",
            into: gifts.association,
            kind: .tablet,
            keepsGoing: true
        )
    }

    /// Imports one file, and says what it was and what became of it.
    func list(
        _ file: String,
        into donation: Int64,
        kind: DeviceType? = nil,
        keepsGoing: Bool = false
    ) async throws(Failure) {
        let rejects = try RejectsFile("\(town.papers)/rejects-\(file)")
        let outcome = try await town.moulin.importDevices(
            DeviceImport(donation: donation, defaultKind: kind, keepsGoing: keepsGoing),
            from: "\(town.files)/\(file)",
            rejects: { rejects.append($0) }
        )
        let summary = outcome.summary
        town.line("\(file) : \(summary.fr)", "\(file): \(summary.en)")
    }
}
