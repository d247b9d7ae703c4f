import Application
import Domain
import FoundationEssentials
import Importing
import Store
import TownSupport

extension Town {
    /// Imports a list of a kind as whoever may: written as a text, or the bytes of a file.
    @discardableResult
    func importing<Kind: ListKind>(
        _ kind: Kind.Type,
        _ text: String,
        as speaker: Speaker? = nil,
        options: [String: String] = [:],
        keepsGoing: Bool = false,
        rehearsing: Bool = false,
        rejects: Collected = Collected()
    ) async throws -> ImportOutcome {
        try await importing(
            kind,
            Array(text.utf8),
            named: "list.csv",
            as: speaker,
            ListImport(
                keepsGoing: keepsGoing,
                isRehearsal: rehearsing,
                options: ListOptions(options)
            ),
            rejects: rejects
        )
    }

    func importing<Kind: ListKind>(
        _ kind: Kind.Type,
        _ bytes: [UInt8],
        named name: String,
        as speaker: Speaker? = nil,
        _ run: ListImport,
        rejects: Collected = Collected()
    ) async throws -> ImportOutcome {
        try await application.importList(
            of: kind,
            run,
            uploaded: bytes,
            named: name,
            as: speaker ?? usual(Kind.form.subject),
            rejects: { rejects.append($0) }
        )
    }

    private func usual(_ list: ListSubject) -> Speaker {
        switch list {
        case .households: bea
        case .prices, .people: dan
        default: ana
        }
    }
}

extension ImportOutcome {
    /// Codes of what is wrong, each with its line and column.
    var faults: [String] {
        report.errors.map { "\($0.line):\($0.column) \($0.problem.code)" }
    }

    /// How many rows met which fate: created, updated, the same, in error.
    var fates: [Int] {
        [report.counts.create, report.counts.update, report.counts.same, report.counts.error]
    }
}
