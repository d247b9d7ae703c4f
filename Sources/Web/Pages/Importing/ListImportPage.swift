import Application
import Domain
import HTTPTypes
import Synchronization

/// A list of donors, households, prices, places or people: looked at first, row by row, and imported when it is right.
///
/// The pages are made from the one list of kinds. What was looked at is held for the import, so that it is chosen once.
enum ListImportPage {
    static let routes: [Route] = ListKinds.all.flatMap { routes(of: $0) }

    private static func routes<Kind: ListKind>(of kind: Kind.Type) -> [Route] {
        let path = "/import/\(Kind.name)"
        return [
            .get(path, .holders(Kind.permission)) { (visit) throws(Failure) in
                page(of: kind, visit, nil, nil)
            },
            .post("\(path)/files", .holders(Kind.permission)) { (visit) throws(Failure) in
                try await run(kind, visit)
            },
        ]
    }

    struct Content {
        let action: String
        /// The page that shows what was imported.
        let home: String
        let explanation: String
        let list: String
        let options: [Option]
        let keepsGoing: Bool
        let asksProof: Bool
        /// The words of the columns that are read.
        let fields: String
        let lookedAt: LookedAtList?
        let writing: ListWritingForm
        let result: ImportResult?
    }

    struct Option {
        let name: String
        let label: String
        let value: String
        /// Empty for an option that takes any word.
        let choices: [Choice]
        let hasChoices: Bool
        let isSet: Bool
        let isTruth: Bool
        let isDay: Bool
        let isRequired: Bool
    }

    private static func run<Kind: ListKind>(
        _ kind: Kind.Type,
        _ visit: Visit
    ) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        let form = visit.sentList()
        guard let sent = form, !sent.bytes.isEmpty else {
            let problem = visit.nothingToRead(form)
            return page(of: kind, visit, form, nil, problem: problem, status: .badRequest)
        }
        let wants = sent.fields["do"] ?? "look"
        let rejected = Mutex<[UInt8]>([])
        do throws(Failure) {
            try await proveIfSaid(sent, visit)
            let outcome = try await visit.site.house.importList(
                of: kind,
                try sent.run(of: kind, isRehearsal: wants != "import", in: visit.language),
                uploaded: sent.bytes,
                named: sent.name,
                as: visitor.speaker,
                rejects: { bytes in rejected.withLock { $0 += bytes } }
            )
            guard wants != "rejects" else {
                return .file(
                    rejected.withLock { $0 },
                    type: "text/csv; charset=utf-8",
                    name: "rejects.csv"
                )
            }
            return page(of: kind, visit, sent, outcome)
        } catch {
            switch error {
            case .refused, .unreadable, .file:
                return page(
                    of: kind,
                    visit,
                    sent,
                    nil,
                    problem: error.sentence(in: visit.language),
                    status: Problem(error, visit).status,
                    asksProof: error.isAboutProof
                )
            case .forbidden, .unauthenticated, .database: throw error
            }
        }
    }

    /// Renews the proof of who acts: a form with a file is not carried along by the page that else asks for it.
    private static func proveIfSaid(_ sent: SentList, _ visit: Visit) async throws(Failure) {
        guard let secret = sent.fields[Confirmation.proof], !secret.isEmpty,
            let session = visit.session, visit.station == nil
        else { return }
        try await visit.site.signIn.prove(session, by: secret, address: visit.address)
    }

    private static func page<Kind: ListKind>(
        of _: Kind.Type,
        _ visit: Visit,
        _ sent: SentList?,
        _ outcome: ImportOutcome?,
        problem: String? = nil,
        status: HTTPResponse.Status = .ok,
        asksProof: Bool = false
    ) -> Reply {
        var visit = visit
        visit.problem = problem
        visit.pathWithQuery = "/import/\(Kind.name)"
        let content = Content(
            action: "/import/\(Kind.name)/files",
            home: homes[Kind.name] ?? "/",
            explanation: visit.text("import.of_\(Kind.name)"),
            list: sent?.fields["list"] ?? "",
            options: Kind.options.map { option in
                let value = sent?.fields[option.name] ?? visit.query[option.name] ?? ""
                let choices = Kind.words(of: option.name).map {
                    Choice(
                        word: $0.word,
                        label: $0.label.text(in: visit.language),
                        isChosen: $0.word == value
                    )
                }
                return Option(
                    name: option.name,
                    label: option.meaning.text(in: visit.language).capitalisedFirst,
                    value: value,
                    choices: choices,
                    hasChoices: !choices.isEmpty,
                    isSet: sent?.fields[option.name] == "true",
                    isTruth: option.type == "boolean",
                    isDay: option.name == "from",
                    isRequired: option.isRequired
                )
            },
            keepsGoing: sent?.fields["keep_going"] == "true",
            asksProof: asksProof,
            fields: Kind.Field.allCases.map(\.rawValue).joined(separator: ", "),
            lookedAt: visit.held(sent, isImported: outcome?.isWholeAndIn == true),
            writing: ListWritingForm(sent, visit),
            result: outcome.map { ImportResult($0, visit) }
        )
        return visit.site.page(
            "import-list",
            title: visit.text("import.title_\(Kind.name)"),
            content,
            visit,
            status: status
        )
    }

    /// Where the things of a list are shown.
    private static let homes = [
        "donors": "/donors", "households": "/applications", "prices": "/prices",
        "places": "/places", "people": "/staff",
    ]
}

extension SentList {
    /// The run that the form or the address asks for.
    func run<Kind: ListKind>(
        of _: Kind.Type,
        isRehearsal: Bool,
        in language: Language
    ) throws(Failure) -> ListImport {
        let names = Set(Kind.options.map(\.name))
        return ListImport(
            keepsGoing: fields["keep_going"] == "true",
            isRehearsal: isRehearsal,
            said: try mapping(),
            names: mappingNames,
            options: ListOptions(fields.filter { names.contains($0.key) }),
            language: language,
            sheet: said("sheet")
        )
    }
}

extension Failure {
    fileprivate var isAboutProof: Bool {
        guard case .refused(let refusal) = self else { return false }
        return [.proofNeeded, .proofWrong].contains(refusal.code)
    }
}
