import Application
import Domain
import Postgres
import Testing
import TownSupport

/// What cannot be true is refused in a sentence, and by the database when nobody asks the sentence.
@Suite struct ImpossibleValueTests {
    @Test(arguments: [
        ("ram_mb", -4), ("ram_mb", 0), ("ram_mb", 16), ("ram_mb", 63), ("ram_mb", 67_108_865),
        ("storage_gb", -1), ("storage_gb", 10_000_001), ("weight_g", 0), ("weight_g", -2300),
        ("weight_g", 2_000_001),
    ])
    func `what no machine holds or weighs is refused by its field`(
        field: String,
        number: Int
    ) async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]

            let sentence = await town.sentence {
                try await town.describe(device, field, number)
            }

            #expect(sentence?.contains("\(field): \(number)") == true)
            if field == "ram_mb" { #expect(sentence?.contains("16384") == true) }
        }
    }

    @Test(arguments: [
        ("ram_mb", 64), ("ram_mb", 16_384), ("ram_mb", 2_097_152), ("storage_gb", 0),
        ("storage_gb", 500_000), ("weight_g", 1), ("weight_g", 180_000),
    ])
    func `what some machine holds or weighs is taken`(field: String, number: Int) async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]

            try await town.describe(device, field, number)
        }
    }

    @Test(arguments: [
        "UPDATE core.device SET ram_mb = -4", "UPDATE core.device SET ram_mb = 0",
        "UPDATE core.device SET storage_gb = -1", "UPDATE core.device SET weight_g = 2000001",
        "UPDATE core.person SET email = 'nomail'",
        "UPDATE social.adult SET born_on = current_date + 1",
        "UPDATE social.adult SET born_on = current_date - 400",
        "UPDATE social.adult SET born_on = '1899-12-31'",
        #"UPDATE social.evidence SET details = '{"fiscal": {"quarter_shares": 2}}'"#,
    ])
    func `the database takes none of it either`(sql: String) async throws {
        try await Town.with { town in
            _ = try await town.arrived()
            let number = try await town.application()
            let fiscal = HouseholdMeans.Fiscal(referenceIncomeCents: 1_000_000, quarterShares: 4)
            _ = try await town.application.perform(
                SetEvidence(application: number, fiscal: fiscal),
                as: town.bea
            )

            await #expect(throws: PostgresError.self) { try await town.tamper(sql) }
        }
    }

    @Test(arguments: [-1, 0, 400, 365 * 15])
    func `nobody answers for a household who is not grown`(days: Int) async throws {
        try await Town.with { town in
            let born = try await town.today().adding(days: -days)

            let sentence = await town.sentence { try await town.apply(born) }

            #expect(sentence?.contains(born.iso) == true)
            #expect(sentence?.contains("16") == true)
        }
    }

    @Test func `whoever is sixteen today, or a hundred and ten, answers for one`() async throws {
        try await Town.with { town in
            let today = try await town.today()

            try await town.apply(today.adding(years: -16))
            try await town.apply(today.adding(years: -110))
            let ancient = await town.sentence { try await town.apply(today.adding(years: -130)) }

            #expect(ancient?.contains("120") == true)
        }
    }

    @Test(arguments: [0, 2, 3])
    func `less than one share is refused with what quarters are`(quarters: Int) async throws {
        try await Town.with { town in
            let number = try await town.application()
            let fiscal = HouseholdMeans.Fiscal(
                referenceIncomeCents: 1_000_000,
                quarterShares: quarters
            )

            let sentence = await town.sentence {
                let setting = SetEvidence(application: number, fiscal: fiscal)
                _ = try await town.application.perform(setting, as: town.bea)
            }

            #expect(sentence?.contains("4") == true)
            #expect(sentence?.contains("\(quarters)") == true)
        }
    }

    @Test(arguments: ["nomail", "@example.org", "lea@", "lea@@example.org", "lea roy@x.org", ""])
    func `a member of staff is written to at an address`(email: String) async throws {
        try await Town.with { town in
            let refused = await town.sentence {
                let adding = AddPerson(login: "lea", fullName: "Léa", email: email)
                _ = try await town.application.perform(adding, as: town.dan)
            }
            let plain = AddPerson(login: "lea", fullName: "Léa", email: "lea@mairie")
            _ = try await town.application.perform(plain, as: town.dan)
            _ = try await town.application.perform(
                AddPerson(login: "max", fullName: "Max"),
                as: town.dan
            )

            #expect(refused?.contains("lea@") == true)
        }
    }
}

extension Town {
    /// What a failure says; nil when there was none.
    fileprivate func sentence(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? Failure)?.sentence(in: .en) ?? "\(error)"
        }
    }

    fileprivate func describe(
        _ device: DeviceReference,
        _ field: String,
        _ number: Int
    ) async throws {
        var command = DescribeDevice(device: device)
        switch field {
        case "ram_mb": command.memoryMB = number
        case "storage_gb": command.storageGB = number
        default: command.weightGrams = number
        }
        _ = try await application.perform(command, as: ana)
    }

    fileprivate func apply(_ born: Day) async throws {
        let adult = EnterApplication.Adult(
            familyName: "Petit",
            givenName: "Ada",
            bornOn: born
        )
        _ = try await application(adults: [adult])
    }
}
