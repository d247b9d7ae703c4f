import Application
import Domain
import Testing
import TownSupport

@testable import Web

/// What a page shows of an answer is called by a word of people's, in both languages.
@Suite struct AnswerWordsTests {
    @Test func `every member of an answer has a word in both languages`() async throws {
        try await WebTown.with { town in
            for language in Language.allCases {
                let visit = town.visit(in: language)
                let nameless = Self.shown.filter { visit.knownFact($0) == nil }

                #expect(nameless == [], "\(language)")
            }
        }
    }

    /// The members that pages show under their own names: those of outcomes, and those of answers that no column names.
    private static var shown: [String] {
        let outcomes = Catalogue.commands.flatMap { members(of: $0.outcomeShape) }
        let answers = Catalogue.questions.flatMap { question in
            let columns = question.columns.map(\.name)
            return members(of: question.answerShape).filter { !columns.contains($0) }
        }
        return Set(outcomes + answers).sorted()
    }

    private static func members(of shape: FieldShape) -> [String] {
        switch shape {
        case .members(let members):
            members.flatMap { [$0.name] + Self.members(of: $0.shape) }
        case .list(let element): members(of: element)
        case .text, .number, .truth, .day, .word: []
        }
    }
}
