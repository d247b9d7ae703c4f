import Domain
import Tabular

/// How the cells of one column are read.
struct ColumnReading: Sendable {
    enum Way: Sendable {
        case dropped
        case extra
        /// Values repeat: their readings are remembered.
        case remembered
        case externalRef, serial, driveSerial, imei, mac, uuid, comment
    }

    let field: DeviceField?
    let unit: String?
    let way: Way
    /// `"heading":`, for the extra facts.
    let jsonKey: [UInt8]

    init(_ column: HeadingMap<DeviceField>.Column) {
        unit = column.unit
        jsonKey = JSONText.quoted(column.heading) + [UInt8(ascii: ":")]
        switch column.role {
        case .field(let field):
            self.field = field
            way = Self.way(field)
        case .extra:
            field = nil
            way = .extra
        case .personal, .ignored:
            field = nil
            way = .dropped
        }
    }

    /// A column that speaks for a field where its owner is silent.
    init(_ column: HeadingMap<DeviceField>.Column, standingInFor field: DeviceField) {
        self.field = field
        unit = column.unit
        way = Self.way(field)
        jsonKey = []
    }

    private static func way(_ field: DeviceField) -> Way {
        switch field {
        case .externalRef: .externalRef
        case .serial: .serial
        case .driveSerial: .driveSerial
        case .imei: .imei
        case .mac: .mac
        case .uuid: .uuid
        case .comment: .comment
        case .kind, .maker, .model, .cpu, .ramMB, .storageGB, .storageKind, .boughtOn, .condition,
            .os,
            .weightG, .quantity:
            .remembered
        }
    }
}

/// What a cell was found to say; remembered by ``ValueMemo``.
enum Reading: Sendable {
    case text
    /// With what else the word may stand for.
    case kind(DeviceType, mayBe: DeviceTypes)
    /// With how many numbers it is the sum of.
    case number(Int32, StorageKind?, parts: Int)
    case storageKind(StorageKind)
    case day(Day)
    /// The same as the row above says.
    case ditto
    /// Says nothing: absent, with a note.
    case placeholder
    /// A year or a month.
    case vagueDay
    case problem(Problem)
}

/// What only the values of a column together can tell.
public struct ColumnFacts: Sendable, Hashable {
    /// The order of day and month in the date column; nil when nothing proves one.
    public var dates: DateConvention?
    /// The width that nearly all serials of digits share; nil without such a width.
    ///
    /// A shorter one has probably lost its zeros.
    public var serialWidth: Int?

    /// How many cells half of the rows fill at least; 0 where nobody has looked.
    public var usualCells: Int

    public init(dates: DateConvention? = nil, serialWidth: Int? = nil, usualCells: Int = 0) {
        self.dates = dates
        self.serialWidth = serialWidth
        self.usualCells = usualCells
    }

    /// The median of the cells that are filled in rows that are not blank.
    static func usualCells(of rows: some Sequence<[String]>) -> Int {
        let counts = rows.map { cells in cells.count { !$0.trimmingWhiteSpace.isEmpty } }
            .filter { $0 > 0 }.sorted()
        return counts.isEmpty ? 0 : counts[counts.count / 2]
    }

    /// The width shared by nine in ten serials made of digits only, when there are ten or more.
    static func width(of serials: some Sequence<[UInt8]>) -> Int? {
        var counts: [Int: Int] = [:]
        for serial in serials
        where serial.count >= 5 && serial.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            counts[serial.count, default: 0] += 1
        }
        let total = counts.values.reduce(0, +)
        guard total >= 10, let usual = counts.max(by: { $0.value < $1.value }) else { return nil }
        return usual.value * 10 >= total * 9 ? usual.key : nil
    }
}
