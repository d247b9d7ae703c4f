import Domain

private let cerfaCompany = "CGI 238 bis, Cerfa 16216*02"
private let cerfaPerson = "CGI 200, Cerfa 11580*05"

extension PaperDemands {
    /// Receipts, attestations and deeds of France (rulebook 1.1 to 1.7).
    static let donors =
        [companyReceipt, replacement, duplicate, individualReceipt, attestation] + publicBodies

    private static let companyReceipt = PaperDemands(
        .rfe,
        "company-receipt-1",
        by: "moulin document receipt DONATION",
        in: "IssueReceiptTests",
        "BatchReceiptTests",
        mentions: Mention.numbered("RFE-2026-000001", "7 octobre 2026")
            + Mention.beneficiary(cerfaCompany) + [
                Mention(
                    "title of the form",
                    cerfaCompany,
                    "Reçu des dons et versements effectués par les entreprises",
                    "modèle Cerfa n° 16216*02"
                ),
                Mention("company's name", cerfaCompany, "Brasserie du Nord SAS"),
                Mention("legal form", cerfaCompany, "Société par actions simplifiée (SAS)"),
                Mention("company's SIREN", cerfaCompany, "552 100 554"),
                Mention(
                    "company's full address",
                    cerfaCompany,
                    "Bâtiment C, 184 avenue de Dunkerque, 59130 Lambersart"
                ),
                Mention(
                    "goods received and accepted, exhaustively",
                    cerfaCompany,
                    "Description exhaustive (nature et quantités) des biens et services reçus et acceptés",
                    "1 ordinateur portable Dell Latitude 5400"
                ),
                Mention("serial numbers, in an appendix", "house", "5CG94UVB", "M-10001K"),
                Mention(
                    "only the amount that opens the right, framed by asterisks",
                    "BOFiP, model of receipt",
                    "***60,00***"
                ),
                Mention(
                    "whose value it is",
                    "CGI 238 bis, 5 bis",
                    "Valorisation établie sous la responsabilité de l'entreprise donatrice"
                ),
                Mention("its basis", "house", "valeur nette comptable"),
                Mention("day of the gift", cerfaCompany, "Le 5 octobre 2026"),
                Mention("form and nature", cerfaCompany, "Don en nature"),
                Mention(
                    "the sentence of the form, word for word",
                    cerfaCompany,
                    "Le bénéficiaire certifie sur l'honneur que les dons et versements qu'il reçoit ouvrent droit à la "
                        + "réduction d'impôt prévue à l'article 238 bis du CGI"
                ),
            ] + Mention.signed(cerfaCompany),
        never: [
            Mention("the rate of 75 %, which is not for computers", "CGI 200, 1 ter", "75 %"),
            Mention("the article of individuals", cerfaCompany, "200 du CGI"),
        ]
    )

    private static let replacement = PaperDemands(
        .rfe,
        "company-receipt-long-names",
        by: "moulin document replace DOCUMENT REASON",
        in: "DocumentLifeTests",
        mentions: [
            Mention(
                "which cancelled receipt it stands for",
                "house",
                "Annule et remplace le reçu n° RFE-2026-000000 du 1er octobre 2026"
            )
        ]
    )

    private static let duplicate = PaperDemands(
        .rfe,
        "company-receipt-duplicate",
        by: "moulin document reprint DOCUMENT",
        in: "DocumentLifeTests",
        mentions: [
            Mention(
                "that it is a duplicate, and of which day",
                "house",
                "DUPLICATA réimprimé le 12 mars 2027"
            ),
            Mention("the number of its original", "house", "RFE-2026-000001"),
        ]
    )

    private static let individualReceipt = PaperDemands(
        .rfp,
        "individual-receipt",
        by: "moulin document receipt DONATION",
        in: "IssueReceiptTests",
        "SeriesTests",
        mentions: Mention.numbered("RFP-2026-000017", "7 octobre 2026")
            + Mention.beneficiary(cerfaPerson) + [
                Mention(
                    "title of the form",
                    cerfaPerson,
                    "Reçu au titre des dons à certains organismes d'intérêt général",
                    "modèle Cerfa n° 11580*05 (2041-RD)"
                ),
                Mention("donor's name", cerfaPerson, "Marguerite Dubois"),
                Mention("donor's full address", cerfaPerson, "3 place de l'Église, 62000 Arras"),
                Mention("amount, framed by asterisks", "BOFiP, model of receipt", "***90,00***"),
                Mention("day of the gift", cerfaPerson, "12 septembre 2026"),
                Mention(
                    "form of the gift, all boxes, one ticked",
                    cerfaPerson,
                    "☐ Acte authentique",
                    "☐ Acte sous seing privé",
                    "☒ Déclaration de don manuel",
                    "☐ Autres"
                ),
                Mention(
                    "nature of the gift",
                    cerfaPerson,
                    "☐ Numéraire",
                    "☒ Autres (don en nature)"
                ),
                Mention("what was given", "house", "1 ordinateur portable Lenovo ThinkPad T490"),
                Mention(
                    "the sentence of the form, word for word",
                    cerfaPerson,
                    "Le bénéficiaire certifie sur l'honneur que les dons et versements qu'il reçoit ouvrent droit à la "
                        + "réduction d'impôt prévue à l'article 200 du CGI"
                ),
            ] + Mention.signed(cerfaPerson),
        never: [
            Mention("the rate of 75 %, which is not for computers", "CGI 200, 1 ter", "75 %"),
            Mention("the article of companies", cerfaPerson, "238 bis"),
        ]
    )

    private static let attestation = PaperDemands(
        .adn,
        "attestation-fr",
        by: "moulin document attestation DONATION",
        in: "IssueReceiptTests",
        "PaperAbroadTests",
        mentions: Mention.numbered("ADN-2026-000004", "7 octobre 2026") + [
            Mention(
                "that it opens no right",
                "house",
                "La présente attestation n'est pas un reçu fiscal et n'ouvre droit à aucune réduction d'impôt."
            ),
            Mention("who received", "house", "Le Moulin numérique"),
            Mention("who gave", "house", "Marguerite Dubois", "3 place de l'Église"),
            Mention("what", "house", "1 écran", "2 écran", "3 écran"),
            Mention("day of the gift", "house", "30 septembre 2026"),
        ] + Mention.signed("house"),
        never: [Mention("a value", "house", "€")]
    )
}
