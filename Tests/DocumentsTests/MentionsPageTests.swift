import Domain
import FoundationEssentials
import Testing

@testable import Documents

/// What each paper must say, looked for in its text layer, and the page that lists it; written anew with
/// `MOULIN_WRITE=1`.
@Suite struct MentionsPageTests {
    let press: Press

    init() throws { press = try Press() }

    private static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/reference/papers.md")

    @Test(arguments: PaperDemands.all)
    func `the paper says what the rules demand and nothing that they forbid`(
        _ demands: PaperDemands
    ) throws {
        let specimen = try #require(DocumentTests.documents.first { $0.name == demands.sample })
        let paper = try Paper(specimen.print(press), name: "demands-\(specimen.name)")

        let text = try paper.text() + paper.flow()

        let missing = demands.mentions.flatMap(\.words).filter { !text.contains(squeezed($0)) }
        #expect(missing == [])
        let forbidden = demands.never.flatMap(\.words).filter { text.contains(squeezed($0)) }
        #expect(forbidden == [])
    }

    @Test func `every kind of paper has its demands, and each a rule and words`() {
        let kinds = Set(PaperDemands.all.map(\.kind))
        let mentions = PaperDemands.all.flatMap { $0.mentions + $0.never }

        #expect(DocumentType.allCases.filter { !kinds.contains($0) } == [])
        #expect(mentions.filter { $0.rule.isEmpty || $0.words.isEmpty }.map(\.asked) == [])
        #expect(PaperDemands.all.filter { $0.tests.isEmpty }.map(\.sample) == [])
    }

    @Test func `the suites that the page names are there`() throws {
        let tests = Self.page.deletingLastPathComponent().appending(path: "../../Tests")
        let files = try FileManager.default.subpathsOfDirectory(atPath: tests.path())

        let missing = Set(PaperDemands.all.flatMap(\.tests)).filter { suite in
            !files.contains { $0.hasSuffix("/\(suite).swift") }
        }

        #expect(missing.sorted() == [])
    }

    @Test func `the reference lists every mandatory mention of every paper`() throws {
        let written = Self.text()

        if ProcessInfo.processInfo.environment["MOULIN_WRITE"] != nil {
            try written.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == written)
    }

    private static func text() -> String {
        """
        # What every paper must say

        Each kind of paper, how it is issued, what must be on it by which rule, and in which words its sample
        says so. `MentionsPageTests` prints each sample and looks for all of these words in the text layer of
        the PDF, and for those that must never be there; the suites named under a paper issue it by its command
        and read it. `DocumentTests` checks besides that each file is sound, tagged, has its fonts inside, is
        drawn to the same bytes again, that its code can be scanned, and that nothing of its content is lost.

        To look at the papers: `Scripts/papers` draws them all into `artefacts/papers`, as PDF and page by page
        as PNG. This page is written by `MOULIN_WRITE=1 swift test --filter MentionsPage`.


        """ + PaperDemands.all.map(section).joined(separator: "\n")
    }

    private static func section(_ demands: PaperDemands) -> String {
        let label = demands.kind.label.en
        return """
            ## \(demands.kind.rawValue.uppercased()), \(label): `\(demands.sample)`

            `\(demands.command)` · \(demands.tests.map { "`\($0)`" }.joined(separator: ", ")) · \
            `artefacts/papers/\(demands.sample)-1.png`

            | what is asked | by | in the sample |
            |---|---|---|
            \((demands.mentions.map { row($0, "") } + demands.never.map { row($0, "never: ") })
                .joined(separator: "\n"))

            """
    }

    private static func row(_ mention: Mention, _ prefix: String) -> String {
        let words = mention.words.map { "`\($0)`" }.joined(separator: " … ")
        let rule = mention.rule.replacing("*", with: "\\*")
        return "| \(prefix)\(mention.asked) | \(rule) | \(words) |"
    }
}
