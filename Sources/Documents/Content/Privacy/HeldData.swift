public import Domain

/// Everything that is held about a person, for that person to read (DDP; GDPR article 15).
public struct HeldData: OutlinedContent {
    /// What belongs together, under a heading such as `Demande 2 › Décision 1`.
    public struct Section: Codable, Hashable, Sendable {
        public struct Line: Codable, Hashable, Sendable {
            public let label: String
            public let value: String

            public init(_ label: String, _ value: String) {
                self.label = label
                self.value = value
            }
        }

        public let heading: String
        public let lines: [Line]

        public init(heading: String, lines: [Line]) {
            self.heading = heading
            self.lines = lines
        }
    }

    public let language: Language
    public let issue: Issue
    public let issuer: Issuer
    /// Whom the data are about, as in `foyer 7`.
    public let subject: String
    public let sections: [Section]
    /// How long what kind of data stays.
    public let clocks: [Section.Line]

    public init(
        language: Language,
        issue: Issue,
        issuer: Issuer,
        subject: String,
        sections: [Section],
        clocks: [Section.Line]
    ) {
        self.language = language
        self.issue = issue
        self.issuer = issuer
        self.subject = subject
        self.sections = sections
        self.clocks = clocks
    }

    public var type: DocumentType { .ddp }
    public var replaces: Replacement? { nil }

    public var outline: Outline {
        Outline(
            title: language(
                "Ce que nous gardons de vous : \(subject)",
                "What we hold about you: \(subject)"
            ),
            law: language(
                "Articles 15 et 20 du règlement général sur la protection des données",
                "Articles 15 and 20 of the General Data Protection Regulation"
            ),
            parts: [.paragraph(opening)]
                + sections.flatMap { [.heading($0.heading), .facts(facts($0.lines))] }
                + [.heading(language("Combien de temps", "For how long")), .facts(facts(clocks))]
                + [.paragraph(rights)]
        )
    }

    private func facts(_ lines: [Section.Line]) -> [Fact] {
        lines.map { Fact(label: $0.label, value: $0.value) }
    }

    private var opening: String {
        language(
            "Voici tout ce que nous gardons à votre sujet, tel que nous le gardons. Les mêmes données vous sont "
                + "remises sur demande dans un fichier qu'un programme peut lire (JSON).",
            "This is all that we hold about you, as we hold it. On request the same data are handed to you in a "
                + "file that a program can read (JSON)."
        )
    }

    private var rights: String {
        language(
            "Vous pouvez demander une correction, un effacement, ou vous opposer à un usage. Ce qu'une loi nous "
                + "oblige à garder reste jusqu'au terme indiqué. Vous pouvez saisir la CNIL (www.cnil.fr).",
            "You may ask for a correction or an erasure, or object to a use. What a law makes us keep stays until "
                + "the day told above. You may complain to the data protection authority (in France www.cnil.fr)."
        )
    }
}
