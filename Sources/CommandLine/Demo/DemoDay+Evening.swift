import Application
import Domain

extension DemoDay {
    /// A family thinks better of it, and is given back all that it paid: a new stay begins, and every earlier proof of wiping is void.
    func comesBack(_ gifts: DemoGifts) async throws(Failure) {
        town.chapter("L'après-midi : une machine revient", "The afternoon: a machine comes back")
        let back = try await town.has(
            "ana",
            "take-back-device",
            key: "back",
            [
                "device": "9XK4TN2", "cause": "withdrawal_14_days", "fault": "trop lourd à porter",
            ]
        )
        town.line(
            "\(back["device"].text) repris : séjour \(back["stay"].text), toutes les preuves d'avant sont caduques",
            "\(back["device"].text) taken back: stay \(back["stay"].text), every proof before it is void"
        )
        try await town.has(
            "ana",
            "take-step",
            key: "back/triage",
            ["device": "9XK4TN2", "step": "triage"]
        )
        try await town.has(
            "ana",
            "raise-flag",
            key: "flag",
            [
                "device": "5CD8420M01", "flag": "remote_management",
                "note": "profil MDM encore inscrit",
            ]
        )
        town.line(
            "5CD8420M01 bloqué : encore inscrit à distance",
            "5CD8420M01 blocked: still enrolled remotely"
        )
        let placed = try await town.has(
            "ana",
            "place-device",
            key: "placed",
            [
                "device": "PF1B7M2Q", "kind": "loan", "taker": "Résidence des Moulins",
                "agreement": "convention 2026-14",
            ]
        )
        town.line(
            "\(placed["device"].text) confié à la résidence des Moulins",
            "\(placed["device"].text) lent to the Moulins residence"
        )
    }

    /// What is owed to donors: the right paper for each kind, and what became of their machines.
    func thanksDonors(_ gifts: DemoGifts) async throws(Failure) {
        town.chapter("Le soir : les papiers des donateurs", "The evening: the donors' papers")
        try await accept(gifts.company, "company", [(1, 12), (2, 2), (3, 2)])
        try await accept(gifts.townHall, "town", [(1, 7), (2, 1)])
        try await accept(gifts.person, "person", [(1, 1)])
        try await town.has(
            "ana",
            "value-donation",
            key: "value/company",
            [
                "donation": .number(gifts.company), "basis": "net_book_value", "unit_cents": 6000,
                "letter": "valorisation-ateliers-du-val.pdf", "letter_on": .text(town.day.iso),
                "signer": "M. Val",
            ]
        )
        try await town.has(
            "ana",
            "value-donation",
            key: "value/person",
            [
                "donation": .number(gifts.person),
                "lines": [
                    [
                        "line": 1, "estimate_cents": 30000, "made_in": 2019, "condition": "b",
                        "kept_cents": 9000,
                    ]
                ],
            ]
        )
        try await paper("issue-receipt", "receipt/company", ["donation": .number(gifts.company)])
        try await paper("issue-receipt", "receipt/person", ["donation": .number(gifts.person)])
        try await paper(
            "issue-deed",
            "deed",
            [
                "donation": .number(gifts.townHall), "giver_signer": "Le maire",
                "giver_title": "maire",
            ]
        )
        try await paper("issue-erasure-certificate", "erasure", ["device": "5CG8231H4K"])
    }

    private func accept(_ donation: Int64, _ name: String, _ lines: [(Int64, Int64)])
        async throws(Failure)
    {
        try await town.has(
            "ana",
            "reconcile-donation",
            key: "reconcile/\(name)",
            [
                "donation": .number(donation),
                "lines": .list(
                    lines.map { line, count in
                        [
                            "line": .number(line), "received": .number(count),
                            "accepted": .number(count),
                        ]
                    }
                ),
            ]
        )
    }

    private func paper(_ command: String, _ key: String, _ fields: JSONValue) async throws(Failure)
    {
        let issued = try await town.has("ana", command, key: key, fields)
        let title = issued["document"].text
        town.line(title, title)
        try await town.keep(issued, as: "ana")
    }
}
