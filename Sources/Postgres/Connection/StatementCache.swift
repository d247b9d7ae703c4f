/// Which statements are prepared on one connection, and under which names.
///
/// Keeps the most recently used; the names it drops wait in `evicted` until the server is told.
struct StatementCache {
    /// The same text with other parameter types is another statement.
    struct Key: Hashable {
        let sql: String
        let types: [UInt32]
    }

    struct Entry {
        let name: String
        var isPrepared: Bool
        var lastUse: Int
    }

    private let limit: Int
    private var entries: [Key: Entry] = [:]
    private var uses = 0
    private var evicted: [String] = []

    var isEnabled: Bool { limit > 0 }

    init(limit: Int) {
        self.limit = limit
    }

    /// The entry for a statement about to run, made when there is none.
    mutating func use(_ key: Key) -> Entry {
        uses += 1
        if let found = entries.index(forKey: key) {
            entries.values[found].lastUse = uses
            return entries.values[found]
        }
        if entries.count >= limit {
            evictLeastRecent()
        }
        let entry = Entry(name: "s\(uses)", isPrepared: false, lastUse: uses)
        entries[key] = entry
        return entry
    }

    /// Counts a statement as prepared from when its preparation is sent: what is sent after it may use it.
    mutating func markPrepared(_ key: Key) {
        entries[key]?.isPrepared = true
    }

    /// Takes back what was counted on when `message` was sent, because it failed or was skipped.
    mutating func withdraw(_ message: Message) {
        if case .preparation(let key, let name) = message, entries[key]?.name == name {
            entries[key] = nil
        }
    }

    /// Drops statements that must be prepared anew.
    mutating func forget(_ batch: [Query], stillOnServer: Bool) {
        for query in batch {
            let entry = entries.removeValue(forKey: Key(query))
            if let entry, stillOnServer {
                evicted.append(entry.name)
            }
        }
    }

    /// The names that the server shall forget, handed out once.
    mutating func takeEvicted() -> [String] {
        defer { evicted = [] }
        return evicted
    }

    /// A scan: it happens only when a program has more statements than `limit`.
    private mutating func evictLeastRecent() {
        if let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries[oldest.key] = nil
            evicted.append(oldest.value.name)
        }
    }
}

extension StatementCache.Key {
    init(_ query: Query) {
        self.init(sql: query.sql, types: query.parameters.slots.map(\.type.rawValue))
    }
}
