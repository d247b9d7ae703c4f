import Application
import Domain
import Store
import Testing
import TownSupport

/// Places are renamed, moved and retired, and nothing is lost in one.
@Suite struct PlaceTests {
    /// Moulin / Atelier / Rayon / Bac, and Dépôt.
    private func with(_ body: (Town) async throws -> Void) async throws {
        try await Town.with { town in
            for site in ["Moulin", "Dépôt"] { _ = try await town.done(AddSite(site: site)) }
            _ = try await town.done(AddPlace(place: "Atelier", site: "Moulin"))
            _ = try await town.done(AddPlace(place: "Rayon", within: "Atelier"))
            _ = try await town.done(AddPlace(place: "Bac", within: "Rayon"))
            _ = try await town.done(AddPlace(place: "Cave", site: "Dépôt"))
            try await body(town)
        }
    }

    private func ways(_ town: Town) async throws -> [String] {
        try await town.application.ask(ListPlaces(), as: town.ana).rows.map(\.path)
    }

    @Test func `a place is in the only site, and asks which of none or several`() async throws {
        try await Town.with { town in
            let none = await town.refusal(AddPlace(place: "Coffre"))
            _ = try await town.done(AddSite(site: "Moulin"))
            _ = try await town.done(AddPlace(place: "Coffre"))
            _ = try await town.done(AddSite(site: "Dépôt"))
            let several = await town.refusal(AddPlace(place: "Cave"))

            #expect(none?.code == .siteMissing)
            #expect(try await ways(town) == ["Moulin / Coffre"])
            #expect(several?.code == .siteMissing)
            #expect(several?.facts["sites"]?.contains("Dépôt") == true)
        }
    }

    @Test func `a place takes what is in it along, to another site as well`() async throws {
        try await with { town in
            let device = try await town.arrived()[0]
            _ = try await town.done(MoveDevice(device: device, place: "Bac"))

            let moved = try await town.done(
                ChangePlace(place: "Rayon", name: "Rayon 2", within: "Cave")
            )

            let sheet = try await town.application.ask(ShowPlace(place: "Bac"), as: town.ana)
            #expect(moved.place == "Dépôt / Cave / Rayon 2")
            #expect(sheet.place == "Dépôt / Cave / Rayon 2 / Bac")
            #expect(sheet.site == "Dépôt")
            #expect(sheet.within == "Dépôt / Cave / Rayon 2")
            #expect(sheet.devices == 1)
        }
    }

    @Test func `a place comes out of another to the top of a site`() async throws {
        try await with { town in
            let moved = try await town.done(ChangePlace(place: "Rayon", site: "moulin"))

            #expect(moved.place == "Moulin / Rayon")
            #expect(try await ways(town).contains("Moulin / Rayon / Bac"))
        }
    }

    @Test(arguments: ["Atelier", "Rayon", "Bac"])
    func `a place goes neither into itself nor into a part of it`(within: String) async throws {
        try await with { town in
            let refusal = await town.refusal(ChangePlace(place: "Atelier", within: within))

            #expect(refusal?.code == .placeWithinItself)
            #expect(refusal?.facts["within"] == within)
        }
    }

    @Test func `a name that is taken beside it is refused`() async throws {
        try await with { town in
            _ = try await town.done(AddPlace(place: "Bureau", site: "Moulin"))

            let refusal = await town.refusal(ChangePlace(place: "Bureau", name: "Atelier"))

            #expect(refusal?.code == .nameTaken)
            #expect(refusal?.facts["name"] == "Atelier")
        }
    }

    @Test func `two that move into one another at once make no circle`() async throws {
        try await with { town in
            let moves = [
                ChangePlace(place: "Rayon", within: "Cave"),
                ChangePlace(place: "Cave", within: "Rayon"),
            ]

            let done = await withTaskGroup(of: Bool.self) { group in
                for move in moves {
                    group.addTask { await town.refusal(move) == nil }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }

            let ways = try await self.ways(town)
            #expect(done == 1)
            #expect(ways.count == 4)
        }
    }

    @Test func `a place is retired when nothing is in it, and gives its name back`() async throws {
        try await with { town in
            let device = try await town.arrived()[0]
            _ = try await town.done(MoveDevice(device: device, place: "Bac"))

            let holding = await town.refusal(RetirePlace(place: "Bac"))
            let around = await town.refusal(RetirePlace(place: "Rayon"))
            _ = try await town.done(MoveDevice(device: device, place: "Cave"))
            _ = try await town.done(RetirePlace(place: "Bac"))
            let gone = await town.refusal(MoveDevice(device: device, place: "Bac"))
            _ = try await town.done(AddPlace(place: "Bac", within: "Rayon"))

            #expect(holding?.code == .placeNotEmpty)
            #expect(holding?.facts["devices"] == "1")
            #expect(around?.facts["places"] == "1")
            #expect(gone?.code == .placeUnknown)
            #expect(try await ways(town).filter { $0.hasSuffix("Bac") }.count == 1)
        }
    }

    @Test func `of a place and a machine that goes into it at once, one is refused`() async throws {
        try await with { town in
            let device = try await town.arrived()[0]

            async let moved = town.refusal(MoveDevice(device: device, place: "Bac"))
            async let retired = town.refusal(RetirePlace(place: "Bac"))
            let codes = await [moved, retired].map { $0?.code }

            #expect(codes.count { $0 == nil } == 1, "\(codes)")
        }
    }

    @Test func `a locked zone stays locked while a drive in it is not clean`() async throws {
        try await with { town in
            _ = try await town.done(ChangePlace(place: "Cave", locked: true))
            _ = try await town.atWiping(CountedDrive(serial: "D-1", kind: .hdd))
            _ = try await town.done(
                NoteCustody(drive: DriveReference("D-1"), act: .sealed, place: "Cave")
            )

            let open = await town.refusal(ChangePlace(place: "Cave", locked: false))
            let renamed = try await town.done(ChangePlace(place: "Cave", name: "Cage"))
            let retired = await town.refusal(RetirePlace(place: "Cage"))

            #expect(open?.code == .placeNotEmpty)
            #expect(open?.facts["drives"] == "1")
            #expect(renamed.place == "Dépôt / Cage")
            #expect(retired?.facts["drives"] == "1")
        }
    }
}

extension Town {
    /// Ana does it.
    fileprivate func done<C: Command>(_ command: C) async throws -> C.Outcome {
        try await application.perform(command, as: ana)
    }
}
