import Application
import Domain
import Importing
import Store
import Testing
import TownSupport

@Suite struct DonorListTests {
    static let heading = "Raison sociale;Type;SIRET;Adresse;CP;Ville;Courriel;Opposition\n"
    static let list =
        heading
        + "Ateliers du Val;Entreprise;36252187400010;3 quai de Stalingrad;92100;Boulogne;a@val.example;\n"
        + "Mairie de Vanves;Collectivité;;23 rue Besseyre;92170;Vanves;;oui\n"

    @Test func `a corrected list changes what differs, and a blank cell erases nothing`()
        async throws
    {
        try await Town.with { town in
            try await town.importing(DonorList.self, Self.list)
            let corrected =
                Self.heading + "ATELIERS DU VAL;;36252187400010;;;;b@val.example;\n"
                + "Mairie de Vanves;;;;92170;;;\n"

            let outcome = try await town.importing(DonorList.self, corrected)

            #expect(outcome.fates == [0, 1, 1, 0])
            let donors = try await town.application.ask(ListDonors(), as: town.ana)
            #expect(donors.map(\.email) == ["b@val.example", nil])
            #expect(donors.map(\.name) == ["Ateliers du Val", "Mairie de Vanves"])
        }
    }

    @Test(arguments: [
        ("12 rue Haute;26400;Crest;", [0, 0, 1, 0]), ("12, r Haute;26400;Crest;", [0, 1, 0, 0]),
        ("7 rue Basse;26400;Crest;", [1, 0, 0, 0]),
        ("7 rue Basse;26400;Crest;j.roux@x.example", [0, 1, 0, 0]),
        (";26400;Crest;jean@y.example", [0, 1, 0, 0]),
    ])
    func `persons of one name in one town are two when nothing else is shared`(
        row: String,
        fates: [Int]
    ) async throws {
        try await Town.with { town in
            let heading = "Nom;Type;Adresse;CP;Ville;Courriel\n"
            let first = "Jean Roux;Particulier;12 rue Haute;26400;Crest;j.roux@x.example\n"
            try await town.importing(DonorList.self, heading + first)

            let outcome = try await town.importing(
                DonorList.self,
                heading + "Jean Roux;Particulier;\(row)\n"
            )

            #expect(outcome.fates == fates)
            #expect(outcome.report.notes.count == fates[0])
        }
    }

    @Test func `one wrong row refuses the whole list, and a rehearsal leaves nothing`()
        async throws
    {
        try await Town.with { town in
            let wrong = Self.list + "Faux;Entreprise;36252187400011;;;;;\n"

            let refused = try await town.importing(DonorList.self, wrong)
            let rehearsed = try await town.importing(DonorList.self, Self.list, rehearsing: true)

            #expect(refused.ending == .refused)
            #expect(refused.faults == ["4:3 not_a_siret"])
            #expect(rehearsed.fates == [2, 0, 0, 0])
            #expect(try await town.count("donor") == 0)
        }
    }

    @Test func `rows that were not taken come back with their reasons, and go in corrected`()
        async throws
    {
        try await Town.with { town in
            let rejects = Collected()
            let wrong = Self.list + "Juste;Grossiste;;;75001;Paris;;\n"

            let first = try await town.importing(
                DonorList.self,
                wrong,
                keepsGoing: true,
                rejects: rejects
            )
            let corrected = rejects.text.replacing("Grossiste", with: "Association")
            let second = try await town.importing(DonorList.self, corrected)

            #expect(first.fates == [2, 0, 0, 1])
            #expect(rejects.text.contains("moulin_reasons"))
            #expect(second.fates == [1, 0, 0, 0])
        }
    }

    @Test func `a name that is nearly another's is told, and not merged`() async throws {
        try await Town.with { town in
            try await town.importing(DonorList.self, Self.list)
            let twin = Self.heading + "Ateliers du Vals;Entreprise;;;92100;;;\n"

            let outcome = try await town.importing(DonorList.self, twin)

            #expect(outcome.fates == [1, 0, 0, 0])
            #expect(outcome.report.notes.map(\.line) == [2])
            #expect(try await town.count("donor") == 3)
        }
    }

    @Test func `two rows of one file that contradict each other are an error on the second`()
        async throws
    {
        try await Town.with { town in
            let list =
                Self.list + "Ateliers du Val;Entreprise;36252187400010;1 rue Autre;92100;;;\n"

            let outcome = try await town.importing(DonorList.self, list)

            #expect(outcome.faults == ["4:3 repeated"])
        }
    }

    @Test func `an opposition to mail is written down, and only once`() async throws {
        try await Town.with { town in
            try await town.importing(DonorList.self, Self.list)

            let again = try await town.importing(DonorList.self, Self.list + "\n")

            let mairie = try #require(
                try await town.application.ask(ListDonors(), as: town.ana).last
            )
            let shown = try await town.application.ask(
                ShowDonor(donor: mairie.donor),
                as: town.ana
            )
            #expect(again.fates == [0, 0, 2, 0])
            #expect(shown.consents.map(\.given) == [false])
        }
    }

    @Test func `who may not add donors may not import them`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.importing(DonorList.self, Self.list, as: town.cid)
            }

            guard case .forbidden = failure else { return #expect(Bool(false), "\(failure!)") }
        }
    }

    @Test func `a list of devices is refused by its name, and a list of donors as one of devices`()
        async throws
    {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let devices = await #expect(throws: Failure.self) {
                try await town.importing(DonorList.self, ImportDevicesTests.list)
            }
            let donors = await #expect(throws: Failure.self) {
                try await town.importing(Self.list, into: donation)
            }

            guard case .file(.wrongList(.devices, wanted: .donors)) = devices,
                case .file(.wrongList(.donors, wanted: .devices)) = donors
            else { return #expect(Bool(false), "\(devices!) \(donors!)") }
        }
    }

    @Test func `an import of donors is listed, and cannot be undone as a whole`() async throws {
        try await Town.with { town in
            let outcome = try await town.importing(DonorList.self, Self.list)
            let batch = try #require(outcome.batch)

            let listed = try await town.application.ask(ListImports(), as: town.ana)
            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    UndoImport(batch: batch, reason: "erreur"),
                    as: town.ana
                )
            }

            #expect(listed.rows.map(\.kind) == ["donors"])
            guard case .refused(let refusal) = failure else { return #expect(Bool(false)) }
            #expect(refusal.code == .importNotUndoable)
            #expect(refusal.sentence(in: .en).contains("moulin donor change"))
            #expect(refusal.sentence(in: .fr).contains("corriger ou réunir"))
        }
    }
}
