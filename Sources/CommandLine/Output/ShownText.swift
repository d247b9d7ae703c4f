extension String {
    /// The text as a terminal may show it: what would move its cursor or change its colours is drawn as a sign.
    ///
    /// With `lines` the text is several lines of ours; within a cell a new line is a sign as well.
    func shown(lines: Bool = false) -> String {
        guard unicodeScalars.contains(where: { $0.isControl && !(lines && $0.isLayout) }) else {
            return self
        }
        var shown = ""
        for scalar in unicodeScalars {
            let isKept = !scalar.isControl || (lines && scalar.isLayout)
            shown.unicodeScalars.append(isKept ? scalar : scalar.picture)
        }
        return shown
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || (0x7f...0x9f).contains(value) }

    fileprivate var isLayout: Bool { self == "\n" || self == "\t" }

    /// Unicode draws the first 32 of them, in their order.
    fileprivate var picture: Unicode.Scalar {
        value < 0x20 ? Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" : "\u{FFFD}"
    }
}
