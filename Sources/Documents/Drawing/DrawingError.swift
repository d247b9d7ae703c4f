/// Why a document could not be drawn.
///
/// Nothing is returned half drawn.
public enum DrawingError: Error, Hashable, Sendable {
    /// A family of the typographic system is not installed; `package` is the Debian package that brings it.
    case fontMissing(family: String, package: String)
    /// No installed font has a glyph for some character of `text`: printed, it would be an empty box.
    case unprintable(text: String)
    /// The code cannot be drawn; `reason` is the encoder's own sentence.
    case symbolRefused(reason: String)
    /// One row of a table needs more height than an empty page has.
    case rowTallerThanPage(row: Int)
    /// The label's texts and codes do not fit its format.
    case labelOverfull(code: String)
    /// The start position is not on the sheet.
    case startOffSheet(position: Int, labelsPerSheet: Int)
    /// Cairo reported `status`: memory, or a bug here.
    case cairo(status: String)
}

extension DrawingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fontMissing(let family, let package):
            "The font \(family) is not installed; install the Debian package \(package)."
        case .unprintable: "No installed font can print some character of this document."
        case .symbolRefused(let reason): "A code cannot be drawn: \(reason)."
        case .rowTallerThanPage(let row): "Row \(row + 1) of a table is taller than a page."
        case .labelOverfull: "The text does not fit the label."
        case .startOffSheet(let position, let count):
            "Position \(position) is not on the sheet, which has \(count) labels."
        case .cairo(let status): "The drawing failed: \(status)."
        }
    }
}
