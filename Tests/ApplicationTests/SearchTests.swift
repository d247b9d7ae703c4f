import Application
import Domain
import Testing
import TownSupport

/// What a text finds among the machines, and what it finds when somebody mistyped it.
@Suite struct SearchTests {
    private func searching(
        _ body: (Town, [DeviceReference]) async throws -> Void
    ) async throws {
        try await Town.with { town in
            let devices = try await town.arrived(3)
            let described = [
                ("Dell", "Latitude E7240", "4DNBWZ1"), ("Dell", "Latitude 5490", "7XKQ2M2"),
                ("HP", "EliteBook 840 G3", "5CG7042KLM"),
            ]
            for (device, told) in zip(devices, described) {
                var description = DescribeDevice(device: device, version: 1)
                (description.maker, description.model, description.serial) = told
                _ = try await town.application.perform(description, as: town.ana)
            }
            try await body(town, devices)
        }
    }

    private func found(
        _ text: String,
        _ town: Town,
        _ narrow: (inout ListDevices) -> Void = { _ in }
    ) async throws -> Page<ListDevices.Line> {
        var question = ListDevices()
        question.text = text
        narrow(&question)
        return try await town.application.ask(question, as: town.ana)
    }

    @Test func `every word stands somewhere on the machine, in any order`() async throws {
        try await searching { town, devices in
            let page = try await found("840  hp elite", town)

            #expect(page.rows.map(\.device) == [devices[2].text])
            #expect(page.rows.map(\.likeness) == [nil])
        }
    }

    @Test(arguments: ["latitdue", "Lattitude", "dell latitde"])
    func `a model that was mistyped finds the machines that are called nearly so`(
        text: String
    ) async throws {
        try await searching { town, devices in
            let page = try await found(text, town) { $0.limit = 2 }

            #expect(Set(page.rows.map(\.device)) == Set(devices[..<2].map(\.text)))
            #expect(page.rows.allSatisfy { (40...99).contains($0.likeness ?? 0) })
            #expect(page.next == nil)
        }
    }

    @Test(arguments: ["4DNBVZ1", "4dnbwz2", "4DNBWZ1X"])
    func `a serial number that was mistyped is told as like it, the most alike first`(
        text: String
    ) async throws {
        try await searching { town, devices in
            let page = try await found(text, town)

            #expect(page.rows.first?.device == devices[0].text)
            #expect(page.rows.first?.likeness != nil)
        }
    }

    @Test func `what is found is not mixed with what is like it`() async throws {
        try await searching { town, devices in
            let page = try await found("Latitude 5490", town)

            #expect(page.rows.map(\.device) == [devices[1].text])
            #expect(page.rows.map(\.likeness) == [nil])
        }
    }

    @Test func `a further page, another kind and three letters find nothing like it`() async throws
    {
        try await searching { town, devices in
            let further = try await found("latitdue", town) { $0.after = 1 }
            let otherKind = try await found("latitdue", town) { $0.kind = .monitor }
            let short = try await found("lqt", town)

            #expect(further.rows.isEmpty)
            #expect(otherKind.rows.isEmpty)
            #expect(short.rows.isEmpty)
        }
    }

    @Test func `nothing but blanks narrows nothing, and a sign of a pattern is a letter`()
        async throws
    {
        try await searching { town, devices in
            let blanks = try await found("  ", town)
            let sign = try await found("%", town)

            #expect(blanks.rows.map(\.device) == devices.map(\.text))
            #expect(sign.rows.isEmpty)
        }
    }

    @Test func `a text as long as a letter is refused`() async throws {
        try await searching { town, _ in
            let failure = await #expect(throws: Failure.self) {
                try await found(String(repeating: "Latitude ", count: 50), town)
            }

            guard case .unreadable(let unreadable) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(unreadable.expected.en == "a text of at most 100 characters")
        }
    }
}
