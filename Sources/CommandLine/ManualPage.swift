import Domain

/// `moulin(1)`, made from the table of words.
enum ManualPage {
    static var text: String {
        var text = """
            .\\" Made by `moulin reference`; do not edit.
            .TH MOULIN 1 "" "\(Version.text)" "Moulin"
            .SH NAME
            moulin \\- follows donated computers from the donor to a family's home
            .SH SYNOPSIS
            .B moulin
            .I noun verb
            [\\fIwords\\fR] [\\-\\-as \\fIperson\\fR] [\\-\\-format table|csv|json] [\\-\\-language fr|en] [\\-\\-key \\fIkey\\fR] [\\-\\-dry\\-run]
            .SH COMMANDS

            """
        for noun in VerbList.nouns {
            for verb in VerbList.verbs(of: noun) { text += entry(verb) }
        }
        text += ".SH EXIT STATUS\n"
        for meaning in ExitMeaning.allCases {
            text += ".TP\n.B \(meaning.rawValue)\n\(escaped(meaning.sentence))\n"
        }
        return text
    }

    private static func entry(_ verb: Verb) -> String {
        ".TP\n.B \(escaped(verb.usage))\n\(escaped(verb.summary.en)).\n"
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { $0 += $1 == "-" ? "\\-" : $1 == "\\" ? "\\\\" : String($1) }
    }
}
