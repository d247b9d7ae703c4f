import Application
import Domain
import FoundationEssentials

/// The people of the demonstration, and the way in which they act: by the same commands as everyone.
struct DemoTown {
    let moulin: OpenMoulin
    let files: String
    let papers: String
    let language: Language
    /// The day on which the town was founded: a second run says the same days.
    let day: Day
    private let people: StaffDirectory
    let drawer: DocumentDrawer

    static func enter(
        _ moulin: OpenMoulin,
        files: String,
        papers: String,
        language: Language
    ) async throws(Failure) -> DemoTown {
        let people = try await moulin.staff()
        try? FileManager.default.createDirectory(atPath: papers, withIntermediateDirectories: true)
        return DemoTown(
            moulin: moulin,
            files: files,
            papers: papers,
            language: language,
            day: people.foundedOn,
            people: people,
            drawer: DocumentDrawer(
                moulin.application,
                verifyingAt: moulin.installation.settings.verificationAddress
            )
        )
    }

    /// Somebody does a command, once: under its key a second run answers what the first did.
    @discardableResult
    func has(
        _ login: String,
        _ command: String,
        key: String? = nil,
        _ fields: JSONValue
    ) async throws(Failure) -> JSONValue {
        guard let speaker = people.speakers[login] else { throw .unauthenticated }
        let answer = try await moulin.application.perform(
            named: command,
            fields.bytes,
            as: speaker,
            key: key.map { "demo/\($0)" }
        )
        return JSONValue(bytes: answer)
    }

    func ask(_ login: String, _ question: String, _ fields: JSONValue = [:]) async throws(Failure)
        -> JSONValue
    {
        guard let speaker = people.speakers[login] else { throw .unauthenticated }
        return JSONValue(
            bytes: try await moulin.application.ask(named: question, fields.bytes, as: speaker)
        )
    }

    /// Writes a document's paper into the folder.
    func keep(_ document: JSONValue, as login: String) async throws(Failure) {
        let number = document["document"].text
        guard let speaker = people.speakers[login] else { throw .unauthenticated }
        do throws(PaperFailure) {
            write(try await drawer.pdf(of: number, as: speaker), to: "\(number).pdf")
        } catch {
            throw error.failure
        }
        tell("      ↳ \(number)  \(papers)/\(number).pdf")
    }

    /// Writes the labels of devices into the folder.
    func keepLabels(of devices: [String], as login: String) async throws(Failure) {
        guard let speaker = people.speakers[login] else { throw .unauthenticated }
        do throws(PaperFailure) {
            let pdf = try await drawer.labels(
                of: devices.map { DeviceReference($0) },
                format: "L7160",
                as: speaker
            )
            write(pdf, to: "labels.pdf")
        } catch {
            throw error.failure
        }
        tell("      ↳ \(papers)/labels.pdf")
    }

    func write(_ bytes: [UInt8], to name: String) {
        let url = URL(fileURLWithPath: "\(papers)/\(name)")
        do { try Data(bytes).write(to: url) } catch {
            Terminal.complain("\(papers)/\(name): \(error)")
        }
    }

    func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(papers)/\(name)").map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The administrator publishes the rules of the demonstration.
    func publishRules() async throws(Failure) {
        guard let dan = people.speakers["dan"] else { throw .unauthenticated }
        try await DemonstrationRules.publish(by: dan, from: day, with: moulin.application)
    }

    func tell(_ phrase: Phrase) { tell(phrase.text(in: language)) }

    func tell(_ line: String) { Terminal.say(line) }

    func chapter(_ fr: String, _ en: String) {
        tell("")
        tell("  ✻ " + Phrase(fr: fr, en: en).text(in: language))
    }

    func line(_ fr: String, _ en: String) {
        tell("    ✓ " + Phrase(fr: fr, en: en).text(in: language))
    }
}
