/// Part of a long list, and from where to go on.
public struct Page<Line: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
    public let rows: [Line]
    /// What to give as `after` for the next page; nil when this is the last.
    public let next: Int64?

    init(_ rows: [Line], limit: Int, key: (Line) -> Int64) {
        self.rows = rows
        next = rows.count < limit ? nil : rows.last.map(key)
    }
}

/// How many rows a page may have.
enum PageLimit {
    /// What was asked for, from 1 to 200; 50 when nothing was.
    static func of(_ asked: Int?) -> Int {
        min(max(asked ?? 50, 1), 200)
    }
}
