import Testing

/// Every wall of the database, attacked with plain SQL; and every attack shown to work once its wall is gone, so that
/// no test here is green for another reason.
@Suite(.serialized) struct AttackTests {
    @Test(arguments: Attack.all)
    func `each attack is refused by its own wall`(_ attack: Attack) async throws {
        let outcome = try await Siege.shared.attempt(attack, walls: true)

        guard case .refused(let state, let constraint) = outcome else {
            Issue.record("\(attack.name): \(outcome)")
            return
        }
        let wall = try #require(attack.walls.first)
        #expect(wall.refuses(state, constraint), "\(attack.name): \(outcome)")
    }

    @Test(arguments: Attack.all)
    func `each attack goes through where its wall is taken away`(_ attack: Attack) async throws {
        let outcome = try await Siege.shared.attempt(attack, walls: false)

        #expect(outcome == .done, "\(attack.name): \(outcome)")
    }

    @Test func `a sale written by hand goes through when everything in it is true`() async throws {
        let sale = Attack("an honest sale", on: [], "SELECT world.sale_by_hand(3)")

        #expect(try await Siege.shared.attempt(sale, walls: true) == .done)
    }

    @Test(arguments: Rightful.all)
    func `the rightful way is open`(_ way: Attack) async throws {
        #expect(try await Siege.shared.attempt(way, walls: true) == .done, "\(way.name)")
    }
}
