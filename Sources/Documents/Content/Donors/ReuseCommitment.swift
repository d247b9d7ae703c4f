public import Domain

/// The taker's commitment to reuse what a public body gives (ENR), without which the gift does not count for the body.
public struct ReuseCommitment: OutlinedContent {
    public let issue: Issue
    /// Who commits.
    public let issuer: Issuer
    /// The body, with its SIRET.
    public let giver: Company
    public let goods: [GoodsLine]
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        issuer: Issuer,
        giver: Company,
        goods: [GoodsLine],
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.issuer = issuer
        self.giver = giver
        self.goods = goods
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .enr }
    public var language: Language { .fr }

    public var outline: Outline {
        Outline(
            recipient: giver.envelope,
            title: "Engagement de réemploi",
            law:
                "Article 16 de la loi n° 2021-1485 du 15 novembre 2021 et décret n° 2023-266 du 12 avril 2023 · articles "
                + "L. 3212-2 et L. 3212-3 du code général de la propriété des personnes publiques",
            parts: [
                .facts([
                    Fact(
                        label: "Cédant",
                        value: "\(giver.name) (\(giver.legalForm))",
                        isStrong: true
                    ),
                    Fact(label: "SIRET", value: Printed.inThrees(giver.registration)),
                    Fact(label: "Preneur", value: issuer.name, isStrong: true),
                    Fact(label: "Objet", value: issuer.object ?? ""),
                ]),
                .heading("Matériel proposé"),
                .table(GoodsTable(lines: goods, total: nil, language: .fr).table),
                .heading("Engagement"),
                .paragraph(
                    "\(issuer.name) s'engage à réemployer ces équipements, à ne les remettre qu'à des personnes en "
                        + "situation de précarité ou à des associations œuvrant en leur faveur, et à effacer ou détruire "
                        + "tout support de données avant toute remise."
                ),
                .paragraph(
                    "Elle en apporte la preuve : un bilan de réemploi donne, pour chaque numéro de série, le devenir de "
                        + "l'équipement et sa date. Ce qui ne peut être réemployé est remis à une filière agréée et figure "
                        + "comme tel au bilan."
                ),
                .signatures("", [("Pour le preneur", signatory)]),
            ]
        )
    }
}
