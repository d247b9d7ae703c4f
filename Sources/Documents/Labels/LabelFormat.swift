/// The papers that labels are printed on, with what their makers publish.
public enum LabelFormat: String, Codable, Hashable, Sendable, CaseIterable {
    /// Thermal, 62 mm wide and 29 mm high.
    case thermal62x29 = "62x29"
    /// Thermal, 54 mm wide and 25 mm high.
    case thermal25x54 = "25x54"
    /// Continuous tape 24 mm high, cut every 60 mm.
    case tape24 = "24"
    /// Avery L7160: A4, three columns of seven.
    case averyL7160 = "L7160"
    /// Avery L7162: A4, two columns of eight.
    case averyL7162 = "L7162"
    /// Avery L7163: A4, two columns of seven.
    case averyL7163 = "L7163"

    /// How many labels a page holds; 1 on a roll.
    public var labelsPerPage: Int { columns * rows }

    /// One label.
    var label: Size {
        switch self {
        case .thermal62x29: Size(width: mm(62), height: mm(29))
        case .thermal25x54: Size(width: mm(54), height: mm(25))
        case .tape24: Size(width: mm(60), height: mm(24))
        case .averyL7160: Size(width: mm(63.5), height: mm(38.1))
        case .averyL7162: Size(width: mm(99.1), height: mm(33.9))
        case .averyL7163: Size(width: mm(99.1), height: mm(38.1))
        }
    }

    var page: Size { labelsPerPage == 1 ? label : .a4 }

    var columns: Int {
        switch self {
        case .thermal62x29, .thermal25x54, .tape24: 1
        case .averyL7160: 3
        case .averyL7162, .averyL7163: 2
        }
    }

    private var rows: Int {
        switch self {
        case .thermal62x29, .thermal25x54, .tape24: 1
        case .averyL7160, .averyL7163: 7
        case .averyL7162: 8
        }
    }

    /// The margin that no printer of this paper reaches, or that the cutter may take.
    var margin: Points {
        switch self {
        case .thermal62x29, .thermal25x54: mm(1.5)
        case .tape24: mm(1.8)
        case .averyL7160, .averyL7162, .averyL7163: mm(2.5)
        }
    }

    /// Where the label at `position` lies, counted from 0 along the rows.
    func box(at position: Int) -> Box {
        let column = Double(position % columns)
        let row = Double(position / columns)
        let (left, top, pitch): (Points, Points, Points) =
            switch self {
            case .thermal62x29, .thermal25x54, .tape24: (0, 0, 0)
            case .averyL7160: (mm(7.2), mm(15.1), mm(66.04))
            // (210 − 2 × 99.1 − 2.5) / 2 across and (297 − 8 × 33.9) / 2 down.
            case .averyL7162: (mm(4.65), mm(12.9), mm(101.6))
            // (297 − 7 × 38.1) / 2 down.
            case .averyL7163: (mm(4.65), mm(15.15), mm(101.6))
            }
        return Box(
            x: left + column * pitch,
            y: top + row * label.height,
            width: label.width,
            height: label.height
        )
    }
}
