public import Domain

/// The agreement under which a machine is placed with a community, or the paper of its return (CMD).
public struct PlacementPaper: OutlinedContent {
    public let language: Language
    public let issue: Issue
    public let issuer: Issuer
    public let taker: String
    public let isLoan: Bool
    /// The agreement's own reference.
    public let agreement: String
    public let item: SoldItem
    public let placedOn: Day
    /// Until when it is lent; nil without a term.
    public let until: Day?
    /// The day it came back: then this is the paper of the return.
    public let returnedOn: Day?
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        language: Language = .fr,
        issue: Issue,
        issuer: Issuer,
        taker: String,
        isLoan: Bool,
        agreement: String,
        item: SoldItem,
        placedOn: Day,
        until: Day? = nil,
        returnedOn: Day? = nil,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.language = language
        self.issue = issue
        self.issuer = issuer
        self.taker = taker
        self.isLoan = isLoan
        self.agreement = agreement
        self.item = item
        self.placedOn = placedOn
        self.until = until
        self.returnedOn = returnedOn
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .cmd }

    private var title: String {
        if returnedOn != nil { return language("Procès-verbal de restitution", "Record of return") }
        return isLoan
            ? language("Convention de prêt d'un équipement", "Agreement on the loan of equipment")
            : language("Convention de don d'un équipement", "Agreement on the gift of equipment")
    }

    private var terms: String {
        if returnedOn != nil {
            return language(
                "L'équipement est revenu. Les données que le preneur y a mises seront effacées ou le support détruit "
                    + "avant toute autre remise.",
                "The equipment has come back. Whatever data the taker put on it will be erased, or the medium "
                    + "destroyed, before it is handed to anyone else."
            )
        }
        return isLoan
            ? language(
                "L'équipement reste la propriété de \(issuer.name). Le preneur en use avec soin, ne le cède ni ne le prête, "
                    + "et le rend au terme ou quand il n'en a plus l'usage.",
                "The equipment remains the property of \(issuer.name). The taker uses it with care, neither gives nor "
                    + "lends it on, and returns it at the term or when no longer needed."
            )
            : language(
                "L'équipement est donné au preneur, qui ne peut le revendre.",
                "The equipment is given to the taker, who may not sell it."
            )
    }

    public var outline: Outline {
        Outline(
            title: title,
            parts: [
                .facts([
                    Fact(
                        label: language("Remis par", "Handed over by"),
                        value: issuer.name,
                        isStrong: true
                    ),
                    Fact(label: language("Preneur", "Taker"), value: taker, isStrong: true),
                    Fact(label: language("Convention", "Agreement"), value: agreement),
                    Fact(
                        label: language("Remis le", "Handed over on"),
                        value: placedOn.formatted(in: language)
                    ),
                    Fact(
                        label: language("Jusqu'au", "Until"),
                        value: until.map { $0.formatted(in: language) } ?? ""
                    ),
                    Fact(
                        label: language("Rendu le", "Returned on"),
                        value: returnedOn.map { $0.formatted(in: language) } ?? ""
                    ),
                ]),
                .heading(language("Équipement", "Equipment")),
                .facts([
                    Fact(label: "Code", value: item.code, isStrong: true),
                    Fact(
                        label: language("Désignation", "Description"),
                        value: "\(item.nature) \(item.brand) \(item.model)"
                    ),
                    Fact(label: language("Numéro de série", "Serial number"), value: item.serial),
                    Fact(label: language("État", "Condition"), value: item.grade),
                    Fact(
                        label: language("Défauts connus", "Known defects"),
                        value: item.defects.joined(separator: ", ")
                    ),
                    Fact(label: language("Système", "System"), value: item.system ?? ""),
                ]),
                .paragraph(terms),
                .signatures(
                    "",
                    [
                        (language("Pour l'organisme", "For the organisation"), signatory),
                        (
                            language("Pour le preneur", "For the taker"),
                            Signatory(name: taker, role: "", place: signatory.place)
                        ),
                    ]
                ),
            ]
        )
    }
}
