import Application
import Domain

extension DemoDay {
    /// Two families, one by its quotient and one by a benefit: the shop learns a code and a price.
    func servesFamilies() async throws(Failure) {
        town.chapter("Le service social : deux familles", "Social services: two families")
        let first = try await family(
            "1",
            persons: 4,
            children: 2,
            adults: [
                ["family_name": "Benali", "given_name": "Samia", "born_on": "1986-04-02"],
                ["family_name": "Benali", "given_name": "Karim", "born_on": "1984-09-17"],
            ],
            means: ["official": ["quotient": 640, "fund": "caf"]],
            proof: "family_funds_certificate"
        )
        let second = try await family(
            "2",
            persons: 1,
            children: 0,
            adults: [["family_name": "Morel", "given_name": "Luc", "born_on": "1991-12-24"]],
            means: ["status": "rsa"],
            proof: "status_certificate"
        )
        town.chapter(
            "Le comptoir : le prix s'explique, la vente se fait",
            "The counter: the price is explained, the sale is made"
        )
        try await buys("1", voucher: first, device: "5CG8231H4K", cash: 3000)
        try await buys("2", voucher: second, device: "9XK4TN2", cash: 2000)
    }

    private func family(
        _ name: String,
        persons: Int64,
        children: Int64,
        adults: JSONValue,
        means: [String: JSONValue],
        proof: String
    ) async throws(Failure) -> String {
        let entered = try await town.has(
            "bea",
            "enter-application",
            key: "application/\(name)",
            [
                "persons": .number(persons), "children_in_education": .number(children),
                "adults": adults,
                "kinds": ["laptop"],
            ]
        )
        let application = entered["application"]
        for seen in [proof, "photo_identity", "proof_of_address"] {
            try await town.has(
                "bea",
                "note-proof",
                key: "proof/\(name)/\(seen)",
                [
                    "application": application, "proof": .text(seen),
                    "dated_on": .text(town.day.adding(days: -20).iso),
                ]
            )
        }
        var fields = means
        fields["application"] = application
        try await town.has("bea", "set-evidence", key: "means/\(name)", .object(fields))
        let decision = try await town.has(
            "bea",
            "decide-application",
            key: "decision/\(name)",
            ["application": application]
        )
        let voucher = decision["voucher"].text
        town.line(
            "dossier \(application.text) : accordé, bon \(voucher)",
            "file \(application.text): approved, voucher \(voucher)"
        )
        let paper = try await town.has(
            "bea",
            "issue-voucher-paper",
            key: "voucher/\(name)",
            ["voucher": .text(voucher)]
        )
        try await town.keep(paper, as: "bea")
        return voucher
    }

    private func buys(_ name: String, voucher: String, device: String, cash: Int64)
        async throws(Failure)
    {
        let sold = try await sale(name, voucher, device, cash)
        let price = Money(cents: sold.cents, currency: .eur).formatted(in: town.language)
        town.line(
            "\(sold.label) vendu \(price), espèces et carte",
            "\(sold.label) sold for \(price), cash and card"
        )
        let slip = try await town.has(
            "ana",
            "issue-sale-slip",
            key: "slip/\(name)",
            ["sale": sold.sale]
        )
        try await town.keep(slip, as: "ana")
    }

    private func sale(
        _ name: String,
        _ voucher: String,
        _ device: String,
        _ cash: Int64
    ) async throws(Failure) -> (sale: JSONValue, cents: Int64, label: String) {
        let quote = try? await town.ask(
            "ana",
            "quote",
            ["voucher": .text(voucher), "device": .text(device)]
        )
        var cents: Int64 = 0
        if let quote, case .number(let price) = quote["price_cents"] {
            cents = price
            town.tell("      \(quote["explanation.\(town.language.rawValue)"].text)")
        }
        let sold = try await town.has(
            "ana",
            "sell-device",
            key: "sale/\(name)",
            [
                "voucher": .text(voucher), "device": .text(device),
                "expected_cents": .number(cents),
                "payments": [
                    ["method": "cash", "cents": .number(cash), "tendered": .number(cash + 2000)],
                    ["method": "card", "cents": .number(cents - cash)],
                ],
            ]
        )
        return (sold["sale"], cents, sold["device"].text)
    }
}
