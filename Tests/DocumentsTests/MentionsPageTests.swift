import Domain
import FoundationEssentials
import Testing

/// The page that lists what each paper must say; written anew with `MOULIN_WRITE=1`.
@Suite struct MentionsPageTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/reference/papers.md")

    @Test func `the reference lists every mandatory mention of every paper`() throws {
        let written = Self.text()

        if ProcessInfo.processInfo.environment["MOULIN_WRITE"] != nil {
            try written.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == written)
    }

    /// Samples of a kind that is listed, which try its layout.
    private static let repeated: Set = [
        "company-receipt-40", "company-receipt-400", "company-receipt-long-names",
        "company-receipt-duplicate", "attestation-en-60", "deed-60", "reuse-statement-60",
        "voucher-en",
        "ca-receipt-fr", "donor-report-en", "certificate-en-40",
    ]

    private static func text() -> String {
        let papers = DocumentTests.documents.filter { !repeated.contains($0.name) }
        return """
            # What every paper must say

            The mandatory mentions of each kind of paper, as its sample prints them. `DocumentTests` prints each
            sample and looks for every one of them in the text layer of the PDF, with the code, the hash and the
            number; it also checks that the file is sound, tagged, has its fonts inside, is drawn to the same bytes
            again, and that its code can be scanned. The sources of the mentions are named where they are worded, in
            `Sources/Documents/Content`.

            To look at the papers: `MOULIN_PAPERS=some-folder swift test --filter DocumentTests` leaves
            `some-folder/NAME.pdf`. This page is written by `MOULIN_WRITE=1 swift test --filter MentionsPage`.


            """ + papers.map(section).joined(separator: "\n")
    }

    private static func section(_ specimen: Specimen) -> String {
        // Lines of forty machines say nothing more than those of one.
        let mentions = specimen.mentions.dropLast(3)
        let shown = mentions.prefix(24).map { "- \($0.replacing("\n", with: " "))" }
        let rest = mentions.count - shown.count
        return "## \(specimen.name)\n\n" + shown.joined(separator: "\n")
            + (rest > 0 ? "\n- and \(rest) more of the kind of the last ones" : "") + "\n"
    }
}
