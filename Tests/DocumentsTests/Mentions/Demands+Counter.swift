import Domain

private let guarantee = "Code de la consommation D.211-1"
private let invoice = "CGI annex II 242 nonies A"

extension PaperDemands {
    /// Slips, invoices, credit notes, gift notes, closings and placements (rulebook 4.4).
    static let counter = [
        PaperDemands(
            .fac,
            "sale-slip-fr",
            by: "moulin sale slip SALE",
            in: "SalePaperTests",
            "CounterPaperTests",
            mentions: Mention.numbered("FAC-2026-000212", "7 octobre 2026") + Mention.seller + [
                Mention(
                    "code, brand, model, serial number",
                    invoice,
                    "M-10401R",
                    "Lenovo ThinkPad L480",
                    "PF1X7001"
                ),
                Mention(
                    "« reconditionné » or « d'occasion »",
                    "decree 2022-190",
                    "Produit reconditionné",
                    "Produit d'occasion"
                ),
                Mention("grade", "house", "Grade B", "Grade C"),
                Mention(
                    "declared defects, or none",
                    "Code de la consommation L.217-5",
                    "coque rayée près de la charnière gauche",
                    "Aucun défaut déclaré"
                ),
                Mention("system and licence", "house", "Linux Mint 22, licence libre"),
                Mention(
                    "unit price and total, tax included",
                    invoice,
                    "80,00 €",
                    "Total TTC",
                    "160,00 €"
                ),
                Mention(
                    "how it was paid",
                    "house",
                    "Tiers payeur (CCAS de Lille, bon n° 4471) 50,00 €",
                    "Espèces",
                    "Monnaie rendue"
                ),
                Mention(
                    "VAT: base exemption",
                    "CGI 293 B",
                    "TVA non applicable, article 293 B du CGI"
                ),
                Mention(
                    "legal guarantee of two years",
                    guarantee,
                    "Ce produit bénéficie de la garantie légale de conformité de 2 ans à compter de sa remise."
                ),
                Mention(
                    "its days",
                    guarantee,
                    "Remis le 10 mars 2026",
                    "10 mars 2028",
                    "10 mars 2027"
                ),
                Mention(
                    "commercial warranty",
                    "Code de la consommation L.217-22",
                    "Batterie : 6 mois, échange au comptoir"
                ),
            ],
            never: [
                Mention(
                    "« comme neuf », « à neuf », « état neuf »",
                    "decree 2022-190",
                    "comme neuf",
                    "à neuf",
                    "état neuf"
                )
            ]
        ),
        PaperDemands(
            .fac,
            "invoice-en-40",
            by: "moulin sale slip SALE --buyer-name NAME",
            in: "SalePaperTests",
            "CounterPaperTests",
            mentions: Mention.seller + [
                Mention(
                    "buyer's name and address",
                    invoice,
                    "Marguerite Dubois",
                    "3 place de l'Église"
                ),
                Mention("VAT number", invoice, "FR40732829320"),
                Mention("rate, net and tax", invoice, "VAT 20.00 %: net €2,666.67, tax €533.33"),
                Mention("total", invoice, "€3,200.00"),
            ]
        ),
        PaperDemands(
            .fac,
            "sale-slip-margin",
            by: "moulin sale slip SALE",
            in: "CounterPaperTests",
            mentions: [
                Mention(
                    "VAT: margin scheme",
                    "CGI 297 A, 297 E",
                    "Régime particulier - Biens d'occasion (article 297 A du CGI)"
                )
            ],
            never: [Mention("a tax", "CGI 297 E", "base hors taxe")]
        ),
        PaperDemands(
            .avo,
            "credit-note-fr",
            by: "moulin sale credit RETURN",
            in: "CounterPaperTests",
            mentions: Mention.numbered("AVO-2026-000003", "7 octobre 2026") + Mention.seller + [
                Mention(
                    "the invoice that it undoes",
                    "CGI 289, I-5",
                    "Avoir sur la facture n° FAC-2026-000212 du 2 octobre 2026"
                ),
                Mention("why", "house", "écran défectueux constaté au retour"),
                Mention("what came back", invoice, "M-10401R", "PF1X7001"),
                Mention("how it was refunded", "house", "Virement 80,00 €"),
                Mention(
                    "VAT: exempt non-profit",
                    "CGI 261-7-1°",
                    "Exonération de TVA, article 261-7-1° du CGI"
                ),
            ]
        ),
        PaperDemands(
            .bdo,
            "gift-note-en",
            by: "moulin sale slip SALE",
            in: "SalePaperTests",
            mentions: Mention.numbered("BDO-2026-000031", "7 October 2026") + Mention.seller + [
                Mention(
                    "that nothing was paid",
                    "house",
                    "Handed over free of charge on 6 October 2026, for nothing in return."
                ),
                Mention(
                    "what was given",
                    "house",
                    "M-10401R",
                    "PF1X7001",
                    "Used product",
                    "Refurbished product"
                ),
                Mention(
                    "for whom",
                    "house",
                    "This equipment is handed over for the recipient's own use."
                ),
            ],
            never: [Mention("a price", "house", "€")]
        ),
        PaperDemands(
            .clo,
            "closing-day",
            by: "moulin sale closing-paper day (month, year)",
            in: "CounterPaperTests",
            mentions: Mention.numbered("CLO-2026-000031", "7 octobre 2026") + [
                Mention(
                    "period",
                    "CGI 286-I-3° bis",
                    "Clôture journalière n° 31",
                    "Le 7 octobre 2026"
                ),
                Mention(
                    "by means of payment",
                    "house",
                    "carte 130,00 € 0,00 € 130,00 €",
                    "espèces 30,00 € 20,00 € 10,00 €"
                ),
                Mention("total of the period", "CGI 286-I-3° bis", "Total de la période 140,00 €"),
                Mention("perpetual total", "CGI 286-I-3° bis", "12 345,00 €"),
                Mention("chain", "CGI 286-I-3° bis", "9f86d0819f86d081", "4bf5122f4bf5122f"),
                Mention("last anchor", "house", "dbc1b4c9dbc1b4c9"),
                Mention("what is not claimed", "house", "logiciel non certifié"),
            ]
        ),
        PaperDemands(
            .cmd,
            "placement",
            by: "moulin placement paper PLACEMENT",
            in: "CounterPaperTests",
            mentions: Mention.numbered("CMD-2026-000001", "7 octobre 2026") + [
                Mention(
                    "who lends and who takes",
                    "Code civil 1875",
                    "Le Moulin numérique",
                    "Résidence des Moulins"
                ),
                Mention(
                    "agreement and term",
                    "Code civil 1888",
                    "convention 2026-14",
                    "7 octobre 2027"
                ),
                Mention(
                    "what, and in which condition",
                    "house",
                    "M-7K3Q-9F",
                    "PF1B7M2Q",
                    "rayure sur le capot"
                ),
                Mention(
                    "whose it stays",
                    "Code civil 1877",
                    "L'équipement reste la propriété de Le Moulin numérique."
                ),
                Mention("both hands", "house", "Pour l'organisme", "Pour le preneur"),
            ]
        ),
        PaperDemands(
            .cmd,
            "placement-return",
            by: "moulin placement paper PLACEMENT",
            in: "CounterPaperTests",
            mentions: [
                Mention(
                    "that it came back, and when",
                    "house",
                    "Procès-verbal de restitution",
                    "30 septembre 2027"
                ),
                Mention(
                    "what becomes of the taker's data",
                    "house",
                    "Les données que le preneur y a mises seront effacées"
                ),
            ]
        ),
    ]
}
