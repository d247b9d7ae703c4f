public import Domain
import Tabular

extension ImportReport {
    /// The report for a terminal, a line for each thing to know.
    public func table(in language: Language) -> String {
        var lines = countLines(in: language)
        lines.append("")
        lines += fileLines(in: language)
        lines += outline.remarks.map { $0.text(in: language) }
        lines += leftOut.map { line in
            Phrase(
                fr: "Ligne \(line.number) ignorée : « \(line.text) ».",
                en: "Line \(line.number) left out: \"\(line.text)\"."
            ).text(in: language)
        }
        lines += notes.map { $0.sentence(in: language) }
        if !errors.isEmpty { lines.append("") }
        lines += errors.map { $0.sentence(in: language) }
        let more = errorTotal - errors.count
        if more > 0 {
            lines.append(
                Phrase(fr: "… et \(more) autres erreurs", en: "… and \(more) more errors")
                    .text(in: language)
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func countLines(in language: Language) -> [String] {
        var rows: [(Phrase, Int)] = [
            (Phrase(fr: "à créer", en: "to create"), counts.create),
            (Phrase(fr: "à modifier", en: "to update"), counts.update),
            (Phrase(fr: "inchangés", en: "unchanged"), counts.same),
            (Phrase(fr: "à décider", en: "to decide"), counts.doubtful),
            (Phrase(fr: "en erreur", en: "in error"), counts.error),
            (Phrase(fr: "ignorés", en: "skipped"), counts.skipped),
        ]
        if counts.again > 0 {
            rows.insert((Phrase(fr: "de retour", en: "come back"), counts.again), at: 3)
        }
        return rows.map { label, count in
            let text = label.text(in: language)
            let number = String(count)
            let gap = String(repeating: " ", count: max(1, 22 - text.count - number.count))
            return text + gap + number
        }
    }

    private func fileLines(in language: Language) -> [String] {
        let columns = outline.columns.map { "\($0.heading) → \($0.role)" }.joined(separator: ", ")
        let writing = outline.writing
        let headingLine = writing.headingLine
        let place =
            headingLine == 0
            ? Phrase(fr: "en-tête donné par vous", en: "heading given by you")
            : Phrase(fr: "en-tête ligne \(headingLine)", en: "heading on line \(headingLine)")
        let form = writing.form
        let file = Phrase(fr: "\(form.fr), \(place.fr)", en: "\(form.en), \(place.en)")
        let order = outline.dates.map { dates in
            Phrase(
                fr: "ordre des dates : \(dates.rawValue)",
                en: "order of dates: \(dates.rawValue)"
            )
        }
        return [file, order].compactMap { $0?.text(in: language) } + [columns]
    }
}

extension ListWriting {
    /// The container, or what a person may say otherwise of a text: its charset and its delimiter.
    fileprivate var form: Phrase {
        let delimiter = dialect.delimiter
        let separator = delimiter == 0x09 ? "TAB" : String(UnicodeScalar(delimiter))
        return container?.name
            ?? Phrase(
                fr: "codage \(charset.rawValue), séparateur \(separator)",
                en: "charset \(charset.rawValue), delimiter \(separator)"
            )
    }
}

extension HeadingMap.Remark {
    /// What a person should know of one column.
    public var sentence: Phrase {
        switch self {
        case .duplicate(let number, let heading, let of):
            Phrase(
                fr:
                    "Colonne \(number) « \(heading) » : en double de la colonne \(of), gardée à part.",
                en: "Column \(number) \"\(heading)\": repeats column \(of), kept as an extra fact."
            )
        case .standsIn(let number, let heading, let of):
            Phrase(
                fr: "Colonne \(number) « \(heading) » : lue là où la colonne \(of) se tait.",
                en: "Column \(number) \"\(heading)\": read where column \(of) is silent."
            )
        case .unreadDuplicate(let number, let heading, let of):
            Phrase(
                fr: "Colonne \(number) « \(heading) » : en double de la colonne \(of), non lue.",
                en: "Column \(number) \"\(heading)\": repeats column \(of), not read."
            )
        case .notKinds(let number, let heading, true):
            Phrase(
                fr:
                    "Colonne \(number) « \(heading) » : aucun type d'appareil connu, lue comme modèle.",
                en: "Column \(number) \"\(heading)\": no known type of device, read as the model."
            )
        case .notKinds(let number, let heading, false):
            Phrase(
                fr:
                    "Colonne \(number) « \(heading) » : aucun type d'appareil connu, gardée à part.",
                en:
                    "Column \(number) \"\(heading)\": no known type of device, kept as an extra fact."
            )
        case .models(let number, let heading):
            Phrase(
                fr: "Colonne \(number) « \(heading) » : des modèles, lue comme telle.",
                en: "Column \(number) \"\(heading)\": models, read as such."
            )
        case .emptyHeading(let number):
            Phrase(
                fr: "Colonne \(number) : sans titre, gardée à part.",
                en: "Column \(number): without heading, kept as an extra fact."
            )
        case .personal(let number, let heading):
            Phrase(
                fr: "Colonne \(number) « \(heading) » : donnée personnelle, écartée.",
                en: "Column \(number) \"\(heading)\": personal data, dropped."
            )
        case .unread(let number, let heading):
            Phrase(
                fr: "Colonne \(number) « \(heading) » : inconnue, non lue.",
                en: "Column \(number) \"\(heading)\": unknown, not read."
            )
        case .unmapped(let number, let heading):
            Phrase(
                fr: "Colonne \(number) « \(heading) » : inconnue, gardée à part.",
                en: "Column \(number) \"\(heading)\": unknown, kept as an extra fact."
            )
        }
    }
}
