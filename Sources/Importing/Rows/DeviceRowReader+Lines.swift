import Tabular

extension DeviceRowReader {
    /// Whether a row is a line that people and programs write into a list and that is no device.
    mutating func isNoDevice(_ record: CSVRecord, _ first: Int) -> Bool {
        guard let cell = record[first]?.trimmed else { return false }
        if repeatsHeading(record, first) { return true }
        guard device.serial == nil else { return false }
        let words = FoldedBytes.words(String(decoding: cell.prefix(80), as: UTF8.self))
        guard let word = words.first else { return false }
        if Self.totals.contains(word), words.allSatisfy(Self.mayStandInTotal) { return true }
        guard filledCount(record) <= 2 else { return false }
        if Self.remarks.contains(word) { return true }
        return isTitle(record, first, words)
    }

    /// "Total", "TOTAL GÉNÉRAL :", "Total des postes : 42"; a maker may be called Total too, but not "Total des postes".
    private static let totals = folded(["total", "totaux", "sous", "subtotal", "grand"])
    private static let totalWords = folded([
        "total", "totaux", "sous", "subtotal", "grand", "general", "generale", "de", "des", "du",
        "postes", "poste", "appareils", "machines", "materiel", "materiels", "pc", "ordinateurs",
        "lot", "lignes", "of", "devices", "assets", "computers", "rows", "items", "sub",
    ])

    /// How lines begin that programs write under an export, and people under a list.
    private static let remarks = folded([
        "nombre", "nb", "edite", "editee", "exporte", "exportee", "export", "exported", "imprime",
        "printed", "generated", "genere", "generee", "page", "fin", "end", "source", "legende",
        "count", "rows", "soit", "etabli", "liste", "nota", "remarque",
    ])

    private static func folded(_ words: [String]) -> Set<[UInt8]> {
        Set(words.map { FoldedBytes.fold($0) })
    }

    private static func mayStandInTotal(_ word: [UInt8]) -> Bool {
        totalWords.contains(word) || word.allSatisfy { $0 <= UInt8(ascii: "9") }
    }

    private func filledCount(_ record: CSVRecord) -> Int {
        (0..<min(map.columns.count, record.count)).count { record[$0]?.trimmed.isEmpty == false }
    }

    /// One cell of words in a list of several columns: "Salle de réunion", "Bâtiment A".
    private func isTitle(_ record: CSVRecord, _ first: Int, _ words: [[UInt8]]) -> Bool {
        guard map.fieldCount >= 3, filledCount(record) == 1 else { return false }
        let hasFigures = words.contains { $0.contains { $0 <= UInt8(ascii: "9") } }
        return switch readings[first].way {
        case .externalRef: words.count > 1 || !hasFigures
        case .remembered where readings[first].field == .kind: device.kind == nil
        case .extra, .comment, .dropped: true
        case .remembered, .serial, .driveSerial, .imei, .mac, .uuid: false
        }
    }

    /// A list that was printed by pages repeats its heading on each.
    private func repeatsHeading(_ record: CSVRecord, _ first: Int) -> Bool {
        guard map.fieldCount >= 2, matches(record, first) else { return false }
        return map.columns.indices.allSatisfy { index in
            record[index].map { $0.trimmed.isEmpty } ?? true || matches(record, index)
        }
    }

    private func matches(_ record: CSVRecord, _ index: Int) -> Bool {
        record[index]?.trimmed.elementsEqual(map.columns[index].heading.utf8) == true
    }
}
