import Application
import ArgumentParser
import Domain
import Web

/// Runs the service until the process is told to end.
struct Serving {
    let session: Session
    var host: String?
    var port: Int?
    /// What links and printed codes lead to; that of the environment unless said.
    var publicAddress: String?
    /// nil for both.
    var only: ServedSide?

    /// Serves.
    ///
    /// - Parameter whenReady: told the address once the service listens.
    /// - Throws: the exit code, after the reason was said.
    func run(whenReady: @escaping @Sendable (String) -> Void) async throws {
        var environment = session.settings.environment
        if let publicAddress { environment["MOULIN_PUBLIC_ADDRESS"] = publicAddress }
        let settings: WebSettings
        do {
            settings = try WebSettings(
                host: host,
                port: port,
                environment: environment,
                program: Environment.program
            )
        } catch {
            Terminal.complain("\(error)")
            throw ExitMeaning.wronglyInstalled.code
        }
        let figures = Figures()
        let moulin = try await session.install { () throws(InstallationFailure) in
            try await session.installation.openForService(
                sides: only.map { [$0.side] } ?? Set(Side.allCases)
            ) { figures.note($0) }
        }
        do {
            let site = try await Site(
                moulin.application,
                organisation: session.settings.organisation,
                settings: settings,
                openID: OpenIDSettings(environment: session.settings.environment),
                figures: figures,
                audit: try Audit(moulin.installation.schema)
            )
            try await site.serve(whenReady: whenReady)
            await moulin.close()
        } catch {
            await moulin.close()
            Terminal.complain("\(error)")
            throw ExitMeaning.noServer.code
        }
    }
}
