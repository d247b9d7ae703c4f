import Documents
public import Domain
public import Postgres
import Store

/// Issues the letter of the last decision on an application: what was decided, why, and how to appeal.
///
/// It stays behind the wall of the social services: it names the family and the reason.
public struct IssueDecisionLetter: Command {
    public static let name = "issue-decision-letter"
    public static let summary = Phrase(
        fr: "rédige la lettre d'une décision, avec son motif et les voies de recours",
        en: "writes the letter of a decision, with its reason and the way to appeal"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64
    /// French when it is nil.
    public let language: Language?

    public init(application: Int64, language: Language? = nil) {
        self.application = application
        self.language = language
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        /// As printed: `DEC-12-1`.
        public let letter: String
        public let language: Language
        /// False when it was issued before: a letter is written once.
        public let isNew: Bool

        private enum CodingKeys: String, CodingKey {
            case application, letter, language
            case isNew = "is_new"
        }
    }

    /// - Throws: `unknown_application`, `not_decided_yet`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let language = language ?? .fr
        let standing = try ApplicationStore.found(application, in: db)
        let decision = try Failure.running { () throws(PostgresError) in
            try DecisionStore.decisions(on: application, in: db).last
        }
        guard let decision else {
            throw .refused(
                Refusal(
                    .notDecidedYet,
                    ["application": .number(Int(application))],
                    next: ["decide-application"]
                )
            )
        }
        let letter = try LetterWriting(standing: standing, decision: decision, language: language)
            .letter(in: db, circumstances)
        let isNew = try Failure.running { () throws(PostgresError) in
            let isNew = try AppealStore.keepLetter(
                String(decoding: canonicalJSON(letter), as: UTF8.self),
                application: application,
                decision: decision.nth,
                language: language,
                circumstances.speaker,
                in: db
            )
            if isNew { try ApplicationStore.tell(Self.name, of: application, in: db) }
            return isNew
        }
        return Outcome(
            application: application,
            letter: letter.reference,
            language: language,
            isNew: isNew
        )
    }
}

/// The letter of a decision as text, paragraph by paragraph.
public struct ShowDecisionLetter: Question {
    public static let name = "show-decision-letter"
    public static let summary = Phrase(
        fr: "montre la lettre d'une décision",
        en: "shows the letter of a decision"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64
    /// French when it is nil.
    public let language: Language?

    public init(application: Int64, language: Language? = nil) {
        self.application = application
        self.language = language
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let application: Int64
        public let letter: String
        public let recipient: [String]
        public let paragraphs: [String]
    }

    /// - Throws: `not_decided_yet` while no letter was issued.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let letter = try DecisionLetter.issued(application, language ?? .fr, in: db)
        return Answer(
            application: application,
            letter: letter.reference,
            recipient: letter.recipients,
            paragraphs: letter.paragraphs
        )
    }
}

/// The frozen letter, for drawing; never listed, because it is bytes and not an answer.
struct FrozenLetter: Question {
    static let name = "frozen-letter"
    static let summary = ShowDecisionLetter.summary
    static let side = Side.social
    static let permission = ShowDecisionLetter.permission

    let application: Int64
    let language: Language

    func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> DecisionLetter {
        try DecisionLetter.issued(application, language, in: db)
    }
}
