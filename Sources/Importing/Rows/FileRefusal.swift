public import Domain
public import Tabular

/// Why a file as a whole is not imported.
public enum FileRefusal: Error, Sendable, Hashable {
    /// A kind of file that no reader exists for yet, or that never holds a list.
    case kind(FileKind)
    case wrongList(ListSubject, wanted: ListSubject = .devices)
    /// No record looks like the heading of such a list; without cells where they are nobody's business.
    case noHeading(first: [String])
    /// Each line names one thing of one machine: the headings stand below each other.
    case laidDownwards
    case workbook(SpreadsheetFault)
    case json(JSONFault)
    /// A report or log that another import takes, with the words of that command.
    case other(FileKind, command: String)
    /// An archive with several lists, or none.
    case severalLists([String])

    /// For machines: stable.
    public var code: String {
        switch self {
        case .kind(let kind): "file_is_\(kind.rawValue)"
        case .wrongList(let list, _): "list_of_\(list.rawValue)"
        case .noHeading: "no_heading"
        case .laidDownwards: "laid_downwards"
        case .workbook(let fault): fault.code
        case .json: "json_broken"
        case .other(let kind, _): "file_is_\(kind.rawValue)"
        case .severalLists: "several_lists"
        }
    }

    /// What the file is and what to do, for the person who chose it.
    public var sentence: Phrase {
        switch self {
        case .kind(let kind):
            Phrase(
                fr: "Ce fichier est \(kind.name.fr), pas une liste ; \(kind.remedy.fr).",
                en: "This file is \(kind.name.en), not a list; \(kind.remedy.en)."
            )
        case .wrongList(let list, let wanted):
            Phrase(
                fr: "C'est une liste \(list.name.fr), pas une liste \(wanted.name.fr)"
                    + (list.isImported ? " : moulin import \(list.rawValue)." : "."),
                en: "This is a list of \(list.name.en), not of \(wanted.name.en)"
                    + (list.isImported ? ": moulin import \(list.rawValue)." : ".")
            )
        case .laidDownwards:
            Phrase(
                fr:
                    "Cette liste est disposée vers le bas, une caractéristique par ligne ; une ligne par machine est attendue : transposer le tableau dans un tableur (Collage spécial, Transposer).",
                en:
                    "This list is laid out downwards, one fact on each line; one machine per row is expected: transpose the table in a spreadsheet (Paste special, Transpose)."
            )
        case .workbook(let fault): fault.sentence
        case .json(let fault):
            Phrase(
                fr: "Ce JSON est abîmé à la ligne \(fault.line), colonne \(fault.column).",
                en: "This JSON is broken on line \(fault.line), column \(fault.column)."
            )
        case .other(let kind, let command):
            Phrase(
                fr: "Ce fichier est \(kind.name.fr), pas une liste : moulin \(command).",
                en: "This file is \(kind.name.en), not a list: moulin \(command)."
            )
        case .severalLists(let names):
            Phrase(
                fr: "Cette archive devrait contenir une seule liste ; elle contient : "
                    + names.prefix(8).joined(separator: ", ")
                    + ". La décompresser, et importer ses listes une à une.",
                en: "This archive should hold one list; it holds: "
                    + names.prefix(8).joined(separator: ", ")
                    + ". Unpack it, and import its lists one by one."
            )
        case .noHeading([]):
            Phrase(
                fr: "Aucune ligne d'en-tête n'est reconnue ; en donner une avec --heading.",
                en: "No heading is recognised; give one with --heading."
            )
        case .noHeading(let first) where ForeignPaper(first.joined(separator: "\t")) != nil:
            ForeignPaper(first.joined(separator: "\t"))?.sentence ?? Phrase(fr: "", en: "")
        case .noHeading(let first):
            Phrase(
                fr: "Aucune ligne d'en-tête n'est reconnue ; la première ligne est : "
                    + Self.line(first)
                    + ". Nommer les colonnes dans une première ligne (Type, Modèle, N° de série…), ou les donner (--heading).",
                en: "No heading is recognised; the first line is: " + Self.line(first)
                    + ". Name the columns in a first line (Type, Model, Serial number…), or give them (--heading)."
            )
        }
    }
}

extension FileRefusal {
    /// The first cells with something in them, each cut short.
    private static func line(_ cells: [String]) -> String {
        cells.filter { !$0.isEmpty }.prefix(8).map { String($0.prefix(60)) }
            .joined(separator: " | ")
    }
}

extension FileKind {
    /// What a person can do who has such a file instead of a list.
    fileprivate var remedy: Phrase {
        switch self {
        case .sql:
            Phrase(
                fr: "exporter la table en CSV depuis le programme ou la base dont elle vient",
                en: "export the table as CSV from the program or database that it comes from"
            )
        case .numbers:
            Phrase(
                fr: "l'ouvrir dans Numbers et l'exporter en Excel ou en CSV",
                en: "open it in Numbers and export it as Excel or CSV"
            )
        case .alignedTable:
            Phrase(
                fr:
                    "refaire l'export en CSV (dans PowerShell : Export-Csv au lieu de Format-Table)",
                en: "export it again as CSV (in PowerShell: Export-Csv instead of Format-Table)"
            )
        case .html, .mhtml, .xml, .xls, .gzip, .rtf:
            Phrase(
                fr: "l'ouvrir dans un tableur et l'enregistrer en XLSX ou CSV",
                en: "open it in a spreadsheet and save it as XLSX or CSV"
            )
        case .pdf, .image:
            Phrase(
                fr: "demander le fichier dont il vient, ou recopier ses lignes dans un tableur",
                en: "ask for the file that it was made from, or copy its lines into a spreadsheet"
            )
        case .empty, .text, .xlsx, .ods, .zip, .json, .yaml, .nwipeLog, .dmidecode, .binary:
            Phrase(
                fr: "donner la liste en CSV, XLSX, ODS ou JSON",
                en: "give the list as CSV, XLSX, ODS or JSON"
            )
        }
    }

    /// What a person can do who has such a file instead of a report, as the end of a sentence; nothing where nothing helps.
    var remedyOfReports: Phrase {
        switch self {
        case .gzip:
            Phrase(
                fr: " : le décompresser d'abord (gunzip) et donner ce qu'il contient",
                en: ": unpack it first (gunzip) and give what is in it"
            )
        case .rtf:
            Phrase(
                fr: " : l'enregistrer en texte brut (.txt), ou donner le fichier du programme",
                en: ": save it as plain text (.txt), or give the file of the program itself"
            )
        default: Phrase(fr: "", en: "")
        }
    }

    /// The kind with its article.
    public var name: Phrase {
        switch self {
        case .empty: Phrase(fr: "vide", en: "empty")
        case .text: Phrase(fr: "un texte", en: "a text")
        case .xlsx: Phrase(fr: "un classeur Excel (XLSX)", en: "an Excel workbook (XLSX)")
        case .xls:
            Phrase(
                fr: "un ancien classeur Excel (XLS), ou protégé par mot de passe",
                en: "an old Excel workbook (XLS), or one with a password"
            )
        case .ods: Phrase(fr: "un classeur OpenDocument (ODS)", en: "an OpenDocument sheet (ODS)")
        case .zip: Phrase(fr: "une archive ZIP", en: "a ZIP archive")
        case .gzip: Phrase(fr: "un fichier compressé (gzip)", en: "a compressed file (gzip)")
        case .pdf: Phrase(fr: "un PDF", en: "a PDF")
        case .rtf: Phrase(fr: "un texte mis en forme (RTF)", en: "a formatted text (RTF)")
        case .json: Phrase(fr: "un document JSON", en: "a JSON document")
        case .yaml: Phrase(fr: "un texte YAML", en: "a YAML text")
        case .xml: Phrase(fr: "un document XML", en: "an XML document")
        case .html: Phrase(fr: "une page HTML", en: "an HTML page")
        case .nwipeLog: Phrase(fr: "un journal d'effacement nwipe", en: "a wipe log of nwipe")
        case .dmidecode: Phrase(fr: "un rapport dmidecode", en: "a report of dmidecode")
        case .sql: Phrase(fr: "une copie de base de données (SQL)", en: "a database dump (SQL)")
        case .mhtml: Phrase(fr: "une page web archivée (MHTML)", en: "an archived web page (MHTML)")
        case .numbers: Phrase(fr: "un document Apple Numbers", en: "an Apple Numbers document")
        case .alignedTable:
            Phrase(
                fr: "un tableau dont des espaces séparent les colonnes",
                en: "a table whose columns are set apart by spaces"
            )
        case .image: Phrase(fr: "une image", en: "an image")
        case .binary: Phrase(fr: "un fichier binaire inconnu", en: "an unknown binary file")
        }
    }
}
