import Domain

/// A paper as its parts, from top to bottom: for contents that need no layout of their own.
public struct Outline {
    enum Part {
        case heading(String)
        case paragraph(String, TextStyle = .body)
        case facts([Fact])
        case table(Table)
        case chart(Chart)
        /// A label and the amount that must not be missed.
        case amount(String, String)
        /// What is signed, and by whom, side by side: what each stands for, and who.
        case signatures(String, [(heading: String, signatory: Signatory)])
        case page
    }

    /// Lines of the address in the window; empty where nobody is written to.
    var recipient: [String] = []
    /// What stands beside the address, after number and day.
    var references: [Fact] = []
    let title: String
    /// The rule that the paper is made under, below its title.
    var law: String?
    var parts: [Part]
}

/// A content that says its parts and leaves the drawing to them.
///
/// Whatever it says is a mention that must be on the paper.
public protocol OutlinedContent: DocumentContent {
    var issuer: Issuer { get }
    var replaces: Replacement? { get }
    var outline: Outline { get }
}

extension OutlinedContent {
    public var mandatoryMentions: [String] {
        let outline = outline
        let head: [String?] = [
            issue.number, issue.day.formatted(in: language), issuer.name, issuer.registration,
            outline.title, outline.law, replaces.map { $0.sentence(in: language) },
        ]
        return head.compactMap(\.self) + issuer.address.printed + outline.recipient
            + outline.references.map(\.value) + outline.parts.flatMap(\.mentions)
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        let outline = outline
        let day = issue.day.formatted(in: language)
        let reference =
            [
                Fact(label: language("Numéro", "Number"), value: issue.number),
                Fact(label: language("Date", "Date"), value: day),
            ] + outline.references
        paper.letterhead(issuer, to: outline.recipient, reference)
        paper.title(outline.title)
        if let law = outline.law { paper.paragraph(law, .label) }
        if outline.recipient.isEmpty { paper.facts(reference) }
        paper.history(replaces, language)
        for part in outline.parts { try paper.put(part, language, day) }
    }
}

extension Outline.Part {
    /// Every text of the part, as it is printed.
    var mentions: [String] {
        switch self {
        case .heading(let text), .paragraph(let text, _): [text]
        case .facts(let facts): facts.map(\.value)
        case .table(let table): (table.rows + table.totals).flatMap(\.self)
        case .chart(let chart): chart.categories
        case .amount(let label, let amount): [label, amount]
        case .signatures(let sentence, let sides):
            [sentence] + sides.flatMap { [$0.heading, $0.signatory.name, $0.signatory.role] }
        case .page: []
        }
    }
}

extension Composition {
    fileprivate func put(_ part: Outline.Part, _ language: Language, _ day: String)
        throws(DrawingError)
    {
        switch part {
        case .heading(let text): heading(text)
        case .paragraph(let text, let style): paragraph(text, style)
        case .facts(let facts): self.facts(facts)
        case .table(let table): try self.table(table)
        case .chart(let chart): self.chart(chart)
        case .amount(let label, let amount): framedAmount(label, amount)
        case .signatures(let sentence, let sides):
            keep(mm(sides.count > 1 ? 52 : 42))
            if !sentence.isEmpty { paragraph(sentence, .strong) }
            sign(sides, language, day)
        case .page: breakPage()
        }
    }

    /// One hand at the right, or two side by side.
    private func sign(
        _ sides: [(heading: String, signatory: Signatory)],
        _ language: Language,
        _ day: String
    ) {
        if sides.count == 1, let (heading, signatory) = sides.first {
            let place = language(
                "Fait à \(signatory.place), le \(day)",
                "\(signatory.place), \(day)"
            )
            signature(
                place: heading.isEmpty ? place : "\(heading)\n\(place)",
                signer: signatory.name,
                role: signatory.role
            )
            return
        }
        hands(sides, language)
    }
}
