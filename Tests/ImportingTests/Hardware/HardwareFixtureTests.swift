import Domain
import Importing
import Testing

/// Reports of programs that people have at hand, each with what a person reads in it.
@Suite struct HardwareFixtureTests {
    @Test(arguments: Fixture.reports)
    func `a report of the world is read as a person reads it`(fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let expected = try fixture.expected()
        let lines: [String]
        do throws(HardwareRefusal) {
            lines = try HardwareDocument.read(bytes).flatMap { $0.cleaned(reference).lines }
        } catch {
            lines = ["refused \(error.code): \(error.sentence.en)"]
        }

        #expect(lines == expected)
    }

    @Test func `there are reports to read`() {
        #expect(Fixture.reports.count >= 15)
    }
}

extension Fixture {
    fileprivate static let reports = all(in: "Hardware")
}

extension HardwareReport {
    /// The machine, and a line for each drive and battery, without what is not said.
    fileprivate var lines: [String] {
        let machine: [(String, String?)] = [
            ("source", source.rawValue), ("kind", kind?.rawValue), ("maker", system.maker),
            ("model", system.model), ("serial", system.serial), ("uuid", uuid),
            ("board", board.serial), ("chassis", chassis.serial), ("cpu", cpu),
            ("ram_mb", ramMB.map(String.init)), ("os", os),
            ("ports", ports.isEmpty ? nil : ports.map(\.mac).joined(separator: ",")),
        ]
        return [Self.line(machine)] + drives.map { Self.line($0.facts) }
            + batteries.map { Self.line($0.facts) }
    }

    private static func line(_ facts: [(String, String?)]) -> String {
        facts.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
    }
}

extension DriveReport {
    fileprivate var facts: [(String, String?)] {
        [
            ("drive", serial ?? "?"), ("kind", kind?.rawValue), ("model", model), ("wwn", wwn),
            ("gb", capacityGB.map(String.init)), ("passed", health.passed.map(String.init)),
            ("hours", health.hours.map(String.init)),
        ]
    }
}

extension BatteryReport {
    fileprivate var facts: [(String, String?)] {
        [
            ("battery", serial ?? "?"), ("model", model),
            ("health", healthPercent.map { "\($0)%" }),
        ]
    }
}
