public import Domain
import FoundationEssentials
public import Store

/// One question of the list, with its type put away.
public struct QuestionEntry: Sendable {
    public let name: String
    public let summary: Phrase
    public let side: Side
    public let permission: Permission
    public let fields: [FieldDescription]
    /// What a table shows of the answer, in its order; an answer that is one thing shows the same as lines.
    public let columns: [AnswerColumn]
    /// What its answer shows that others may change meanwhile.
    public let concern: Concern?
    let ask: Ask
    let shaped: @Sendable () -> [String: FieldShape]
    let answered: @Sendable () -> FieldShape

    typealias Ask =
        @Sendable (_ json: [UInt8], Application, Speaker, Opening?) async throws(Failure) -> [UInt8]

    /// Lists a question; `fields` say what its JSON form consists of, `columns` what a table shows.
    public init<Q: Question>(
        _ type: Q.Type,
        fields: [FieldDescription] = [],
        columns: [AnswerColumn] = []
    ) {
        name = Q.name
        summary = Q.summary
        side = Q.side
        permission = Q.permission
        self.fields = fields
        self.columns = columns
        concern = Q.concern
        shaped = { ShapeReading.members(of: Q.self) }
        answered = { ShapeReading.shape(ofAnswer: Q.Answer.self) }
        ask = { (json, application, speaker, opening) async throws(Failure) -> [UInt8] in
            let question = try CommandJSON.decode(Q.self, json, fields)
            do throws(Failure) {
                return CommandJSON.encode(
                    try await application.ask(question, as: speaker, opening: opening)
                )
            } catch {
                throw error.naming(json)
            }
        }
    }
}

/// A column of an answer's table.
public struct AnswerColumn: Sendable, Hashable {
    /// How a value is written for people.
    public enum Kind: Sendable, Hashable {
        case text
        case number
        /// Integer cents of the organisation's currency.
        case cents
    }

    /// The name of the field; dots lead into objects.
    public let name: String
    public let heading: Phrase
    public let kind: Kind
    /// True for what only some answers tell: the column is left out of a list in which no row has it.
    public let isOccasional: Bool

    public init(
        _ name: String,
        _ heading: Phrase,
        _ kind: Kind = .text,
        isOccasional: Bool = false
    ) {
        self.name = name
        self.heading = heading
        self.kind = kind
        self.isOccasional = isOccasional
    }
}

extension Application {
    /// Asks a question by its name, from its JSON form; answers JSON.
    ///
    /// - Throws: `.unreadable` for a name that is not on the list, a field that is not known, missing or of another type.
    public func ask(
        named name: String,
        _ json: [UInt8],
        as speaker: Speaker,
        opening: Opening? = nil
    ) async throws(Failure) -> [UInt8] {
        try await Catalogue.question(named: name).ask(json, self, speaker, opening)
    }
}
