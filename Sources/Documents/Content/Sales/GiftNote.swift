/// The note that goes with machines handed over for nothing (BDO).
public struct GiftNote: DocumentContent {
    public let language: DocumentLanguage
    public let issue: Issue
    public let giver: Issuer
    public let recipient: Person?
    public let items: [SoldItem]
    /// ISO day.
    public let deliveredOn: String

    public init(
        language: DocumentLanguage = .french,
        issue: Issue,
        giver: Issuer,
        recipient: Person? = nil,
        items: [SoldItem],
        deliveredOn: String
    ) {
        self.language = language
        self.issue = issue
        self.giver = giver
        self.recipient = recipient
        self.items = items
        self.deliveredOn = deliveredOn
    }

    public var type: DocumentType { .giftNote }

    private var title: String { language("Bon de don", "Gift note") }
    private var free: String {
        let day = Printed.day(deliveredOn, language)
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
            title, free, personalUse, issue.number, Printed.day(issue.day, language), giver.name,
            giver.legalForm, giver.registration,
        ] + giver.address.printed + (recipient?.envelope ?? [])
            + items.flatMap { $0.mentions(language) }
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        let reference = [
            Fact(label: language("Numéro", "Number"), value: issue.number),
            Fact(label: language("Date", "Date"), value: Printed.day(issue.day, language)),
        ]
        paper.letterhead(giver, to: recipient?.envelope ?? [], reference)
        paper.title("\(title) \(issue.number)")
        paper.paragraph(Printed.day(issue.day, language), .label)
        paper.space(mm(2))
        try paper.items(items, total: nil, language)
        paper.paragraph(free, .strong)
        paper.paragraph(personalUse)
    }
}
