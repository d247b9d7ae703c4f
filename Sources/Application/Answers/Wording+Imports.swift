import Domain
import Importing
import Tabular

/// What people call the words of runs that read files.
extension Wording {
    /// What a run read: `devices`, `donors`, `hardware`.
    static let importedKinds: [String: Phrase] = [
        ListSubject.devices.rawValue: Phrase(fr: "liste d'appareils", en: "list of devices"),
        ListSubject.donors.rawValue: Phrase(fr: "liste de donateurs", en: "list of donors"),
        ListSubject.households.rawValue: Phrase(fr: "liste de foyers", en: "list of households"),
        ListSubject.prices.rawValue: Phrase(fr: "grille de prix", en: "price grid"),
        ListSubject.places.rawValue: Phrase(fr: "liste de lieux", en: "list of places"),
        ListSubject.people.rawValue: Phrase(fr: "liste de l'équipe", en: "list of the staff"),
        "hardware": Phrase(fr: "relevés de machines", en: "hardware reports"),
    ]

    /// A file that came without a name of its own.
    static let namelessFiles: [String: Phrase] = [
        ImportedFile.pasted: Phrase(fr: "liste collée", en: "pasted list"),
        ImportedFile.sent: Phrase(fr: "envoyée par un programme", en: "sent by a program"),
        ImportedFile.standardInput: Phrase(
            fr: "lue de l'entrée standard",
            en: "read from standard input"
        ),
    ]

    static let charsets: [String: Phrase] = Dictionary(
        Charset.allCases.map { ($0.rawValue, $0.label) }
    ) { first, _ in first }
}

/// The names under which files are kept that have none of their own.
public enum ImportedFile {
    /// Of a spreadsheet's rows; tabs set their cells apart.
    public static let pasted = "pasted.tsv"
    public static let sent = "upload"
    static let standardInput = "-"
}

extension Charset {
    /// As people meet it in the menus of spreadsheets.
    var label: Phrase {
        switch self {
        case .utf8: Phrase(fr: "Unicode (UTF-8)", en: "Unicode (UTF-8)")
        case .utf8Twice:
            Phrase(fr: "Unicode codé deux fois (UTF-8)", en: "Unicode encoded twice (UTF-8)")
        case .utf16LittleEndian: Phrase(fr: "Unicode (UTF-16)", en: "Unicode (UTF-16)")
        case .utf16BigEndian:
            Phrase(fr: "Unicode (UTF-16, gros-boutiste)", en: "Unicode (UTF-16, big-endian)")
        case .windows1252:
            Phrase(
                fr: "Windows, Europe de l'Ouest (1252)",
                en: "Windows, Western Europe (1252)"
            )
        case .latin9:
            Phrase(
                fr: "Europe de l'Ouest (ISO-8859-15)",
                en: "Western Europe (ISO-8859-15)"
            )
        case .macRoman: Phrase(fr: "Macintosh d'autrefois", en: "Classic Macintosh")
        case .dos850: Phrase(fr: "MS-DOS (850)", en: "MS-DOS (850)")
        }
    }
}
