import Documents
public import Domain
import FoundationEssentials
public import Postgres
import Store

/// Issues the register of second-hand goods of a year for whoever inspects it (REG), with who brought what.
///
/// Its keeper alone may issue and read it.
public struct IssueRegister: Command {
    public static let name = "issue-register"
    public static let summary = Phrase(
        fr: "émet le registre des objets mobiliers d'une année",
        en: "issues the register of second-hand goods of a year"
    )
    public static let permission = Permission(.registerKeeper)

    /// Absent: the year that runs.
    public let year: Int16?

    public init(year: Int16? = nil) {
        self.year = year
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedDocument {
        try issue(try DocumentIssuing.open(in: db, circumstances), in: db)
    }

    func issue(
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        let circumstances = issuing.circumstances
        let year = year ?? Int16(clamping: circumstances.today.year)
        let lines = try lines(of: year, circumstances.speaker, in: db)
        guard let last = lines.last else {
            throw .refused(Refusal(.nothingToState, ["subject": .text("\(year)")]))
        }
        let closed = try Failure.running { () throws(PostgresError) in
            try RegisterStore.closedOn(year, circumstances.speaker, in: db)
        }
        let keeper = Signatory(
            name: circumstances.person.name,
            role: Role.registerKeeper.label.fr,
            place: issuing.place
        )
        return try issuing.issue(
            .reg,
            of: DocumentStore.Subject(registerYear: year),
            in: db
        ) {
            RegisterExtract(
                issue: $0,
                issuer: issuing.issuer,
                year: Int(year),
                closedOn: closed.flatMap { Day($0) },
                lines: lines.map { Self.line($0, issuing) },
                lastHash: Digest.hex(last.hash),
                signatory: keeper,
                replaces: issuing.replacement
            )
        }
    }

    private func lines(
        of year: Int16,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(Failure) -> [RegisterStore.Line] {
        var lines: [RegisterStore.Line] = []
        while true {
            let page = try Failure.running { () throws(PostgresError) in
                try RegisterStore.lines(
                    year: year,
                    after: lines.last?.no ?? 0,
                    limit: DonorPage.most,
                    of: speaker,
                    in: db
                )
            }
            lines += page
            guard page.count == Int(DonorPage.most) else { return lines }
        }
    }

    private static func line(
        _ line: RegisterStore.Line,
        _ issuing: DocumentIssuing
    ) -> RegisterExtract.Line {
        RegisterExtract.Line(
            no: Int(line.no),
            enteredOn: Day(line.enteredOn) ?? Day(number: 0),
            quantity: Int(line.quantity),
            description: line.description,
            serials: line.serials,
            source: line.source.flatMap(RegisterSource.init(json:))?.sentence,
            value: issuing.money(line.valueCents),
            hash: String(Digest.hex(line.hash).prefix(12))
        )
    }
}

/// Who brought goods, as the register keeps it.
struct RegisterSource: Decodable {
    let name: String
    let address: [String]
    let registration: String?
    let bearer: String
    let paper: ReceiveDonation.IdentityPaper?

    init?(json: String) {
        let read = try? JSONDecoder().decode(RegisterSource.self, from: Data(json.utf8))
        guard let read else { return nil }
        self = read
    }

    /// As the code asks: name, home or seat, who handed it over, and the paper shown.
    var sentence: String {
        let shown = paper.map {
            "\($0.nature) n° \($0.number) du \($0.issuedOn.formatted(in: .fr)), \($0.authority)"
        }
        let parts: [String?] = [
            ([name] + address).joined(separator: ", "),
            registration.map { "SIREN/SIRET \($0)" },
            bearer.isEmpty || bearer == name ? nil : "remis par \(bearer)", shown,
        ]
        return parts.compactMap(\.self).joined(separator: " ; ")
    }
}
