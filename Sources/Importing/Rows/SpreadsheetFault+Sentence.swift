public import Domain
public import Tabular

extension SpreadsheetFault {
    /// For machines: stable.
    public var code: String {
        switch self {
        case .archive(let fault): "archive_\(fault.reason.rawValue)"
        case .xml(_, let fault):
            fault.reason == .documentType ? "xml_document_type" : "workbook_broken"
        case .notASpreadsheet: "not_a_workbook"
        case .tooLong: "workbook_too_long"
        case .noSheet: "no_such_sheet"
        }
    }

    /// What is wrong with a workbook, for the person who chose it.
    public var sentence: Phrase {
        switch self {
        case .archive(let fault): fault.sentence
        case .xml(let part, let fault):
            Phrase(
                fr:
                    "Ce classeur est abîmé : \(part), ligne \(fault.line), colonne \(fault.column) (\(fault.reason.rawValue)).",
                en:
                    "This workbook is broken: \(part), line \(fault.line), column \(fault.column) (\(fault.reason.rawValue))."
            )
        case .notASpreadsheet(let names): Self.archiveSentence(names)
        case .tooLong:
            Phrase(
                fr: "Cette feuille est plus longue qu'aucune liste d'appareils : est-ce la bonne ?",
                en: "This sheet is longer than any list of devices: is it the right one?"
            )
        case .noSheet(let name, let sheets):
            Phrase(
                fr: "Pas de feuille « \(name) » ; il y a : \(sheets.joined(separator: ", ")).",
                en: "No sheet \"\(name)\"; there are: \(sheets.joined(separator: ", "))."
            )
        }
    }

    private static func archiveSentence(_ names: [String]) -> Phrase {
        if names.contains(where: { $0.hasPrefix("word/") }) {
            return Phrase(
                fr:
                    "Ce fichier est un document Word, pas une liste ; copier son tableau dans un classeur.",
                en: "This file is a Word document, not a list; copy its table into a workbook."
            )
        }
        if names.contains(where: { $0.hasPrefix("ppt/") }) {
            return Phrase(
                fr: "Ce fichier est une présentation, pas une liste.",
                en: "This file is a presentation, not a list."
            )
        }
        return Phrase(
            fr:
                "Cette archive n'est pas un classeur ; elle contient : \(names.joined(separator: ", ")).",
            en: "This archive is no workbook; it holds: \(names.joined(separator: ", "))."
        )
    }
}

extension ArchiveFault {
    /// What is wrong with an archive, for the person who chose it.
    public var sentence: Phrase {
        let place = entry.map { " (\($0))" } ?? ""
        return switch reason {
        case .broken:
            Phrase(fr: "Cette archive est abîmée\(place).", en: "This archive is broken\(place).")
        case .encrypted:
            Phrase(
                fr: "Cette archive est protégée par un mot de passe\(place).",
                en: "This archive is protected by a password\(place)."
            )
        case .tooManyEntries:
            Phrase(
                fr: "Cette archive contient trop de fichiers pour être lue en une fois.",
                en: "This archive holds too many files to be read at once."
            )
        case .tooLarge, .bomb:
            Phrase(
                fr:
                    "Cette archive se déplie en bien plus qu'une liste ou un rapport\(place) : elle est refusée.",
                en:
                    "This archive unpacks to far more than a list or a report\(place): it is refused."
            )
        }
    }
}
