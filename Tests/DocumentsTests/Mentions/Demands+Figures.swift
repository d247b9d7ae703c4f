import Domain

private let declaration = "CGI 222 bis"
private let statement = "CGI 238 bis, 6"

extension PaperDemands {
    /// Sums of a year, and what became of machines (rulebook 1.1, 1.5 and 5).
    static let figures = [
        PaperDemands(
            .rad,
            "year-statement",
            by: "moulin document year DONOR --year 2026",
            in: "DonorPaperTests",
            "DonorTests",
            mentions: Mention.numbered("RAD-2026-000001", "7 octobre 2026") + [
                Mention("donor and SIREN", statement, "Brasserie du Nord SAS", "552 100 554"),
                Mention(
                    "amount and day of each gift",
                    statement,
                    "RFE-2026-000001 2 mars 2026 9 600,00 €",
                    "RFE-2026-000009 5 octobre 2026 2 400,00 €"
                ),
                Mention("counterpart of each", statement, "aucune", "50,00 €"),
                Mention(
                    "who received",
                    statement,
                    "Le Moulin numérique, SIREN 732 829 320 · RNA W595012345",
                    "12 rue du Bief, 59000 Lille"
                ),
                Mention("total", statement, "12 000,00 €"),
                Mention(
                    "above 10,000 €: what the company declares",
                    statement,
                    "Le total dépasse 10 000 €",
                    "2069-RCI-SD"
                ),
                Mention(
                    "that it is no receipt",
                    "house",
                    "il n'ouvre droit à aucune réduction d'impôt par lui-même"
                ),
            ] + Mention.signed("house")
        ),
        PaperDemands(
            .d222,
            "declared-gifts",
            by: "moulin document declare --year 2026",
            in: "SeriesTests",
            "DonorPaperTests",
            mentions: Mention.numbered("D222-2026-000001", "7 octobre 2026") + [
                Mention("total of the gifts shown", declaration, "8 210,00 €"),
                Mention("number of documents", declaration, "Nombre de documents 118"),
                Mention("period", declaration, "Du 1er janvier 2026 au 31 décembre 2026"),
                Mention(
                    "what does not count",
                    "house",
                    "2, hors du compte ; un duplicata ne compte pas"
                ),
                Mention(
                    "by article",
                    "house",
                    "200 du CGI 118 8 210,00 €",
                    "238 bis du CGI 0 0,00 €"
                ),
                Mention("deadline", declaration, "À déclarer au plus tard 4 mai 2027"),
                Mention(
                    "where to declare",
                    declaration,
                    "2065-SD ou 2070-SD",
                    "demarches-simplifiees.fr"
                ),
            ]
        ),
        PaperDemands(
            .rdo,
            "donor-report-fr",
            by: "moulin document report --donation DONATION",
            in: "W10Tests",
            "DonorPaperTests",
            mentions: Mention.numbered("RDO-2026-000001", "7 octobre 2026") + [
                Mention("units and kg in, by type", "house", "ordinateur portable 40 90,4 kg"),
                Mention(
                    "reused, parts, recycled: counts and rates",
                    "house",
                    "75,0 % (30 / 40)",
                    "15,0 % (6 / 40)",
                    "10,0 % (4 / 40)"
                ),
                Mention("weight reused", "house", "67,8 kg sur 90,4 kg"),
                Mention("households, from five on", "house", "Foyers équipés 29"),
                Mention("avoided emissions", "house", "3 240 kg CO₂e"),
                Mention(
                    "units, factor and years, to be computed again",
                    "house",
                    "ordinateur portable : 30 × 27 kg × 4 ans"
                ),
                Mention(
                    "one method, its factors and their source",
                    "house",
                    "méthode A",
                    "ADEME-2022",
                    "source : ADEME 2022"
                ),
                Mention(
                    "each serial number: fate and certificate",
                    "house",
                    "5CG9440000",
                    "vendu à une famille",
                    "CEF-2026-000003"
                ),
            ],
            never: [Mention("the other method's total", "house", "2 739", "méthode B")]
        ),
    ]
}
