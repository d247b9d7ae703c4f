public import Domain

/// The paper of a voucher (BON): its code, what it buys and until when.
///
/// It says nothing of incomes or brackets.
public struct VoucherPaper: DocumentContent {
    /// What may be bought, and for how much at most.
    public struct Entitlement: Codable, Hashable, Sendable {
        public let quantity: Int
        /// Device type in the words of the document.
        public let nature: String
        /// Nil when prices are read at the counter.
        public let price: Money?

        public init(quantity: Int, nature: String, price: Money? = nil) {
            self.quantity = quantity
            self.nature = nature
            self.price = price
        }
    }

    public let language: Language
    public let issue: Issue
    public let issuer: Issuer
    /// First name and initial are enough at the counter.
    public let holder: String
    /// With its check symbol, as typed at the counter.
    public let code: String
    /// What the QR code says; carries an opaque token.
    public let url: String
    public let entitlements: [Entitlement]
    /// Day, the last on which it may be used.
    public let lastUsableDay: Day
    /// Where to go and when, one line each.
    public let counter: [String]

    public init(
        language: Language = .fr,
        issue: Issue,
        issuer: Issuer,
        holder: String,
        code: String,
        url: String,
        entitlements: [Entitlement],
        lastUsableDay: Day,
        counter: [String]
    ) {
        self.language = language
        self.issue = issue
        self.issuer = issuer
        self.holder = holder
        self.code = code
        self.url = url
        self.entitlements = entitlements
        self.lastUsableDay = lastUsableDay
        self.counter = counter
    }

    public var type: DocumentType { .bon }

    private var title: String { language("Bon d'achat solidaire", "Solidarity voucher") }
    private var until: String {
        let day = lastUsableDay.formatted(in: language)
        return language("Utilisable jusqu'au \(day) inclus", "Usable until \(day) included")
    }
    private var personal: String {
        language(
            "Bon personnel, non cessible, sans valeur monétaire. À présenter au comptoir.",
            "Personal, not transferable, of no cash value. To be shown at the counter."
        )
    }

    public var mandatoryMentions: [String] {
        [title, until, personal, holder, code, issue.number, issuer.name] + counter
            + entitlements.map { "\($0.quantity) × \($0.nature)" }
            + entitlements.compactMap { $0.price.map { $0.formatted(in: language) } }
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        paper.letterhead(issuer, to: [], [])
        paper.title(title)
        let day = issue.day.formatted(in: language)
        paper.paragraph(
            language("N° \(issue.number) du \(day)", "No. \(issue.number) of \(day)"),
            .label
        )
        paper.space(mm(4))
        try composeCode(on: paper)
        paper.paragraph(until, .heading.sized(14), after: mm(4))
        paper.heading(language("Ce bon permet d'acheter", "What it buys"))
        for entitlement in entitlements {
            let price = entitlement.price.map { $0.formatted(in: language) }
            let most = price.map { language(" — au plus \($0)", " — at most \($0)") } ?? ""
            paper.paragraph(
                "\(entitlement.quantity) × \(entitlement.nature)\(most)",
                .body.sized(12)
            )
        }
        paper.heading(language("Où et quand", "Where and when"))
        paper.paragraph(counter.joined(separator: "\n"))
        paper.space(mm(2))
        paper.paragraph(personal, .strong)
    }

    /// The code twice: for the scanner, and large for a person to read out.
    private func composeCode(on paper: Composition) throws(DrawingError) {
        let symbol = try Symbol(url, as: .qr)
        let side = mm(42)
        let top = paper.y
        paper.put(
            .frame(
                Box(x: Composition.left, y: top, width: Composition.measure, height: side + mm(12)),
                .accent
            )
        )
        paper.tagged(.figure) {
            paper.put(
                .symbol(
                    symbol,
                    Box(x: Composition.left + mm(6), y: top + mm(6), width: side, height: side)
                )
            )
        }
        let width = Composition.measure - side - mm(18)
        let name = paper.block(holder, .body.sized(13), width: width)
        // Large, yet on one line whatever the length of the code.
        let widest = paper.block(code, .amount.sized(30))
        let size = min(30, 30 * width / widest.width)
        let large = paper.block(code, .amount.sized(size), width: width)
        let height = name.height + mm(3) + large.height
        var y = top + (side + mm(12) - height) / 2
        for block in [name, large] {
            paper.tagged(.paragraph) {
                paper.put(.text(block, x: Composition.left + side + mm(12), y: y))
            }
            y += block.height + mm(3)
        }
        paper.y = top + side + mm(17)
    }
}
