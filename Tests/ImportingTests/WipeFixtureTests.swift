import Domain
import Importing
import Testing

/// Logs and papers of wiping as they lie on benches, each with what a person reads in it.
@Suite struct WipeFixtureTests {
    @Test(arguments: Fixture.wipes)
    func `a paper of a wipe is read as a person reads it`(fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let expected = try fixture.expected()
        let lines: [String]
        do throws(WipeRefusal) {
            lines = try WipeDocument.read(bytes).map(\.line)
        } catch {
            lines = ["refused \(error.code): \(error.sentence.en)"]
        }

        #expect(lines == expected)
    }

    @Test func `there are papers to read`() {
        #expect(Fixture.wipes.count >= 12)
    }
}

extension Fixture {
    fileprivate static let wipes = all(in: "Wipes")
}

extension WipeDocument.Entry {
    fileprivate var line: String {
        let errors = report.errors.map { "\($0.pass)/\($0.verify)/\($0.sync)" }
        let rounds = report.rounds.map { "\($0.completed)/\($0.requested)" }
        let facts: [(String, String?)] = [
            ("run", "\(run)"), ("name", name), ("serial", report.driveSerial),
            ("bytes", report.erasedBytes.map { "\($0)/\(report.driveBytes ?? 0)" }),
            ("status", "\(report.status)"), ("method", report.method?.rawValue),
            ("errors", errors), ("rounds", rounds), ("verified", "\(report.verification)"),
            ("hidden", "\(report.hiddenSectors)"), ("ended", report.endedAt.map { "\($0)" }),
            ("whole", "\(report.hasSummary)"),
        ]
        return facts.compactMap { name, value in value.map { "\(name)=\($0)" } }
            .joined(separator: " ")
    }
}
