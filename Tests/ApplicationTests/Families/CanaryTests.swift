import Application
import Cluster
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

/// Two incomes that nobody else has, looked for everywhere but where they belong.
@Suite(.serialized) struct CanaryTests {
    /// A reference income of 73,451.77 € for fifteen shares, which is a quotient of 408.
    static let income: Int64 = 7_345_177
    /// A quotient that is refused.
    static let quotient = 7_345_179
    static let writings = [
        "7345177", "7345179", "73451.77", "73451,77", "73 451,77", "73\u{A0}451,77", "73,451.77",
        "7 345 179", "7\u{A0}345\u{A0}179", "7,345,179",
    ]

    private static func canaries(in text: String) -> [String] {
        writings.filter { text.contains($0) }
    }

    /// Two families, one approved and one refused, with letters, papers, a sale and every answer kept under a key.
    private func live(in town: Town) async throws -> (
        approved: Int64, refused: Int64, pdfs: [[UInt8]]
    ) {
        let approved = try await town.application()
        let today = try await town.today()
        let perform = town.application
        _ = try await perform.perform(
            NoteProof(
                application: approved,
                proof: .taxNotice,
                datedOn: today,
                incomeYear: Int16(today.year - 1)
            ),
            as: town.bea
        )
        _ = try await perform.perform(
            SetEvidence(
                application: approved,
                fiscal: .init(referenceIncomeCents: Self.income, quarterShares: 60)
            ),
            as: town.bea,
            key: "ressources-1"
        )
        let decided = try await perform.perform(
            DecideApplication(application: approved),
            as: town.bea,
            key: "décision-1"
        )
        let refused = try await town.application(adults: [.max])
        _ = try await town.decision(on: refused, quotient: Self.quotient)
        var pdfs: [[UInt8]] = []
        for number in [approved, refused] {
            _ = try await perform.perform(IssueDecisionLetter(application: number), as: town.bea)
            pdfs.append(
                try await town.drawer().decisionLetter(of: number, in: .fr, as: town.bea)
            )
        }
        let voucher = VoucherReference(decided.voucher ?? "")
        let paper = try await perform.perform(
            IssueVoucherPaper(voucher: voucher.text),
            as: town.bea,
            key: "bon-1"
        )
        pdfs.append(try await town.drawer().pdf(of: paper.document, as: town.bea))
        let laptop = try #require(try await town.onTheShelf().first)
        _ = try await town.sell(laptop, on: voucher, cents: 60_00)
        return (approved, refused, pdfs)
    }

    @Test func `an income is seen by its rightful role and found nowhere else`() async throws {
        try await Town.atTheCounter { town in
            let (approved, refused, pdfs) = try await live(in: town)

            let seen = try await town.application.perform(
                ViewIncome(application: refused, reason: "canari"),
                as: town.bea,
                key: "vue-1"
            )
            #expect(seen.quotient == Self.quotient)
            #expect(Self.canaries(in: try await rows(of: ["social"], in: town)) != [])
            let outside = try await rows(
                of: ["core", "audit", "report", "reference", "lifecycle", "context"],
                in: town
            )
            #expect(outside.count > 50_000, "a search that reads nothing finds nothing")
            #expect(Self.canaries(in: outside) == [])
            for pdf in pdfs { #expect(Self.canaries(in: try text(ofPDF: pdf)) == []) }
            let answers = try await everyAnswer(in: town, [approved, refused])
            #expect(answers.count > 2_000)
            #expect(Self.canaries(in: answers) == [])
        }
    }

    @Test func `a dump by the login of the workshop holds no income`() async throws {
        try await Town.atTheCounter { town in
            _ = try await live(in: town)
            let dump = { (options: String) throws -> String in
                let conninfo = town.database.conninfo(for: .main)
                return try output(
                    of: "PATH=$PATH:$(echo /usr/lib/postgresql/*/bin | tr ' ' ':') "
                        + "PGOPTIONS='-c moulin.org=1' pg_dump -d \"\(conninfo)\" --data-only \(options) 2>&1"
                )
            }

            let whole = try dump("")

            #expect(whole.contains("permission denied"))
            #expect(Self.canaries(in: whole) == [])
        }
    }

    @Test func `what a wall says of an income names no figure`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            let db = try await town.database.connect(as: .social)

            let error = await #expect(throws: PostgresError.self) {
                try await db.speaking(as: town) {
                    @Sendable (db: isolated Connection) throws(PostgresError) in
                    _ = try db.script(
                        """
                        INSERT INTO social.evidence (org_id, application_id, quotient, quotient_source, set_by)
                        VALUES (1, \(number), \(Self.quotient), 'guess', 2)
                        """
                    )
                }
            }
            await db.close()

            let failure = Failure.postgres(try #require(error))
            for language in Language.allCases {
                #expect(Self.canaries(in: failure.sentence(in: language)) == [])
            }
            #expect(Self.canaries(in: "\(failure)") == [])
        }
    }

    /// Every row of every table and view of some schemas, as text.
    private func rows(of schemas: [String], in town: Town) async throws -> String {
        let db = try await town.database.connect(as: .superuser)
        let list = schemas.map { "'\($0)'" }.joined(separator: ", ")
        let tables = try await db.column(
            """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
             WHERE n.nspname IN (\(list)) AND c.relkind IN ('r', 'v', 'm') ORDER BY 1
            """
        )
        var text = ""
        for table in tables {
            text += try await db.column("SELECT t::text FROM \(table) AS t").joined(separator: "\n")
        }
        await db.close()
        return text
    }

    /// Every question that needs nothing, and those of applications, asked by everyone: answers and refusals alike.
    private func everyAnswer(in town: Town, _ applications: [Int64]) async throws -> String {
        var text = ""
        for speaker in [town.ana, town.bea, town.cid, town.dan] {
            for question in Catalogue.questions {
                let needed = question.fields.filter(\.isRequired).map(\.name)
                let forms: [String] =
                    needed.isEmpty
                    ? ["{}"]
                    : needed == ["application"]
                        ? applications.map { #"{"application":\#($0)}"# } : []
                for form in forms {
                    do throws(Failure) {
                        let answer = try await town.application.ask(
                            named: question.name,
                            Array(form.utf8),
                            as: speaker
                        )
                        text += String(decoding: answer, as: UTF8.self)
                    } catch {
                        text += "\(error.sentence(in: .fr)) \(error.sentence(in: .en))"
                    }
                }
            }
        }
        return text
    }
}
