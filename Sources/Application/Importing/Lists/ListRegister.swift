import Domain
import Importing
import Postgres
import Store

/// Where it is written down that a file was imported, so that the same file again changes nothing.
///
/// The workshop's lists are among its imports. Those of the social services leave no more there than a code behind their own wall,
/// under a secret that the database never sees: whoever reads it cannot try whether a file was a guess of theirs.
struct ListRegister<Kind: ListKind> {
    let name: String
    let sha256: [UInt8]
    let options: ListOptions

    enum Entry: Equatable {
        case already
        case batch(Int64)
        case key(String)

        var batch: Int64? {
            if case .batch(let number) = self { number } else { nil }
        }
    }

    /// Waits for whoever imports such a list at this moment, then looks whether the file was imported before.
    func enter(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Entry {
        let speaker = circumstances.speaker
        let secret = circumstances.secrets.household
        return try Failure.running { () throws(PostgresError) -> Entry in
            try ImportStore.wait(for: speaker.organisation, in: db)
            switch Kind.side {
            case .main:
                let batch = try ImportStore.register(
                    Kind.name,
                    file: name,
                    sha256: sha256,
                    target: options.line,
                    for: speaker,
                    in: db
                )
                return batch.map(Entry.batch) ?? .already
            case .social:
                let content = sha256 + Array(options.line.utf8)
                let code = Digest.hex(Digest.hmac(content, key: secret))
                let key = "import-\(Kind.name)-\(code)"
                let known = try BatchStore.records(
                    under: [key],
                    of: speaker,
                    on: Kind.side.shelf,
                    in: db
                )
                return known.isEmpty ? .key(key) : .already
            }
        }
    }

    /// Keeps what became of the file, in the transaction that does it.
    func keep(
        _ report: ImportReport,
        of entry: Entry,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        try Failure.running { () throws(PostgresError) in
            switch entry {
            case .already: return
            case .batch(let batch):
                let speaker = circumstances.speaker
                try ImportStore.keep(report: report.json, of: batch, for: speaker, in: db)
            case .key(let key):
                try BatchStore.keep(
                    [key],
                    command: "import-\(Kind.name)",
                    contents: [Digest.sha256(Array(key.utf8))],
                    outcomes: [report.json],
                    for: circumstances.speaker,
                    on: Kind.side.shelf,
                    in: db
                )
            }
        }
    }
}
