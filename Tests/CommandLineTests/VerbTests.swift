import Application
import Domain
import Testing

@testable import CommandLine

@Suite struct VerbTests {
    @Test func `every word of the command line stands for an entry of the list`() {
        let known = Set(Catalogue.commands.map(\.name) + Catalogue.questions.map(\.name))

        #expect(VerbList.words.map(\.entry).filter { !known.contains($0) } == [])
    }

    @Test func `every entry of the list has words of its own`() {
        let words = Set(VerbList.words.map(\.entry))
        let known = Catalogue.commands.map(\.name) + Catalogue.questions.map(\.name)
        // The audit's commands have files and exit codes of their own: `moulin audit`.
        let apart: Set<String> = ["drop-anchor", "export-anchors"]

        #expect(known.filter { !words.contains($0) && !apart.contains($0) } == [])
    }

    @Test func `every noun of the list can be typed`() {
        let typed = Set(NounCommands.nouns)

        // `moulin import` has the verbs of the list beside its readers of files.
        #expect(VerbList.nouns.filter { !typed.contains($0) } == ["import"])
    }

    @Test func `the shell is offered every command that there is`() {
        for text in [CompletionsCommand.bash, CompletionsCommand.fish] {
            for word in ListKinds.all.map({ $0.name }) + ["backup", "doctor", "serve"] {
                #expect(text.contains(word), "\(word)")
            }
            #expect(!text.contains("supervise"))
        }
    }

    @Test func `no two verbs of a noun are typed alike`() {
        let typed = VerbList.words.map { "\($0.noun) \($0.verb)" }

        #expect(Set(typed).count == typed.count)
    }

    static let fields = [
        FieldDescription("device", "string", Phrase(fr: "l'appareil", en: "the device")),
        FieldDescription(
            "valid_until",
            "string",
            required: false,
            Phrase(fr: "la fin", en: "the end")
        ),
        FieldDescription(
            "count",
            "integer",
            required: false,
            Phrase(fr: "le nombre", en: "the count")
        ),
        FieldDescription("strict", "boolean", required: false, Phrase(fr: "strict", en: "strict")),
        FieldDescription(
            "kinds",
            "array",
            required: false,
            Phrase(fr: "les types", en: "the kinds")
        ),
    ]

    @Test(arguments: [
        (["M-1"], #"{"device":"M-1"}"#),
        (
            ["--device", "M-1", "--valid-until=2027-01-01"],
            #"{"device":"M-1","valid_until":"2027-01-01"}"#
        ),
        (["M-1", "--count", "3", "--strict"], #"{"device":"M-1","count":3,"strict":true}"#),
        (["M-1", "--kinds", "laptop,tablet"], #"{"device":"M-1","kinds":["laptop","tablet"]}"#),
        (["M-1", "--kinds", #"[{"a":1}]"#], #"{"device":"M-1","kinds":[{"a":1}]}"#),
        (["--json", #"{"device":"x"}"#], #"{"device":"x"}"#),
    ])
    func `words become the JSON form of the command`(words: [String], json: String) throws {
        let read = try VerbWords(words, fields: Self.fields)

        #expect(String(decoding: read.json, as: UTF8.self) == json)
    }

    @Test(arguments: [
        ([], "--device is missing: the device"),
        (["M-1", "M-2"], "a word too many: M-2"),
        (
            ["M-1", "--colour", "red"],
            "unknown option --colour; there are: --device, --valid-until, --count, --strict, --kinds"
        ),
        (["M-1", "--count", "many"], #"--count needs a whole number, not "many""#),
        (["M-1", "--count"], "--count needs a value"),
    ])
    func `words that fit no field are told as such`(words: [String], sentence: String) {
        let fault = #expect(throws: VerbWords.Fault.self) {
            try VerbWords(words, fields: Self.fields)
        }

        #expect(fault?.phrase.en == sentence)
    }

    @Test func `a table fits its terminal and aligns figures`() {
        let table = Table(
            headings: ["name", "n"],
            figures: [1],
            rows: [["a long name that is cut", "7"]]
        )

        let lines = table.text(width: 16).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= 16 })
        #expect(lines.last == "a long name …  7")
    }
}
