import Domain

private let gratis = "CG3P L.3212-2, L.3212-3"

extension PaperDemands {
    /// Deeds, commitments and statements of gifts by public bodies, and the certificate for the VAT.
    static let publicBodies = [
        PaperDemands(
            .acg,
            "deed-1",
            by: "moulin document deed DONATION",
            in: "IssueReceiptTests",
            "DonorPaperTests",
            mentions: Mention.numbered("ACG-2026-000002", "7 octobre 2026") + [
                Mention("body's name", gratis, "Ville de Roubaix (commune)"),
                Mention("SIRET", gratis, "215 905 122 00016"),
                Mention("address", gratis, "17 Grand-Place, 59100 Roubaix"),
                Mention(
                    "decision and its day",
                    gratis,
                    "Délibération n° 2026-114, du 18 septembre 2026"
                ),
                Mention("who takes", gratis, "Le Moulin numérique", "SIREN 732 829 320"),
                Mention("commitment to reuse", "law 2021-1485, art. 16", "ENR-2026-000002"),
                Mention("serial number", "CG3P D.3212-3", "CND7001"),
                Mention("year of purchase", "CG3P D.3212-3", "2019"),
                Mention("declared unit value, 300 € at most", "CG3P D.3212-3", "280,00 €"),
                Mention(
                    "to whom it may be resold, and for how much",
                    "CG3P L.3212-3, order of 7 November 2022",
                    "Le cessionnaire ne peut revendre ces biens qu'à des personnes en situation de précarité ou à des "
                        + "associations œuvrant en leur faveur, à un prix solidaire n'excédant pas les plafonds "
                        + "réglementaires."
                ),
                Mention(
                    "that it opens no right",
                    "house",
                    "La présente cession n'ouvre droit à aucune réduction d'impôt."
                ),
                Mention("who signs for the body", gratis, "Paul Mercier", "Maire"),
            ] + Mention.signed(gratis)
        ),
        PaperDemands(
            .enr,
            "commitment",
            by: "moulin document commitment DONATION",
            in: "DonorPaperTests",
            mentions: Mention.numbered("ENR-2026-000002", "7 octobre 2026") + [
                Mention(
                    "the law",
                    "law 2021-1485, art. 16",
                    "Article 16 de la loi n° 2021-1485 du 15 novembre 2021",
                    "décret n° 2023-266 du 12 avril 2023"
                ),
                Mention("body and SIRET", gratis, "Commune de Meudon", "219 200 486 00015"),
                Mention("what is offered", gratis, "25 ordinateur portable Dell Latitude 5400"),
                Mention(
                    "the promise to reuse",
                    "law 2021-1485, art. 16",
                    "s'engage à réemployer ces équipements",
                    "à effacer ou détruire tout support de données avant toute remise"
                ),
                Mention(
                    "the promise to prove it",
                    "decree 2023-266",
                    "un bilan de réemploi donne, pour chaque numéro de série, le devenir de l'équipement et sa date"
                ),
            ] + Mention.signed(gratis)
        ),
        PaperDemands(
            .bre,
            "reuse-statement-6",
            by: "moulin document reuse DONATION",
            in: "DonorPaperTests",
            "ChartTests",
            mentions: Mention.numbered("BRE-2026-000001", "7 octobre 2026") + [
                Mention("body and SIRET", gratis, "Commune de Meudon", "219 200 486 00015"),
                Mention("commitment", "decree 2023-266", "n° ENR-2026-000002 du 30 septembre 2026"),
                Mention(
                    "per serial number: fate and day",
                    "decree 2023-266",
                    "5CG9440000",
                    "vendu à une famille",
                    "2 novembre 2026"
                ),
                Mention("numerator and denominator", "law 2021-1485, art. 16", "2 / 4 · 50,0 %"),
                Mention(
                    "what counts",
                    "decree 2023-266",
                    "Est compté au numérateur un équipement vendu, donné ou confié dont l'âge est connu et inférieur à "
                        + "dix ans et pour lequel le preneur s'est engagé"
                ),
                Mention(
                    "why a machine does not count",
                    "house",
                    "dix ans ou plus",
                    "âge inconnu"
                ),
            ] + Mention.signed(gratis)
        ),
        PaperDemands(
            .atv,
            "vat-certificate",
            by: "moulin document vat DONOR --year 2026",
            in: "DonorPaperTests",
            mentions: Mention.numbered("ATV-2026-000001", "7 octobre 2026") + [
                Mention("the law", "CGI 273 septies D", "Article 273 septies D du CGI"),
                Mention("operator's name", "CGI annex III 84 B", "Le Moulin numérique"),
                Mention("operator's address", "CGI annex III 84 B", "12 rue du Bief, 59000 Lille"),
                Mention(
                    "operator's object",
                    "CGI annex III 84 B",
                    "Remettre en état des ordinateurs"
                ),
                Mention(
                    "decree of public benefit",
                    "CGI annex III 84 B",
                    "décret n° 2021-17 du 9 janvier 2021"
                ),
                Mention("donor's name", "CGI annex III 84 B", "Brasserie du Nord SAS"),
                Mention(
                    "donor's address",
                    "CGI annex III 84 B",
                    "Bâtiment C, 184 avenue de Dunkerque, 59130 Lambersart"
                ),
                Mention(
                    "inventory: day, nature, quantity",
                    "CGI annex III 84 B",
                    "2 mars 2026 ordinateur portable 40",
                    "5 octobre 2026 écran 12"
                ),
                Mention(
                    "a period of a calendar year at most",
                    "CGI annex III 84 B",
                    "Du 1er janvier 2026 au 31 décembre 2026"
                ),
                Mention(
                    "two copies, kept for six years",
                    "CGI annex III 84 B",
                    "Établie en deux exemplaires",
                    "chacun conserve le sien six ans"
                ),
            ] + Mention.signed("CGI annex III 84 B"),
            never: [Mention("a value", "house", "€")]
        ),
    ]
}
