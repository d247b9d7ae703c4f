public import Domain
public import Importing
import Tabular

/// How a run ended.
public enum ImportEnding: String, Sendable, Codable {
    /// Everything that the report counts is in the database.
    case imported
    /// The same, undone: what a real run would do.
    case rehearsed
    /// This very file was imported before; nothing changed.
    case already
    /// Rows are wrong, and nothing was imported.
    case refused
}

/// What became of a list.
public struct ImportOutcome: Sendable {
    public let subject: ListSubject
    public let ending: ImportEnding
    public let report: ImportReport
    /// The batch under which the rows can be found; nil when nothing was kept, or no such number is given.
    public let batch: Int64?
}

extension ImportOutcome {
    public var errorCount: Int { report.counts.error }

    public var json: String {
        let batch = batch.map(String.init) ?? "null"
        return "{\"ending\":\"\(ending.rawValue)\",\"batch\":\(batch),\"report\":\(report.json)}"
    }

    public func table(in language: Language) -> String {
        ending == .already ? "" : report.table(in: language)
    }

    /// What a person wants to hear about a list that was read: how it was written, and what came of it.
    public var summary: Phrase {
        guard ending != .already else { return headline }
        let counts = report.counts
        let writing = report.outline.writing
        let form = writing.container?.name ?? writing.charset.label
        guard subject == .devices else {
            return Phrase(
                fr: "\(form.fr), \(counts.create) à créer, \(counts.update) à modifier, "
                    + "\(counts.same) inchangées, \(counts.error) à corriger",
                en: "\(form.en), \(counts.create) to create, \(counts.update) to update, "
                    + "\(counts.same) unchanged, \(counts.error) to correct"
            )
        }
        return deviceSummary(form)
    }

    private func deviceSummary(_ form: Phrase) -> Phrase {
        let counts = report.counts
        let known = counts.update + counts.same
        var parts = [
            Phrase(
                fr: "\(counts.create) \(counts.create < 2 ? "appareil" : "appareils")",
                en: "\(counts.create) \(counts.create == 1 ? "device" : "devices")"
            ),
            Phrase(
                fr: "\(known) déjà \(known < 2 ? "connu" : "connus")",
                en: "\(known) known already"
            ),
        ]
        if counts.again > 0 {
            parts.append(Phrase(fr: "\(counts.again) de retour", en: "\(counts.again) come back"))
        }
        if counts.doubtful > 0 {
            parts.append(
                Phrase(fr: "\(counts.doubtful) à décider", en: "\(counts.doubtful) to decide")
            )
        }
        parts.append(Phrase(fr: "\(counts.error) à corriger", en: "\(counts.error) to correct"))
        return Phrase(
            fr: ([form.fr] + parts.map(\.fr)).joined(separator: ", "),
            en: ([form.en] + parts.map(\.en)).joined(separator: ", ")
        )
    }

    /// One line on how it ended.
    public var headline: Phrase {
        switch ending {
        case .imported: Phrase(fr: "Importé.", en: "Imported.")
        case .rehearsed:
            Phrase(
                fr: "Essai : rien n'est enregistré. L'import réel ferait ceci :",
                en: "Dry run: nothing is kept. The real import would do this:"
            )
        case .already where subject == .devices:
            Phrase(
                fr: "Ce fichier a déjà été importé pour ce don ; rien ne change.",
                en: "This file was imported before for this donation; nothing changes."
            )
        case .already:
            Phrase(
                fr: "Ce fichier a déjà été importé ; rien ne change.",
                en: "This file was imported before; nothing changes."
            )
        case .refused:
            Phrase(
                fr: "Rien n'est importé : des lignes sont à corriger.",
                en: "Nothing was imported: some rows must be corrected."
            )
        }
    }
}
