import Application
import Domain
import Importing
import Store
import Testing
import TownSupport

/// Lists of the house itself: prices, places, people.
@Suite struct HouseListTests {
    static let prices = """
        Type;Classe;Q1;Q2;Q3;Q4;Q5
        Portable;A;60;80;100;130;160
        Portable;B;45;60;80;105;130

        """
    static let places = "Chemin\nAtelier\nAtelier / Salle\nAtelier / Salle / Rayon\n"
    static let people =
        "Identifiant;Nom complet;Courriel;Rôles\nlea;Léa Nguyen;lea@x.example;Vente\n"

    @Test func `a grid holds from its day, and what is in force stays`() async throws {
        try await Town.atTheCounter { town in
            let day = try #require(Day(2031, 1, 1))
            let before = try await town.application.ask(ShowGrid(), as: town.dan)

            let outcome = try await town.importing(
                PriceList.self,
                Self.prices,
                options: ["grid": "FR-2031", "from": "2031-01-01"]
            )

            let after = try await town.application.ask(ShowGrid(), as: town.dan)
            let later = try await town.application.ask(ShowGrid(day: day), as: town.dan)
            #expect(outcome.fates == [2, 0, 0, 0])
            #expect(after.grid == before.grid)
            #expect(later.grid == "FR-2031")
        }
    }

    @Test func `a grid for a past day is refused, and the same grid again changes nothing`()
        async throws
    {
        try await Town.atTheCounter { town in
            let options = ["grid": "FR-2031", "from": "2031-01-01"]
            try await town.importing(PriceList.self, Self.prices, options: options)

            let again = try await town.importing(PriceList.self, Self.prices, options: options)
            let same = try await town.importing(
                PriceList.self,
                Self.prices + "\n",
                options: options
            )
            let past = try await town.importing(
                PriceList.self,
                Self.prices,
                options: ["grid": "FR-2021", "from": "2021-01-01"]
            )

            #expect(again.ending == .already)
            #expect(same.fates == [0, 0, 2, 0])
            #expect(past.ending == .refused)
            #expect(past.faults.first == "2:0 back_dated")
        }
    }

    @Test func `a grid with a hole is no grid`() async throws {
        try await Town.with { town in
            let outcome = try await town.importing(
                PriceList.self,
                Self.prices.replacing("45;60", with: "45;"),
                options: ["grid": "G"]
            )

            #expect(outcome.faults == ["2:0 other_row_wrong", "3:4 price_missing"])
        }
    }

    @Test func `a grid needs its name`() async throws {
        try await Town.with { town in
            await #expect(throws: Failure.self) {
                try await town.importing(PriceList.self, Self.prices)
            }
        }
    }

    @Test func `where a grid takes two people, one cannot import it`() async throws {
        try await Town.with { town in
            _ = try await town.application.perform(
                RequireTwoPeople(act: "publish-price-grid"),
                as: town.dan
            )

            let failure = await #expect(throws: Failure.self) {
                try await town.importing(PriceList.self, Self.prices, options: ["grid": "G"])
            }

            guard case .refused(let refusal) = failure else { return #expect(Bool(false)) }
            #expect(refusal.code == .approvalNeeded)
        }
    }

    @Test func `places are made from the site down, whatever their order`() async throws {
        try await Town.with { town in
            let backwards =
                "Chemin\nAtelier / Salle / Rayon\nAtelier / Salle\nAtelier\n"

            let outcome = try await town.importing(PlaceList.self, backwards)
            let again = try await town.importing(PlaceList.self, Self.places)

            #expect(outcome.fates == [3, 0, 0, 0])
            #expect(again.fates == [0, 0, 3, 0])
        }
    }

    @Test func `a way through a place that is not there names the nearest`() async throws {
        try await Town.with { town in
            let list = Self.places + "Atelier / Sale / Rayon 2\n"

            let outcome = try await town.importing(PlaceList.self, list)

            #expect(outcome.faults == ["5:1 unknown_parent"])
            #expect(
                outcome.report.errors.first?.problem.sentence.en.contains("Atelier / Salle") == true
            )
        }
    }

    @Test func `an address book is no list of places, and donors may stand within donors`()
        async throws
    {
        try await Town.with { town in
            let book =
                "Nom;Adresse;Code postal;Ville;Téléphone;Courriel\nLe Val;1 rue du Bac;75007;Paris;0146420000;v@x.example\n"
            let firms =
                "Name,Parent,Type,Address,City,Zip\nAteliers du Val,Le Val,Entreprise,1 rue du Bac,Paris,75007\n"

            let failure = await #expect(throws: Failure.self) {
                try await town.importing(PlaceList.self, book)
            }
            let outcome = try await town.importing(DonorList.self, firms)

            guard case .file(let refusal) = failure else { return #expect(Bool(false)) }
            #expect(refusal == .wrongList(.donors, wanted: .places))
            #expect(outcome.fates == [1, 0, 0, 0])
        }
    }

    @Test func `people come with their roles and an invitation, and a second list adds roles`()
        async throws
    {
        try await Town.with { town in
            let first = try await town.importing(
                PeopleList.self,
                Self.people,
                options: ["invite": "true"]
            )
            let second = try await town.importing(
                PeopleList.self,
                Self.people.replacing("Vente", with: "Vente, Comptable")
            )

            #expect(first.fates == [1, 0, 0, 0])
            #expect(second.fates == [0, 1, 0, 0])
            #expect(try await town.count("invitation") == 1)
            #expect(try await town.count("outbox") == 1)
        }
    }

    @Test func `an unknown role is an error with the nearest, and a password is never shown`()
        async throws
    {
        try await Town.with { town in
            let list =
                "Identifiant;Nom complet;Rôle;Mot de passe\nlea;Léa;Tecnicien;\nbob;Bob;Vente;hunter2\n"

            let outcome = try await town.importing(PeopleList.self, list)

            #expect(outcome.faults == ["2:3 unknown_word", "3:4 password_in_file"])
            #expect(outcome.report.errors.first?.problem.sentence.en.contains("Technicien") == true)
            #expect(!outcome.json.contains("hunter2"))
        }
    }

    @Test func `the users of another program are people, whatever else it knows of them`()
        async throws
    {
        try await Town.with { town in
            let list =
                "First Name,Last Name,Email,Username,Address,City,Country,Postal Code,Phone,Company\n"
                + "Léa,Nguyen,lea@x.example,lea,1 rue du Bac,Paris,FR,75007,0146420000,X\n"

            let outcome = try await town.importing(PeopleList.self, list)

            #expect(outcome.fates == [1, 0, 0, 0])
        }
    }

    @Test func `where roles take two people, one cannot import them`() async throws {
        try await Town.with { town in
            _ = try await town.application.perform(
                RequireTwoPeople(act: "grant-role"),
                as: town.dan
            )

            await #expect(throws: Failure.self) {
                try await town.importing(PeopleList.self, Self.people)
            }
            #expect(
                try await town.column("SELECT login FROM core.person WHERE login = 'lea'") == []
            )
        }
    }
}
