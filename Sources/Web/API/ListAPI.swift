import Application
import Domain
import HTTPTypes
import Synchronization

/// `/api/v1/lists/…`: a list as it is, looked at or imported, for programs; devices, and what is on the one list of kinds.
enum ListAPI {
    static let routes: [Route] = ListKinds.all.map { route(of: $0) } + [devices]

    /// The command that a new row becomes, which a program's key needs among its scopes.
    static let deviceCommand = AddDevices.name

    private static let devices = Route.post(
        "/api/v1/lists/devices",
        .holders(DeviceImport.permission)
    ) { (visit) throws(Failure) in try await takeDevices(visit) }

    private static func route<Kind: ListKind>(of kind: Kind.Type) -> Route {
        .post("/api/v1/lists/\(Kind.name)", .holders(Kind.permission)) {
            (visit) throws(Failure) in try await take(kind, visit)
        }
    }

    /// Answers the report, also when rows are wrong: then with the status of a refusal, and nothing was kept.
    private static func take<Kind: ListKind>(
        _ kind: Kind.Type,
        _ visit: Visit
    ) async throws(Failure) -> Reply {
        let (visitor, sent) = try sent(visit, under: Kind.command.name, with: Kind.options)
        let rejected = Mutex<[UInt8]>([])
        let outcome = try await visit.site.house.importList(
            of: kind,
            try sent.run(
                of: kind,
                isRehearsal: sent.fields["dry_run"] == "true",
                in: visit.language
            ),
            uploaded: sent.bytes,
            named: sent.name,
            as: visitor.speaker,
            rejects: { bytes in rejected.withLock { $0 += bytes } }
        )
        return reply(outcome, rejected.withLock { $0 }, visit)
    }

    private static func takeDevices(_ visit: Visit) async throws(Failure) -> Reply {
        let (visitor, sent) = try sent(
            visit,
            under: deviceCommand,
            with: AddressParameters.deviceList
        )
        guard let donation = visit.query.number("donation") else {
            throw .unreadable(
                Unreadable(
                    visit.query["donation"] ?? "donation",
                    expected: Phrase(fr: "le numéro d'un don", en: "the number of a donation")
                )
            )
        }
        let rejected = Mutex<[UInt8]>([])
        let outcome = try await visit.site.house.importDevices(
            try await sent.run(
                into: donation,
                isRehearsal: sent.fields["dry_run"] == "true",
                visit,
                visitor
            ),
            uploaded: sent.bytes,
            named: sent.name,
            as: visitor.speaker,
            rejects: { bytes in rejected.withLock { $0 += bytes } }
        )
        return reply(outcome, rejected.withLock { $0 }, visit)
    }

    /// - Throws: `.forbidden` for a key that is for other things, `.unreadable` without a file or for what the address says.
    private static func sent(
        _ visit: Visit,
        under command: String,
        with options: [FieldDescription]
    ) throws(Failure) -> (Visitor, SentList) {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        guard visitor.isFor(command) else { throw .forbidden(needs: []) }
        try visit.said(AddressParameters.list + options)
        if let sent = SentList(body: visit) { return (visitor, sent) }
        throw .unreadable(
            Unreadable(
                "",
                expected: Phrase(
                    fr: "le fichier, tel quel, comme corps de la requête",
                    en: "the file, as it is, as the body of the request"
                )
            )
        )
    }

    /// The report, or the rows that were not taken for whoever asks for CSV.
    private static func reply(
        _ outcome: ImportOutcome,
        _ rejected: [UInt8],
        _ visit: Visit
    ) -> Reply {
        let status: HTTPResponse.Status = outcome.ending == .refused ? .unprocessableContent : .ok
        guard visit.headers[.accept]?.contains("text/csv") == true else {
            return .json(Array(outcome.json.utf8), status: status)
        }
        return Reply(
            status: status,
            headers: [.contentType: "text/csv; charset=utf-8"],
            body: rejected
        )
    }
}
