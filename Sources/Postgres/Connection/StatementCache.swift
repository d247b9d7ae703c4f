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
    private(set) var evicted: [String] = []

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

    mutating func confirmPrepared(_ key: Key) {
        entries[key]?.isPrepared = true
    }

    /// Drops a statement whose plan the server no longer accepts, or no longer has.
    mutating func forget(_ key: Key) {
        if let entry = entries.removeValue(forKey: key), entry.isPrepared {
            evicted.append(entry.name)
        }
    }

    mutating func confirmDeallocated(_ name: String) {
        evicted.removeAll { $0 == name }
    }

    /// Forgets everything, as the server does when a session is reset.
    mutating func removeAll() {
        entries = [:]
        evicted = []
    }

    /// A scan: it happens only when a program has more statements than `limit`.
    private mutating func evictLeastRecent() {
        if let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            forget(oldest.key)
        }
    }
}

extension StatementCache.Key {
    init(_ query: Query) {
        self.init(sql: query.sql, types: query.parameters.slots.map(\.type.rawValue))
    }
}
