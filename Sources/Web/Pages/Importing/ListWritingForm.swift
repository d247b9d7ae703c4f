import Application
import Domain

/// The part of a form that says how the source writes its lists, where that is not found in the file.
struct ListWritingForm {
    let charsets: [Choice]
    let dates: [Choice]
    let sheet: String
    let heading: String
    let columns: String
    let mapping: String
    let savedAs: String
    /// Whether something of it was said, so that it is shown open.
    let isSaid: Bool

    init(_ sent: SentList?, _ visit: Visit) {
        func said(_ name: String) -> String { sent?.said(name) ?? "" }
        charsets = DeviceImport.charsetWords.map {
            Choice(
                word: $0,
                label: Wording.label("charset", $0)?.text(in: visit.language) ?? $0,
                isChosen: $0 == said("charset")
            )
        }
        dates = DeviceImport.dateWords.map {
            Choice(word: $0, label: visit.text("import.dates_\($0)"), isChosen: $0 == said("dates"))
        }
        sheet = said("sheet")
        heading = said("heading")
        columns = said("columns")
        mapping = said("mapping")
        savedAs = said("save_mapping")
        isSaid = ["charset", "dates", "sheet", "heading", "columns", "mapping", "save_mapping"]
            .contains { sent?.said($0) != nil }
    }
}
