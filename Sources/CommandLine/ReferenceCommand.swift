import Application
import ArgumentParser

/// `moulin reference`: the pages that are made from the program itself.
struct ReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract:
            "Writes the reference pages that are made from the program; --check says which are stale."
    )

    @Option(help: "Folder of the pages.") var folder: String = "docs/reference"
    @Flag(help: "Changes nothing; fails when a page is stale.") var check = false

    func run() async throws {
        var stale: [String] = []
        for page in try ReferencePages.all() {
            let path = "\(folder)/\(page.name)"
            guard ReferencePages.read(path) != page.text else { continue }
            stale.append(page.name)
            if !check { try ReferencePages.write(page.text, to: path) }
        }
        for name in stale { Terminal.say(check ? "stale: \(name)" : "written: \(name)") }
        if check, !stale.isEmpty { throw ExitMeaning.refused.code }
    }
}
