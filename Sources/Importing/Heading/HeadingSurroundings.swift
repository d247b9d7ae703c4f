/// What stands around a heading and helps to understand it.
struct HeadingSurroundings {
    /// The line above, which may group the columns: "Machine; ; ;Disque; ".
    var above: [String] = []
    /// The first rows below.
    var below: [[String]] = []

    /// The values of a column, from 0, that say something.
    func values(_ index: Int) -> [String] {
        below.compactMap { cells in
            guard index < cells.count, !cells[index].isEmpty else { return nil }
            return cells[index]
        }
    }
}
