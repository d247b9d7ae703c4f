import Application
import Domain
import FoundationEssentials
import Testing

@testable import Web

/// The examples of the page for programs name what there is.
@Suite struct HowToTalkTests {
    private let page: String

    init() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/how-to/talk-to-the-api.md")
        page = try String(contentsOf: path, encoding: .utf8)
    }

    @Test func `every state that an example asks for is on the map`() async throws {
        try await WebTown.with { town in
            let known = town.site.house.map.states.map(\.name.rawValue)

            let named = page.matches(of: /[?&]state=([a-z_]+)/).map { String($0.output.1) }

            #expect(!named.isEmpty)
            #expect(named.filter { !known.contains($0) }.isEmpty)
        }
    }

    @Test func `every command and question of an example is on the list`() {
        let commands = page.matches(of: /commands\/([a-z-]+)/).map { String($0.output.1) }
        let questions = page.matches(of: /questions\/([a-z-]+)/).map { String($0.output.1) }

        #expect(!commands.isEmpty && !questions.isEmpty)
        #expect(commands.allSatisfy { name in Catalogue.commands.contains { $0.name == name } })
        #expect(questions.allSatisfy { name in Catalogue.questions.contains { $0.name == name } })
    }
}
