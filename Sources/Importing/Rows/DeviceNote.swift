public import Domain

/// What a person should know of a cell of a device that is taken all the same.
public struct DeviceNote: Hashable, Sendable {
    enum Finding: Hashable, Sendable {
        /// A placeholder: "N/A", "To Be Filled By O.E.M.".
        case saysNothing
        case asAbove
        /// Of so many sizes in one cell.
        case sum(Int)
        /// A year or a month.
        case vagueDay
        /// `1234567.0`, as programs write a number.
        case wasNumber
        case expressCode
        /// A remark.
        case besideNumber
        case furtherNumber
        /// The first of so many is taken.
        case furtherAddresses(Int)
        case spreadsheetError
        /// About somebody: the value is not repeated.
        case personal
        /// Serials of a list that have this width nearly all.
        case lostZeros(width: Int)
        case kindOfModel
        case unknownKind
    }

    /// Of the column, as the list writes it.
    let heading: String
    /// At most 80 characters of the cell; empty where it is nobody's business.
    let value: String
    let finding: Finding

    /// Without a final stop.
    public var text: Phrase {
        let clause = clause
        guard !value.isEmpty else {
            return Phrase(fr: "\(heading) : \(clause.fr)", en: "\(heading): \(clause.en)")
        }
        return Phrase(
            fr: "\(heading) « \(value) » : \(clause.fr)",
            en: "\(heading) \"\(value)\": \(clause.en)"
        )
    }

    private var clause: Phrase {
        switch finding {
        case .saysNothing: Phrase(fr: "pas de valeur, laissé vide", en: "no value, left empty")
        case .asAbove: Phrase(fr: "comme la ligne au-dessus", en: "as the row above")
        case .sum(let count): Phrase(fr: "somme de \(count)", en: "sum of \(count)")
        case .vagueDay:
            Phrase(fr: "sans jour précis, gardé tel quel", en: "no full date, kept as written")
        case .wasNumber:
            Phrase(
                fr: "un programme en avait fait un nombre",
                en: "a program had made a number of it"
            )
        case .expressCode:
            Phrase(
                fr: "le code express n'est pas repris",
                en: "the express service code is left out"
            )
        case .besideNumber:
            Phrase(fr: "écrit à côté du numéro, non repris", en: "beside the number, left out")
        case .furtherNumber:
            Phrase(fr: "autre numéro, non repris", en: "a further number, left out")
        case .furtherAddresses(let count):
            Phrase(fr: "la première de \(count) adresses", en: "the first of \(count) addresses")
        case .spreadsheetError:
            Phrase(fr: "erreur d'un tableur, non reprise", en: "error of a spreadsheet, left out")
        case .personal:
            Phrase(fr: "parle d'une personne, non repris", en: "about a person, left out")
        case .lostZeros(let width):
            Phrase(
                fr: "des zéros ont pu se perdre, \(width) chiffres sont d'usage ici",
                en: "may have lost leading zeros, \(width) digits are usual here"
            )
        case .kindOfModel: Phrase(fr: "dit le type d'appareil", en: "tells the kind of device")
        case .unknownKind:
            Phrase(
                fr: "type inconnu, le modèle le dit",
                en: "not a known kind, the model tells it"
            )
        }
    }
}

/// Notes on the rows of a list: what is said of many rows is said once.
public struct DeviceNotes: Sendable {
    private var places: [DeviceNote: Int] = [:]
    /// In the order of the rows that they were first made on.
    public private(set) var rows: [RowNote] = []

    public init() {}

    public mutating func take(_ notes: [DeviceNote], line: Int) {
        for note in notes {
            if let place = places[note] {
                rows[place].further += 1
            } else if rows.count < ImportReport.errorLimit {
                places[note] = rows.count
                rows.append(RowNote(line: line, text: note.text))
            }
        }
    }
}
