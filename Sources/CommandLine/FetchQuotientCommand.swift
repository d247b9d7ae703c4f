import Application
import ArgumentParser
import Domain

/// `moulin fetch-quotient 12 …`: asks the State for a family's quotient, where a habilitation allows it.
struct FetchQuotientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch-quotient",
        abstract: "Asks the State's interface for a family's quotient; off unless configured.",
        discussion: """
            Only a public body with a habilitation may ask. MOULIN_STATE_RELAY (http://127.0.0.1:PORT, a relay \
            that speaks TLS), MOULIN_STATE_TOKEN and MOULIN_STATE_SIRET configure it.
            """
    )
    @OptionGroup var options: SessionOptions
    @Argument(help: "The number of the application.") var application: Int64
    @Option(help: "The family name at birth of an adult.") var familyName: String
    @Option(help: "The given names, separated by commas.") var givenNames: String
    @Option(help: "The date of birth, such as 1989-03-02.") var bornOn: String
    @Option(help: "The number of the commune of birth, such as 92040.") var birthCommune: String?
    @Option(help: "The number of the country of birth.") var birthCountry: String = "99100"
    @Option(help: "F or M, as at the registry.") var sex: String

    func run() async throws {
        let session = try Session(options)
        try await session.run { (moulin) throws(Failure) in
            let interface = ParticulierInterface.configured(by: Environment.all)
            let outcome = try await moulin.application.fetchQuotient(
                for: application,
                of: try identity(),
                from: interface,
                as: moulin.speaker
            )
            Terminal.say("quotient: \(outcome.quotient.map { String($0) } ?? "–")")
        }
    }

    private func identity() throws(Failure) -> StateIdentity {
        guard let sex = StateIdentity.Sex(rawValue: sex.uppercased()) else {
            throw .unreadable(Unreadable(self.sex, expected: Phrase(fr: "F ou M", en: "F or M")))
        }
        let day: Day
        do throws(Unreadable) {
            day = try Day(reading: bornOn)
        } catch {
            throw .unreadable(error)
        }
        return StateIdentity(
            familyName: familyName,
            givenNames: givenNames.split(separator: ",").map(String.init),
            bornOn: day,
            birthCommune: birthCommune,
            birthCountry: birthCountry,
            sex: sex
        )
    }
}
