public import Domain

/// The letter of a decision (DEC): what was decided, for which reason, by which text, and the way to appeal.
///
/// It tells the household its reason in words and never a figure of its income.
public struct DecisionLetter: DocumentContent {
    public let language: Language
    public let issue: Issue
    public let issuer: Issuer
    /// The adults of the household, one line each.
    public let recipients: [String]
    public let application: Int
    public let enteredOn: Day
    public let decidedOn: Day
    public let isRefused: Bool
    /// True when an appeal was decided: only the court is left.
    public let isFinal: Bool
    /// In the words of the letter; nil when it was approved.
    public let reason: String?
    /// The rules that were applied, by their versions.
    public let rules: [String]
    public let wishes: [String]
    /// The code of the voucher; nil when it was refused.
    public let voucher: String?
    /// The last day of an appeal; nil when none is possible.
    public let appealUntil: Day?

    public init(
        language: Language,
        issue: Issue,
        issuer: Issuer,
        recipients: [String],
        application: Int,
        enteredOn: Day,
        decidedOn: Day,
        isRefused: Bool,
        isFinal: Bool,
        reason: String?,
        rules: [String],
        wishes: [String],
        voucher: String?,
        appealUntil: Day?
    ) {
        self.language = language
        self.issue = issue
        self.issuer = issuer
        self.recipients = recipients
        self.application = application
        self.enteredOn = enteredOn
        self.decidedOn = decidedOn
        self.isRefused = isRefused
        self.isFinal = isFinal
        self.reason = reason
        self.rules = rules
        self.wishes = wishes
        self.voucher = voucher
        self.appealUntil = appealUntil
    }

    public var type: DocumentType { .dec }

    /// As printed: `DEC-12-1`.
    public var reference: String { issue.number }

    /// The letter's sentences, first to last, without letterhead.
    public var paragraphs: [String] {
        [salutation, opening, verdict]
            + [ground, text, appeal, court, enclosure].compactMap { $0 }
            + [closing]
    }

    public var mandatoryMentions: [String] {
        [issuer.name, reference, verdict] + [ground, appeal, court].compactMap { $0 } + recipients
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        paper.letterhead(issuer, to: recipients, [])
        paper.title(title)
        let day = issue.day.formatted(in: language)
        paper.paragraph(
            language("N° \(reference) du \(day)", "No. \(reference) of \(day)"),
            .label
        )
        paper.space(mm(4))
        for paragraph in paragraphs { paper.paragraph(paragraph, after: mm(3)) }
        paper.space(mm(6))
        paper.paragraph(issuer.name, .strong)
    }
}
