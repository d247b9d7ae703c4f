public import Domain

/// The note that goes with machines handed over for nothing (BDO).
public struct GiftNote: DocumentContent {
    public let language: Language
    public let issue: Issue
    public let giver: Issuer
    public let recipient: Person?
    public let items: [SoldItem]
    public let deliveredOn: Day

    public init(
        language: Language = .fr,
        issue: Issue,
        giver: Issuer,
        recipient: Person? = nil,
        items: [SoldItem],
        deliveredOn: Day
    ) {
        self.language = language
        self.issue = issue
        self.giver = giver
        self.recipient = recipient
        self.items = items
        self.deliveredOn = deliveredOn
    }

    public var type: DocumentType { .bdo }

    private var title: String { language("Bon de don", "Gift note") }
    private var free: String {
        let day = deliveredOn.formatted(in: language)
        return language(
            "Remis à titre gratuit et sans contrepartie le \(day).",
            "Handed over free of charge on \(day), for nothing in return."
        )
    }
    private var personalUse: String {
        language(
            "Ce matériel est remis pour l'usage personnel du bénéficiaire.",
            "This equipment is handed over for the recipient's own use."
        )
    }

    public var mandatoryMentions: [String] {
        [
            title, free, personalUse, issue.number, issue.day.formatted(in: language), giver.name,
            giver.legalForm, giver.registration,
        ] + giver.address.printed + (recipient?.envelope ?? [])
            + items.flatMap { $0.mentions(language) }
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        let reference = [
            Fact(label: language("Numéro", "Number"), value: issue.number),
            Fact(label: language("Date", "Date"), value: issue.day.formatted(in: language)),
        ]
        paper.letterhead(giver, to: recipient?.envelope ?? [], reference)
        paper.title("\(title) \(issue.number)")
        if recipient == nil { paper.paragraph(issue.day.formatted(in: language), .label) }
        paper.space(mm(2))
        try paper.items(items, total: nil, language)
        paper.paragraph(free, .strong)
        paper.paragraph(personalUse)
    }
}
