import Domain
import FoundationEssentials
import Schema
public import Store

/// What an audit found, for a door.
public struct AuditSummary: Sendable {
    private let outcome: Audit.Outcome

    public init(_ outcome: Audit.Outcome) {
        self.outcome = outcome
    }

    public var isClean: Bool { outcome.findings.isEmpty }
    public var count: Int { outcome.findings.count }
    public var checks: Int { outcome.checks }
    public var events: Int64 { outcome.events }
    public var anchors: Int { outcome.anchors }
    /// A line for each finding: the check, the fault, and on what.
    public var lines: [String] { outcome.findings.map { "\($0.check): \($0.fault)  \($0.object)" } }
    public var json: [UInt8] { CommandJSON.encode(outcome) }
}

extension OpenMoulin {
    /// Verifies, against anchors in the text of an export; nil without anchors.
    ///
    /// - Throws: `.unreadable` for a line that is no anchor.
    public func verify(anchors text: String?) async throws(Failure) -> AuditSummary {
        var anchors: [Anchor] = []
        for line in (text ?? "").split(separator: "\n" as Character) {
            do {
                anchors.append(try JSONDecoder().decode(Anchor.self, from: Data(line.utf8)))
            } catch {
                throw .unreadable(
                    Unreadable(
                        String(line.prefix(60)),
                        expected: Phrase(fr: "une ancre par ligne", en: "one anchor a line")
                    )
                )
            }
        }
        let audit: Audit
        do {
            audit = try Audit(installation.schema, anchors: anchors)
        } catch {
            throw .unreadable(
                Unreadable("verify/", expected: Phrase(fr: "\(error)", en: "\(error)"))
            )
        }
        return AuditSummary(try await application.perform(audit, as: speaker))
    }

    /// All anchors, one JSON object a line.
    public func anchorLines() async throws(Failure) -> [String] {
        try await application.anchorLines(as: speaker)
    }
}

extension Application {
    /// All anchors of the organisation, one JSON object a line, in the order in which they were dropped.
    public func anchorLines(as speaker: Speaker) async throws(Failure) -> [String] {
        var lines: [String] = []
        var last: Int32 = 0
        while true {
            let page = try await ask(ExportAnchors(after: last), as: speaker)
            guard let end = page.last else { return lines }
            lines += page.map { String(decoding: CommandJSON.encode($0), as: UTF8.self) }
            last = end.nth
        }
    }
}
