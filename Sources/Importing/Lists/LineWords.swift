/// The words by which lines below a heading betray that they are no row: totals, and what programs write under an export.
enum LineWords {
    /// "Total", "TOTAL GÉNÉRAL :", "Total des postes : 42"; a maker may be called Total too, but not "Total des postes".
    static func areTotal(_ words: [[UInt8]]) -> Bool {
        guard let first = words.first else { return false }
        return totals.contains(first) && words.allSatisfy(mayStandInTotal)
    }

    static func beginRemark(_ words: [[UInt8]]) -> Bool {
        words.first.map(remarks.contains) ?? false
    }

    private static let totals = folded([
        "total", "totaux", "sous", "subtotal", "grand", "totale", "totali", "totales", "somme",
        "sum",
        "summe", "gesamt", "gesamtsumme", "zwischensumme", "suma", "totaal", "subtotale", "tva",
    ])
    private static let totalWords = folded([
        "total", "totaux", "sous", "subtotal", "grand", "general", "generale", "generaux", "totale",
        "totali", "totales", "somme", "sum", "summe", "gesamt", "gesamtsumme", "zwischensumme",
        "suma",
        "totaal", "subtotale", "de", "des", "du",
        "postes", "poste", "appareils", "machines", "materiel", "materiels", "pc", "ordinateurs",
        "lot", "lignes", "of", "devices", "assets", "computers", "rows", "items", "sub",
        "ht", "ttc", "tva", "donateurs", "donors", "foyers", "households", "lieux", "places",
        "personnes", "people",
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
}
