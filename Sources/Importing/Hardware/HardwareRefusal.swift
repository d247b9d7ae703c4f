public import Domain
public import Tabular

/// Why a file gives no machine.
public enum HardwareRefusal: Error, Sendable, Hashable {
    /// A kind of file that never holds a report.
    case kind(FileKind)
    case json(JSONFault)
    case xml(XMLFault)
    case yaml(YAMLFault)
    /// JSON, XML or text that can be read, but of no program that is known; with its first names.
    case unknownDocument(FileKind, names: [String])
    /// A list of drives without any fact about them, as of `smartctl --scan`.
    case namesNothing(HardwareReport.Source)
    case virtualMachine(String)
    /// Of a program that is known, and that tells too little.
    case foreign(ForeignPaper)
    case tooLarge(bytes: Int)
    /// The words of one program in a report that bundles those of several.
    case part(String, JSONFault)
    /// A program that speaks a language whose words nobody taught the reader.
    case unknownLanguage(HardwareReport.Source)

    /// For machines: stable.
    public var code: String {
        switch self {
        case .kind(let kind): "file_is_\(kind.rawValue)"
        case .json: "json_broken"
        case .xml(let fault): fault.reason == .documentType ? "xml_document_type" : "xml_broken"
        case .yaml(let fault): fault.reason.rawValue
        case .unknownDocument: "no_hardware_report"
        case .namesNothing: "names_no_hardware"
        case .virtualMachine: "virtual_machine"
        case .foreign: "foreign_paper"
        case .tooLarge: "file_too_large"
        case .part: "part_broken"
        case .unknownLanguage: "unknown_language"
        }
    }

    /// What the file is and what to do, for the person who chose it.
    public var sentence: Phrase {
        switch self {
        case .kind(let kind):
            Phrase(
                fr:
                    "Ce fichier est \(kind.name.fr), pas un rapport de matériel\(Self.remedy(kind).fr).",
                en: "This file is \(kind.name.en), not a hardware report\(Self.remedy(kind).en)."
            )
        case .json(let fault):
            Phrase(
                fr: "Ce JSON est abîmé à la ligne \(fault.line), colonne \(fault.column).",
                en: "This JSON is broken on line \(fault.line), column \(fault.column)."
            )
        case .xml(let fault) where fault.reason == .documentType:
            Phrase(
                fr:
                    "Ce XML déclare un type de document (ligne \(fault.line)) : aucun rapport n'en a besoin, il est refusé.",
                en:
                    "This XML declares a document type (line \(fault.line)), which no report needs: it is refused."
            )
        case .xml(let fault):
            Phrase(
                fr: "Ce XML est abîmé à la ligne \(fault.line), colonne \(fault.column).",
                en: "This XML is broken on line \(fault.line), column \(fault.column)."
            )
        case .yaml(let fault):
            Phrase(
                fr: "Ce YAML ne se lit pas à la ligne \(fault.line) : \(fault.reason.phrase.fr).",
                en: "This YAML cannot be read on line \(fault.line): \(fault.reason.phrase.en)."
            )
        case .unknownDocument(.text, let names) where Self.isList(names):
            Phrase(
                fr:
                    "Ce fichier a l'air d'une liste, pas d'un rapport de matériel (moulin import devices).",
                en: "This file looks like a list, not a hardware report (moulin import devices)."
            )
        case .unknownDocument(let kind, let names):
            Phrase(
                fr:
                    "Ce fichier est \(kind.name.fr) d'un programme inconnu ; il commence par : \(Self.list(names)). "
                    + "Lancer Scripts/report-hardware sur la machine, ou donner lshw -json ou dmidecode.",
                en:
                    "This file is \(kind.name.en) of an unknown program; it begins with: \(Self.list(names)). "
                    + "Run Scripts/report-hardware on the machine, or give lshw -json or dmidecode."
            )
        case .namesNothing(let source):
            Phrase(
                fr:
                    "Ce rapport de \(source.rawValue) ne décrit aucun matériel : il est coupé, le programme n'en avait pas le droit, ou le disque ne répond pas (sudo, un autre câble).",
                en:
                    "This report of \(source.rawValue) describes no hardware: it is cut, the program had no right to, or the drive does not answer (sudo, another cable)."
            )
        case .virtualMachine(let name):
            Phrase(
                fr: "C'est le rapport d'une machine virtuelle (\(name)), pas d'un appareil.",
                en: "This is the report of a virtual machine (\(name)), not of a device."
            )
        case .foreign(let paper): paper.sentence
        case .tooLarge(let bytes):
            Phrase(
                fr:
                    "Ce fichier fait \(bytes >> 20) Mio ; un rapport de matériel en fait moins de \(HardwareDocument.sizeLimit >> 20).",
                en:
                    "This file has \(bytes >> 20) MiB; a hardware report has less than \(HardwareDocument.sizeLimit >> 20)."
            )
        case .part(let name, let fault):
            Phrase(
                fr:
                    "La partie « \(name) » de ce rapport est abîmée, à la ligne \(fault.line), colonne \(fault.column) de ce que \(name) a écrit : "
                    + "relancer Scripts/report-hardware sur la machine.",
                en:
                    "The part \"\(name)\" of this report is broken, on line \(fault.line), column \(fault.column) of what \(name) wrote: "
                    + "run Scripts/report-hardware on the machine again."
            )
        case .unknownLanguage(let source):
            Phrase(
                fr:
                    "Ce rapport de \(source.rawValue) est dans une langue que Moulin ne lit pas : relancer avec LC_ALL=C (sudo LC_ALL=C \(source.rawValue)).",
                en:
                    "This report of \(source.rawValue) is in a language that Moulin does not read: run it again with LC_ALL=C (sudo LC_ALL=C \(source.rawValue))."
            )
        }
    }

    /// A first line with several cells.
    private static func isList(_ names: [String]) -> Bool {
        let line = names.first ?? ""
        if line.count(where: { $0 == ":" }) >= 3 { return true }
        return [",", ";", "\t"].contains { (sign: Character) in
            let cells = line.split(separator: sign, omittingEmptySubsequences: false)
            return cells.count >= 3 && cells.allSatisfy { $0.count <= 40 }
        }
    }

    private static func remedy(_ kind: FileKind) -> Phrase {
        switch kind {
        case .xlsx, .ods:
            Phrase(fr: " (moulin import devices)", en: " (moulin import devices)")
        case .nwipeLog: Phrase(fr: " (moulin import wipes)", en: " (moulin import wipes)")
        default: kind.remedyOfReports
        }
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(6).map { String($0.prefix(40)) }.joined(separator: ", ")
    }
}

extension YAMLFault.Reason {
    /// What is wrong with a line, as a clause.
    fileprivate var phrase: Phrase {
        switch self {
        case .notSupported:
            Phrase(
                fr:
                    "une ancre, un texte sur plusieurs lignes ou une autre forme qu'aucun rapport n'écrit",
                en: "an anchor, a text of several lines or another form that no report writes"
            )
        case .indentation:
            Phrase(fr: "le retrait ne suit rien", en: "its indentation follows nothing")
        case .unexpected:
            Phrase(
                fr: "« nom: valeur » ou « - valeur » est attendu",
                en: "\"name: value\" or \"- value\" is expected"
            )
        case .nameTwice:
            Phrase(
                fr: "un nom y est pour la deuxième fois, sans doute faute d'un tiret",
                en: "a name stands there for the second time, probably for want of a dash"
            )
        case .tooDeep: Phrase(fr: "trop de niveaux", en: "too many levels")
        case .tooLong: Phrase(fr: "trop de valeurs", en: "too many values")
        }
    }
}
