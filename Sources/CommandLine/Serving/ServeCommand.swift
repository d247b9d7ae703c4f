import Application
import ArgumentParser
import Domain

/// `moulin serve`: the pages and the JSON API.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the pages and the JSON API until it is told to end."
    )
    @OptionGroup var options: SessionOptions
    @Option(help: "The address to listen on; only this machine unless said (MOULIN_HOST).")
    var host: String?
    @Option(help: "house or social: serve one side alone, by its own login of the database.")
    var only: ServedSide?
    @Option(help: "The port; 8080 unless said (MOULIN_PORT).") var port: Int?
    @Option(
        help: "How people reach it, such as https://moulin.example (MOULIN_PUBLIC_ADDRESS)."
    ) var publicAddress: String?

    func run() async throws {
        let session = try Session(options)
        try await Serving(
            session: session,
            host: host,
            port: port,
            publicAddress: publicAddress,
            only: only
        )
        .run { address in
            Terminal.remark(
                Phrase(fr: "Moulin écoute : \(address)", en: "Moulin listens: \(address)")
                    .text(in: session.language)
            )
        }
    }
}

/// The side that a process serves alone.
enum ServedSide: String, ExpressibleByArgument {
    case house
    case social

    var side: Side { self == .house ? .main : .social }
}
