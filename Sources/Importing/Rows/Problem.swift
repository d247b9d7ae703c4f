public import Domain
public import Tabular

/// What can be wrong with a row or one of its values.
public enum Problem: Error, Sendable, Hashable {
    case unreadable(CSVFault.Reason)
    case tooManyCells(expected: Int)
    /// A spreadsheet rounded a long number: `6.37702E+15`.
    case roundedNumber
    /// A spreadsheet's own error: `#N/A`, `#REF!`.
    case spreadsheetError
    /// A formula whose value the program that wrote the workbook never worked out.
    case formulaWithoutValue
    case severalValues([String])
    /// A sign that stands for a character of a number which nobody could read: `5CG9002AA?`.
    case unreadableCharacter
    /// A spreadsheet made a date of a serial number.
    case dateInstead
    case notASize
    case ambiguousSize([String])
    /// A point or a comma that may be of thousands or of decimals.
    case ambiguousNumber(written: String, readings: [String])
    /// One size or the other, or a sum of which a unit is missing.
    case severalSizes
    case notADate
    /// The readings as day/month and as month/day.
    case ambiguousDate(dayFirst: Day, monthFirst: Day)
    /// No such day under the convention of the column.
    case impossibleDate(DateConvention?)
    /// The number by which a spreadsheet counts days, since 1900 or since 1904.
    case dayNumber(since1900: Day, since1904: Day)
    /// With the nearest words that are known.
    case unknownKind(nearest: [String])
    /// A word for what is built into machines or used up by them.
    case notADevice
    case unknownStorageKind
    case notAWeight
    case notAnIMEI
    case notAMAC
    case notAUUID
    /// The row has values, and none that tells which device it is.
    case nothingIdentifies
    /// A sign of repetition, and the row above says nothing there.
    case nothingAbove
    /// Another row of the same file carries the same number.
    case repeated
    case notAQuantity
    /// The row stands for several machines, and gives a number that only one can have.
    case severalDevices(Int)
    /// The row names several machines, by the words for each: "PC + écran".
    case severalMachines([String])
    /// Neither the row nor the import says what kind of device it is.
    case kindMissing
    /// The word for the kind and the family of the model cannot both be true.
    case kindsDisagree(said: DeviceType, model: String, family: DeviceType)
    /// The row, or one above it, names columns otherwise than the heading does, on a line.
    case anotherHeading(line: Int)
    /// What a kind of list expects by its own rules, with its code.
    case expected(String, Phrase)

    /// A number of three decimals, or of as many thousands.
    static func thousandsOrDecimals(_ digits: String, _ fraction: String, of written: String)
        -> Problem
    {
        var decimals = String(fraction.prefix(2))
        while decimals.last == "0" { decimals.removeLast() }
        let decimal = decimals.isEmpty ? digits : "\(digits).\(decimals)"
        return .ambiguousNumber(written: written, readings: [decimal, digits + fraction])
    }

    var isUnknownKind: Bool {
        if case .unknownKind = self { true } else { false }
    }

    /// For machines and for counting: stable.
    public var code: String {
        switch self {
        case .unreadable(let reason): reason.rawValue
        case .tooManyCells: "too_many_cells"
        case .roundedNumber: "rounded_number"
        case .spreadsheetError: "spreadsheet_error"
        case .formulaWithoutValue: "formula_without_value"
        case .severalValues: "several_values"
        case .unreadableCharacter: "unreadable_character"
        case .dateInstead: "date_instead"
        case .notASize: "not_a_size"
        case .ambiguousSize, .ambiguousNumber: "ambiguous_size"
        case .severalSizes: "several_sizes"
        case .notADate: "not_a_date"
        case .ambiguousDate: "ambiguous_date"
        case .impossibleDate: "impossible_date"
        case .dayNumber: "day_number"
        case .unknownKind: "unknown_kind"
        case .notADevice: "not_a_device"
        case .unknownStorageKind: "unknown_storage_kind"
        case .notAWeight: "not_a_weight"
        case .notAnIMEI: "not_an_imei"
        case .notAMAC: "not_a_mac"
        case .notAUUID: "not_a_uuid"
        case .nothingIdentifies: "nothing_identifies"
        case .nothingAbove: "nothing_above"
        case .repeated: "repeated"
        case .notAQuantity: "not_a_quantity"
        case .severalDevices: "several_devices"
        case .severalMachines: "several_machines"
        case .kindMissing: "kind_missing"
        case .kindsDisagree: "kinds_disagree"
        case .anotherHeading: "another_heading"
        case .expected(let code, _): code
        }
    }
}
