import Domain
import Importing
import Postgres
import Store
import Testing
import TownSupport

@testable import Application

/// What a list may not do to the process, to its other rows, and to what nobody else should read.
@Suite struct ListLimitTests {
    @Test(arguments: [(3, true), (2, false)])
    func `a list of more rows than are held is refused before any is taken`(
        limit: Int,
        isTaken: Bool
    ) async throws {
        let file = try UploadedFile(Array("Chemin\nA\nB;zu;viel\n\nC\n".utf8), "list.csv")
        defer { file.remove() }
        let list = try Self.places(file.path)
        var failure: Failure?

        do throws(Failure) {
            let read = try ReadList<PlaceList>(list.source, list.plan, atMost: limit)
            #expect(read.rows.count + read.errors.count == 3)
        } catch {
            failure = error
        }

        #expect((failure == nil) == isTaken)
    }

    private static func places(_ path: String) throws -> ListSource<ListPlan<PlaceList.Field>> {
        let reference = try ImportReference(Town.schema())
        return try ListSource.opening(path, sheet: nil) {
            (sample, isWhole, container) throws(FileRefusal) in
            try ListPlan(
                PlaceList.form,
                sample: sample,
                isWhole: isWhole,
                of: container,
                reference: reference,
                choices: ListChoices()
            )
        }
    }

    @Test func `rejects can be had again by importing the file again`() async throws {
        try await Town.with { town in
            let wrong = DonorListTests.list + "Juste;Grossiste;;;75001;Paris;;\n"
            let (first, second) = (Collected(), Collected())

            let kept = try await town.importing(
                DonorList.self,
                wrong,
                keepsGoing: true,
                rejects: first
            )
            let again = try await town.importing(
                DonorList.self,
                wrong,
                keepsGoing: true,
                rejects: second
            )

            #expect(kept.ending == .imported)
            #expect(again.ending == .already)
            #expect(again.fates == [0, 0, 0, 1])
            #expect(!first.text.isEmpty)
            #expect(second.text == first.text)
            #expect(try await town.count("donor") == 2)
        }
    }

    @Test func `a list that was taken whole has no rejects when it comes again`() async throws {
        try await Town.with { town in
            let rejects = Collected()
            try await town.importing(HouseholdList.self, HouseholdListTests.list)

            let again = try await town.importing(
                HouseholdList.self,
                HouseholdListTests.list,
                rejects: rejects
            )

            #expect(again.ending == .already)
            #expect(again.fates == [0, 0, 0, 0])
            #expect(rejects.text.isEmpty)
        }
    }

    @Test func `a row that is undone is none that later rows come after`() async throws {
        try await Town.with { town in
            let outcome = try await town.importing(
                FailingList.self,
                "Raison sociale;Type\nAteliers du Val;Entreprise\nAteliers du Val;Entreprise\nLe Val;Entreprise\n"
                    + "Le Val;Entreprise\n"
            )

            #expect(outcome.faults == ["2:0 unreadable", "3:0 unreadable", "5:1 repeated"])
        }
    }

    @Test func `a list of families without a heading names nobody`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.importing(
                    HouseholdList.self,
                    "Dupont;Marie;25/03/1984;3\nMartin;Paul;02/11/1982;2\n"
                )
            }

            guard case .file(let refusal) = failure else {
                Issue.record("not refused as a file")
                return
            }
            let told = refusal.sentence.fr + refusal.sentence.en
            #expect(refusal.code == "no_heading")
            for word in ["Dupont", "Marie", "1984"] { #expect(!told.contains(word), "\(word)") }
            #expect(refusal.sentence.en.contains("--heading"))
        }
    }

    @Test func `what becomes of a second column is told as it is`() async throws {
        try await Town.with { town in
            let list = "Raison sociale;Type;Téléphone;Tél\nAteliers du Val;Entreprise;0146420000;\n"

            let outcome = try await town.importing(DonorList.self, list)

            let remarks = outcome.report.outline.remarks.map(\.en)
            #expect(remarks == ["Column 4 \"Tél\": read where column 3 is silent."])
        }
    }
}

/// Takes the second name alone, and that once; the first fails as a wall of the database does that speaks late.
private struct FailingList: ListKind {
    typealias Field = DonorList.Field

    static let form = DonorList.form
    static let summary = DonorList.summary
    static let command = DonorList.command
    static let whyNotUndone = DonorList.whyNotUndone

    static func opened(
        _ options: ListOptions,
        _ circumstances: Circumstances
    ) throws(Failure) -> FailingList {
        FailingList()
    }

    func take(
        _ rows: inout [ListRow<Field>],
        after met: Set<String>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowFate<String>? {
        let name = rows[0].written(.name)
        guard !met.contains(name) else {
            rows[0].fail(.name, .repeated)
            return nil
        }
        guard name == "Ateliers du Val" else { return RowFate(.create, of: name) }
        throw .unreadable(Unreadable("", expected: Phrase(fr: "autre chose", en: "another")))
    }
}
