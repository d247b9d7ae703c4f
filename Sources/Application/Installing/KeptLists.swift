import Importing
import Schema
import Synchronization

/// The lists of what the world calls things, read when they are first asked for.
final class KeptLists: Sendable {
    private let schema: Schema
    private let kept = Mutex<ImportReference?>(nil)

    init(_ schema: Schema) {
        self.schema = schema
    }

    var lists: ImportReference {
        kept.withLock { kept in
            let lists = kept ?? ImportReference(shipped: schema)
            kept = lists
            return lists
        }
    }
}
