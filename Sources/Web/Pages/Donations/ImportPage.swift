import Application
import Domain
import HTTPTypes
import Synchronization

/// A donor's list of machines: looked at first, row by row, and imported when it is right.
///
/// A list may be pasted from a spreadsheet or sent as a file. What was looked at is held for the import, so that it is chosen once.
enum ImportPage {
    static let routes: [Route] = [
        .get("/donations/:thing/import", .holders(DeviceImport.permission)) {
            (visit) throws(Failure) in page(visit, nil, nil)
        },
        .post("/donations/:thing/files", .holders(DeviceImport.permission)) {
            (visit) throws(Failure) in try await run(visit)
        },
    ]

    struct Content {
        let donation: String
        let list: String
        let kinds: [Choice]
        let announced: Bool
        let keepsGoing: Bool
        /// The name of the list that the gift was announced with, when it is the one looked at.
        let announcedList: String?
        let lookedAt: LookedAtList?
        let writing: ListWritingForm
        let result: ImportResult?
    }

    private static func run(_ visit: Visit) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        guard let donation = Int64(visit.parameter("thing")),
            let sent = try await sent(visit, donation), !sent.bytes.isEmpty
        else {
            let form = visit.sentList()
            let problem = visit.nothingToRead(form)
            return page(visit, form, nil, problem: problem, status: .badRequest)
        }
        let wants = sent.fields["do"] ?? "look"
        let rejected = Mutex<[UInt8]>([])
        do throws(Failure) {
            let outcome = try await visit.site.house.importDevices(
                try await sent.run(
                    into: donation,
                    isRehearsal: wants != "import",
                    visit,
                    visitor
                ),
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
            return page(visit, sent, outcome)
        } catch {
            switch error {
            case .refused, .unreadable, .file:
                return page(
                    visit,
                    sent,
                    nil,
                    problem: error.sentence(in: visit.language),
                    status: Problem(error, visit).status
                )
            case .forbidden, .unauthenticated, .database: throw error
            }
        }
    }

    /// What the form carries; without any, the list that the gift was announced with, when the form says so.
    private static func sent(_ visit: Visit, _ donation: Int64) async throws(Failure) -> SentList? {
        let sent = visit.sentList()
        guard let sent, sent.bytes.isEmpty, sent.fields["from"] == "announcement",
            let visitor = visit.visitor
        else { return sent }
        let list = try await visit.site.house.announcedList(
            ofDonation: donation,
            as: visitor.speaker
        )
        return list.map {
            SentList(fields: sent.fields, bytes: $0.bytes, name: $0.name, isAnnounced: true)
        }
    }

    private static func page(
        _ visit: Visit,
        _ sent: SentList?,
        _ outcome: DeviceImport.Outcome?,
        problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Reply {
        var visit = visit
        visit.problem = problem
        visit.pathWithQuery = "/donations/\(visit.parameter("thing"))/import"
        let kind = sent?.fields["kind"]
        let content = Content(
            donation: visit.parameter("thing"),
            list: sent?.fields["list"] ?? "",
            kinds: DeviceType.allCases.map {
                Choice(
                    word: $0.rawValue,
                    label: $0.label(in: visit.language),
                    isChosen: $0.rawValue == kind
                )
            },
            announced: sent?.fields["announced"] == "true",
            keepsGoing: sent?.fields["keep_going"] == "true",
            announcedList: sent.flatMap { $0.isAnnounced ? $0.name : nil },
            lookedAt: visit.held(sent, isImported: outcome?.isWholeAndIn == true),
            writing: ListWritingForm(sent, visit),
            result: outcome.map { ImportResult($0, visit) }
        )
        return visit.site.page(
            "import",
            title: visit.text("import.title"),
            content,
            visit,
            status: status
        )
    }
}

extension SentList {
    /// The run that the form or the address asks for.
    ///
    /// - Throws: `.unreadable` for a kind, a column or a mapping that is not known.
    func run(
        into donation: Int64,
        isRehearsal: Bool,
        _ visit: Visit,
        _ visitor: Visitor
    ) async throws(Failure) -> DeviceImport {
        let choices = try await visit.site.house.choices(
            try mapping(),
            mappingNames,
            isRehearsal: isRehearsal,
            as: visitor.speaker
        )
        return DeviceImport(
            donation: donation,
            step: fields["announced"] == "true" ? "announce" : "receive",
            defaultKind: try defaultKind(),
            keepsGoing: fields["keep_going"] == "true",
            isRehearsal: isRehearsal,
            choices: choices,
            language: visit.language,
            sheet: said("sheet")
        )
    }

    private func defaultKind() throws(Failure) -> DeviceType? {
        guard let word = said("kind") else { return nil }
        if let kind = DeviceType(rawValue: word) { return kind }
        let words = DeviceType.allCases.map(\.rawValue).joined(separator: ", ")
        throw .unreadable(
            Unreadable(word, expected: Phrase(fr: "un de : \(words)", en: "one of: \(words)"))
        )
    }
}
