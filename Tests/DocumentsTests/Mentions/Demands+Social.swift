import Domain

private let reasons = "CRPA L.211-2, L.211-5"

extension PaperDemands {
    /// What a family holds: its voucher, the letter of a decision, what is held about it.
    static let social = [
        PaperDemands(
            .bon,
            "voucher-fr",
            by: "moulin voucher paper VOUCHER",
            in: "SalePaperTests",
            mentions: Mention.numbered("BON-2026-000088", "7 octobre 2026") + [
                Mention("for whom, as the counter may know it", "house", "Amina K."),
                Mention("code", "house", "V7Q2-KM4X-9"),
                Mention(
                    "what it buys, and for how much at most",
                    "house",
                    "2 × ordinateur portable — au plus 80,00 €"
                ),
                Mention("last usable day", "house", "Utilisable jusqu'au 8 février 2027 inclus"),
                Mention("where and when", "house", "12 rue du Bief, 59000 Lille"),
                Mention(
                    "that it is personal",
                    "house",
                    "Bon personnel, non cessible, sans valeur monétaire."
                ),
            ],
            never: [
                Mention(
                    "income, bracket or benefit",
                    "house",
                    "quotient",
                    "tranche",
                    "RSA",
                    "revenu"
                )
            ]
        ),
        PaperDemands(
            .dec,
            "decision-refused",
            by: "moulin print letter APPLICATION",
            in: "LetterTests",
            mentions: [
                Mention(
                    "the decision and its day",
                    reasons,
                    "Elle a été refusée le 12 novembre 2026."
                ),
                Mention("the reason, in words", reasons, "les ressources dépassent le plafond"),
                Mention("the text applied", reasons, "FR-DEMO-2026"),
                Mention(
                    "how and until when to appeal",
                    "CRPA L.411-2, CJA R.421-1",
                    "12 janvier 2027"
                ),
            ],
            never: [Mention("a figure of income", "house", "640")]
        ),
        PaperDemands(
            .ddp,
            "held-data",
            by: "moulin print held --household NUMBER",
            in: "PrivacyTests",
            mentions: [
                Mention(
                    "the law",
                    "GDPR 15",
                    "Articles 15 et 20 du règlement général sur la protection des données"
                ),
                Mention("what is held", "GDPR 15(1)(b)", "Nom Dubois"),
                Mention("for how long", "GDPR 15(1)(d)", "deux ans après le dernier contact"),
                Mention(
                    "the rights",
                    "GDPR 15(1)(e)",
                    "Vous pouvez demander une correction, un effacement"
                ),
                Mention("the authority", "GDPR 15(1)(f)", "Vous pouvez saisir la CNIL"),
            ]
        ),
    ]
}
