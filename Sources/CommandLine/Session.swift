import Application
import ArgumentParser
import Domain

/// What every command that works with the house has in common.
struct SessionOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: "Login of the person who acts (MOULIN_AS).")
    var login: String?

    @Option(help: "table, csv, json or xlsx.")
    var format: OutputFormat = .table

    @Option(help: "fr or en (MOULIN_LANGUAGE).", transform: SessionOptions.spoken)
    var language: Language?

    private static func spoken(_ word: String) throws -> Language {
        guard let language = Language(rawValue: word) else { throw ValidationError("fr or en") }
        return language
    }

    var choices: SessionChoices {
        SessionChoices(login: login, format: format, language: language)
    }
}

/// Who acts, and how answers are written.
struct SessionChoices {
    var login: String?
    var format: OutputFormat = .table
    var language: Language?
}

/// One run of the program: settings, the installation, and what is said at its end.
struct Session {
    let settings: Settings
    let installation: Installation
    let language: Language

    init(_ options: SessionOptions) throws {
        try self.init(options.choices)
    }

    init(_ options: SessionChoices) throws {
        var environment = Environment.all
        if let language = options.language { environment["MOULIN_LANGUAGE"] = language.rawValue }
        settings = Settings(environment: environment, login: options.login)
        language = settings.language
        do throws(InstallationFailure) {
            installation = try Installation(settings, program: Environment.program)
        } catch {
            Terminal.complain(error.sentence(in: settings.language))
            throw ExitCode(error.exitCode)
        }
    }

    /// What people call the words of the map and of kinds of devices.
    var words: [String: Phrase] { (try? installation.map)?.words ?? [:] }

    /// Opens the house, lends it to `body`, and closes it, whatever happens.
    @discardableResult
    func run<R>(_ body: (OpenMoulin) async throws(Failure) -> R) async throws -> R {
        let moulin: OpenMoulin
        do throws(InstallationFailure) {
            moulin = try await installation.open()
        } catch {
            Terminal.complain(error.sentence(in: language))
            throw ExitCode(error.exitCode)
        }
        do throws(Failure) {
            let result = try await body(moulin)
            await moulin.close()
            return result
        } catch {
            await moulin.close()
            Terminal.complain(error.sentence(in: language))
            throw error.exit.code
        }
    }

    /// Runs something about the installation itself.
    func install<R>(_ body: () async throws(InstallationFailure) -> R) async throws -> R {
        do throws(InstallationFailure) {
            return try await body()
        } catch {
            Terminal.complain(error.sentence(in: language))
            throw ExitCode(error.exitCode)
        }
    }
}
