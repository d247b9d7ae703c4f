import Domain
import Testing

@Suite struct AdultRulesTests {
    private static func allows(
        _ family: String = "Martin",
        _ given: String = "Zoé",
        born: String = "1990-05-01"
    ) throws -> Bool {
        let (birth, today) = (try Day(reading: born), try Day(reading: "2026-11-10"))
        do throws(Unreadable) {
            try AdultRules.require(familyName: family, givenName: given, birth: birth, on: today)
            return true
        } catch {
            return false
        }
    }

    @Test(arguments: [
        ("2010-11-10", true), ("2010-11-11", false), ("2016-01-01", false), ("2026-11-11", false),
        ("2099-01-01", false), ("1906-11-10", true), ("1906-11-09", false), ("1790-01-01", false),
        ("2008-11-11", true),
    ])
    func `an adult is between sixteen and a hundred and twenty`(born: String, isOne: Bool) throws {
        #expect(try Self.allows(born: born) == isOne)
    }

    @Test(arguments: ["", " ", "\u{A0}", "-", "...", "'", "?"])
    func `a name without a letter would make strangers one household`(name: String) throws {
        #expect(try !Self.allows(name, "Zoé"))
        #expect(try !Self.allows("Martin", name))
    }

    @Test(arguments: ["O", "N'", "李", "محمد", "Ωραία", "Nguyễn", "Sukarno", "X Æ A-12"])
    func `a name in any script is one`(name: String) throws {
        #expect(try Self.allows(name, name))
    }
}
