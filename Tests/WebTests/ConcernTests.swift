import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// Everything that two people may have open at once: what one of them saves, the other does not write over unseen.
@Suite struct ConcernTests {
    /// A way to change something over the API, and the question that shows it.
    struct Change: Sendable, CustomStringConvertible {
        let description: String
        let login: String
        let question: String
        let command: String
        /// With `#` where two changes differ.
        let body: String
        var overwrites = true

        static let all = [
            Change(
                description: "a donor",
                login: "ana",
                question: "show-donor?donor=DONOR",
                command: "change-donor",
                body: #"{"donor":DONOR,"phone":"01 00 00 00 #"}"#
            ),
            Change(
                description: "a donation",
                login: "ana",
                question: "show-donation?donation=DONATION",
                command: "correct-donation",
                body: #"{"donation":DONATION,"reference":"R-#"}"#
            ),
            Change(
                description: "an application",
                login: "bea",
                question: "show-application?application=APPLICATION",
                command: "set-evidence",
                body: #"{"application":APPLICATION,"official":{"quotient":50#,"fund":"caf"}}"#
            ),
            Change(
                description: "a household",
                login: "bea",
                question: "show-household?household=HOUSEHOLD",
                command: "change-household",
                body: #"{"household":HOUSEHOLD,"persons":1#,"children_in_education":1}"#
            ),
            Change(
                description: "a place",
                login: "ana",
                question: "show-place?place=Atelier",
                command: "change-place",
                body: #"{"place":"Atelier","locked":true}"#
            ),
            Change(
                description: "the house",
                login: "dan",
                question: "show-organisation",
                command: "describe-organisation",
                body: #"{"phone":"01 00 00 00 #"}"#
            ),
            Change(
                description: "the price grid",
                login: "dan",
                question: "show-grid",
                command: "publish-price-grid",
                body:
                    #"{"grid":"G-#","from":"2031-01-0#","rows":[{"kind":"laptop","grade":"B","cents":[1000,1100,1200,1300,1400]}]}"#,
                overwrites: false
            ),
        ]
    }

    /// A town with one of each, whose house is asked over the API.
    private struct Scene {
        let town: WebTown
        let donation: Int64
        let donor: String
        let application: Int64
        let household: String

        func named(_ text: String) -> String {
            text.replacing("DONATION", with: "\(donation)").replacing("DONOR", with: donor)
                .replacing("APPLICATION", with: "\(application)")
                .replacing("HOUSEHOLD", with: household)
        }

        func headers(_ change: Change) async throws -> [String: String] {
            let key = try await town.town.application.perform(
                MakeToken(
                    login: change.login,
                    purpose: "test",
                    scopes: Catalogue.commands.map(\.name) + Catalogue.questions.map(\.name)
                ),
                as: town.town.dan
            ).key
            return ["authorization": "Bearer \(key)", "content-type": "application/json"]
        }

        func mark(_ change: Change, _ headers: [String: String]) async throws -> String {
            let path = "/api/v1/questions/" + named(change.question)
            return try #require(try await town.get(path, headers: headers).header("etag"))
        }

        func send(
            _ change: Change,
            _ nth: Int,
            _ headers: [String: String],
            ifMatch mark: String?
        ) async throws -> WebTown.Answer {
            let body = named(change.body).replacing("#", with: "\(nth)")
            let headers = headers.merging(mark.map { ["if-match": $0] } ?? [:]) { $1 }
            return try await town.send(
                .post,
                "/api/v1/commands/\(change.command)",
                body,
                headers: headers
            )
        }
    }

    private func with(_ body: (Scene) async throws -> Void) async throws {
        try await WebTown.atTheCounter { town in
            let donation = try await town.town.receivedDonation()
            let application = try await town.town.application()
            _ = try await town.town.application.perform(AddSite(site: "Moulin"), as: town.town.ana)
            _ = try await town.town.application.perform(
                AddPlace(place: "Atelier", site: "Moulin"),
                as: town.town.ana
            )
            let donor = try await town.town.column(
                "SELECT donor_id::text FROM core.donation WHERE donation_id = \(donation)"
            )
            let household = try await town.town.column(
                "SELECT household_id::text FROM social.application WHERE application_id = \(application)"
            )
            try await body(
                Scene(
                    town: town,
                    donation: donation,
                    donor: try #require(donor.first),
                    application: application,
                    household: try #require(household.first)
                )
            )
        }
    }

    @Test(arguments: Change.all)
    func `it is changed while it is as it was read, and not afterwards`(change: Change)
        async throws
    {
        try await with { scene in
            let headers = try await scene.headers(change)
            let mark = try await scene.mark(change, headers)

            let first = try await scene.send(change, 1, headers, ifMatch: mark)
            let second = try await scene.send(change, 2, headers, ifMatch: mark)
            let fresh = try await scene.mark(change, headers)
            let third = try await scene.send(change, 3, headers, ifMatch: fresh)
            let any = try await scene.send(change, 4, headers, ifMatch: "*")

            #expect(first.status == .ok, "\(first.text)")
            #expect(second.status == .preconditionFailed, "\(second.text)")
            #expect(second.text.contains(#""changes":"\#(change.command)""#), "\(second.text)")
            #expect(third.status == .ok, "\(third.text)")
            #expect(any.status == .ok, "\(any.text)")
        }
    }

    @Test(arguments: Change.all)
    func `of eight at once who read the same, one changes it`(change: Change) async throws {
        try await with { scene in
            let headers = try await scene.headers(change)
            let mark = try await scene.mark(change, headers)

            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for nth in 1...8 {
                    group.addTask {
                        try await scene.send(change, nth, headers, ifMatch: mark).status.code
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }

            // Two grids of one name or day meet another wall first, which says no as well.
            #expect(statuses.count { $0 == 200 } == 1, "\(statuses)")
            #expect(statuses.allSatisfy { [200, 409, 412].contains($0) }, "\(statuses)")
            #expect(change.command == "publish-price-grid" || !statuses.contains(409))
        }
    }

    @Test(arguments: Change.all)
    func `what writes over what stands asks which version was read`(change: Change) async throws {
        try await with { scene in
            let headers = try await scene.headers(change)

            let reply = try await scene.send(change, 1, headers, ifMatch: nil)

            #expect(reply.status == (change.overwrites ? .preconditionRequired : .ok))
            #expect(!change.overwrites || reply.text.contains("version_needed"))
        }
    }

    @Test func `the mark of one thing is no condition of another`() async throws {
        try await with { scene in
            let (donor, donation) = (Change.all[0], Change.all[1])
            let headers = try await scene.headers(donor)
            let mark = try await scene.mark(donation, headers)

            let reply = try await scene.send(donor, 1, headers, ifMatch: mark)

            #expect(reply.status == .preconditionFailed)
        }
    }

    @Test func `of a person, the list says what a change may depend on`() async throws {
        try await WebTown.with { town in
            let house = town.town.application
            let people = try await house.ask(ListPeople(), as: town.town.dan)
            let ana = try #require(people.rows.first { $0.login == "ana" })
            let version = try #require(ReadVersion(ana.version))
            let grant = GrantRole(login: "ana", role: .auditor)

            _ = try await house.perform(grant, as: town.town.dan, ifStill: version)
            let failure = await #expect(throws: Failure.self) {
                try await house.perform(
                    EndRole(login: "ana", role: .shop),
                    as: town.town.dan,
                    ifStill: version
                )
            }

            #expect(failure?.refusal?.code == .subjectChanged)
            #expect(failure?.sentence(in: .en).contains("Dan Petit") == true)
        }
    }

    @Test func `a form opened before another person's change is refused, and offers to look again`()
        async throws
    {
        try await with { scene in
            let town = scene.town
            let ana = try await town.signIn("ana")
            let path = "/donations/\(scene.donation)"
            let mark = try await town.formMark(path, cookie: ana)
            let value = [
                "donation": "\(scene.donation)", "basis": "net_book_value",
                "unit_cents:euros": "10", "letter": "L-1", "letter_on": "2026-01-05",
                "signer": "Luc",
            ]
            _ = try await town.town.application.perform(
                CorrectDonation(donation: scene.donation, reference: "R-7"),
                as: town.town.ana
            )

            let stale = try await town.send(
                path,
                "value-donation",
                value.merging(["if_match": mark]) { $1 },
                as: ana
            )
            let fresh = try await town.send(
                path,
                "value-donation",
                value.merging(["if_match": try await town.formMark(path, cookie: ana)]) { $1 },
                as: ana
            )

            #expect(stale.status == .preconditionFailed)
            #expect(stale.text.contains("Ana Martin corrige un don annoncé"))
            #expect(stale.text.contains("Regarder à nouveau"))
            #expect(fresh.status == .seeOther)
        }
    }

    @Test func `the form of one command knows the version it was opened with`() async throws {
        try await with { scene in
            let town = scene.town
            let ana = try await town.signIn("ana")
            let path = "/do/change-donor?donor=\(scene.donor)&return=/donors/\(scene.donor)"
            let mark = try await town.formMark(path, cookie: ana)
            let fields = ["donor": scene.donor, "phone": "01", "return": "/donors/\(scene.donor)"]
            _ = try await town.town.application.perform(
                AddDonorContact(donor: Int64(scene.donor) ?? 0, name: "Luc"),
                as: town.town.ana
            )

            let stale = try await town.send(
                "/do/change-donor",
                "change-donor",
                fields.merging(["if_match": mark]) { $1 },
                as: ana
            )

            #expect(mark.hasPrefix("donor-\(scene.donor)-"))
            #expect(stale.status == .preconditionFailed)
            #expect(stale.text.contains("href=\"/donors/\(scene.donor)\">Regarder à nouveau"))
        }
    }
}

extension WebTown {
    /// What the forms of a page carry of the thing that they were made from.
    fileprivate func formMark(_ path: String, cookie: String) async throws -> String {
        let page = try await get(path, cookie: cookie)
        let found = try #require(page.text.firstMatch(of: /name="if_match" value="([^"]+)"/))
        return String(found.1)
    }
}
