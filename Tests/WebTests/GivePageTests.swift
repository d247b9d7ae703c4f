@testable import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// A gift announced by somebody without an account: one announcement, and nothing else in the house.
@Suite struct GivePageTests {
    @Test func `whoever announces gets a page to follow it, and the house sees it`() async throws {
        try await WebTown.with { town in
            let sent = try await town.post("/give", Self.form)
            let path = try #require(sent.location)
            let page = try await town.get(path)

            let waiting = try await town.town.application.ask(
                ListAnnouncements(),
                as: town.town.ana
            )
            #expect(sent.status == .seeOther)
            #expect(path.contains(/^\/give\/[0-9a-f]{64}\?done=/))
            #expect(page.status == .ok)
            #expect(page.header("referrer-policy") == "strict-origin")
            #expect(!page.text.contains("val@example.org"))
            #expect(waiting.map(\.name) == ["Ateliers du Val"])
            #expect(try await town.town.application.ask(ListDonors(), as: town.town.ana).isEmpty)
        }
    }

    @Test(arguments: ["99999", "10001", "0", "-3", "many", "99999999999999999999", "1.5"])
    func `a quantity that is not likely is told with its line and what is`(
        quantity: String
    ) async throws {
        try await WebTown.with { town in
            let form = "donor_kind=company&name=Val&email=val%40example.org&lines.0.kind=laptop"
            let lines = "&lines.0.quantity=3&lines.1.kind=tablet&lines.1.quantity=\(quantity)"

            let sent = try await town.post("/give", form + lines)

            #expect(sent.status == .badRequest)
            #expect(sent.text.contains("ligne 2"))
            #expect(sent.text.contains("10\u{202F}000"))
            #expect(!sent.text.contains("mur"))
            #expect(try await town.announced().isEmpty)
        }
    }

    @Test(arguments: ["1+000", "1%C2%A0000", "1%E2%80%AF000", "1000", "10+000"])
    func `a quantity may be written with the space of thousands`(quantity: String) async throws {
        try await WebTown.with { town in
            let form = "donor_kind=company&name=Val&email=val%40example.org&lines.0.kind=laptop"

            let sent = try await town.post("/give", form + "&lines.0.quantity=\(quantity)")

            #expect(sent.status == .seeOther)
            #expect(try await town.announced().count == 1)
        }
    }

    @Test func `the same form sent twice announces once`() async throws {
        try await WebTown.with { town in
            let first = try await town.post("/give", Self.form)
            let second = try await town.post("/give", Self.form)

            #expect(first.location == second.location)
            #expect(try await town.announced().count == 1)
        }
    }

    @Test func `a confirmation leaves by mail only for whoever agreed to it`() async throws {
        try await WebTown.with { town in
            _ = try await town.post("/give", Self.form + "&key=a")
            _ = try await town.post("/give", Self.form + "&key=b&consent=true")

            let taken = try await town.town.application.perform(
                TakeLetters(count: 9),
                as: town.town.ana
            )
            let text = String(decoding: CommandJSON.encode(taken), as: UTF8.self)
            #expect(taken.loans.count == 1)
            #expect(text.contains(#""to":"val@example.org""#))
            #expect(text.contains("http://localhost:8080/give/"))
        }
    }

    @Test func `a list is kept as it came, shown as the import reads it, and imported by nobody`()
        async throws
    {
        try await WebTown.with { town in
            let sent = try await town.send(
                .post,
                "/give",
                Self.multipart(list: "Serial;Brand\nABC123;Dell\n"),
                headers: ["content-type": "multipart/form-data; boundary=limit"]
            )
            let cookie = try await town.signIn("ana")

            let page = try await town.get("/announcements/1", cookie: cookie)
            let file = try await town.get("/announcements/1/list", cookie: cookie)
            let devices = try await town.town.application.ask(ListDevices(), as: town.town.ana)

            #expect(sent.status == .seeOther)
            #expect(page.text.contains("ABC123"))
            #expect(file.text == "Serial;Brand\nABC123;Dell\n")
            #expect(file.header("content-disposition") == "attachment; filename=\"parc.csv\"")
            #expect(devices.rows.isEmpty)
        }
    }

    @Test func `the list goes with the donor who asks to be forgotten`() async throws {
        try await WebTown.with { town in
            _ = try await town.send(
                .post,
                "/give",
                Self.multipart(list: "Serial;User\nABC123;Jeanne\n"),
                headers: ["content-type": "multipart/form-data; boundary=limit"]
            )
            let cookie = try await town.signIn("ana")
            _ = try await town.send(
                "/announcements/1",
                "accept-announcement",
                ["announcement": "1"],
                as: cookie
            )
            let before = try await town.town.column("SELECT file_name FROM core.announced_list")

            _ = try await town.town.application.perform(EraseDonor(donor: 1), as: town.town.dan)

            #expect(before == ["parc.csv"])
            #expect(try await town.town.column("SELECT file_name FROM core.announced_list") == [])
        }
    }

    @Test func `accepted, it becomes a donation of a donor, and names nobody itself`() async throws
    {
        try await WebTown.with { town in
            let path = try #require(try await town.post("/give", Self.form).location)
            let cookie = try await town.signIn("ana")

            let reply = try await town.send(
                "/announcements/1",
                "accept-announcement",
                ["announcement": "1"],
                as: cookie
            )
            let donation = try await town.town.application.ask(
                ShowDonation(donation: 1),
                as: town.town.ana
            )
            let left = try await town.announced()

            #expect(reply.location?.hasPrefix("/donations/1") == true)
            #expect(donation.donation.donorName == "Ateliers du Val")
            #expect(donation.lines.map(\.announced) == [12])
            #expect(left.map(\.name) == [nil])
            #expect(left.map(\.email) == [nil])
            #expect(try await town.get(path).text.contains("Accepté"))
        }
    }

    @Test func `what nobody decides on lapses after the house's own time, and names nobody then`()
        async throws
    {
        try await WebTown.with { town in
            let house = town.town.application
            let sent = try await town.send(
                .post,
                "/give",
                Self.multipart(list: "Serial;Brand\nABC123;Dell\n"),
                headers: ["content-type": "multipart/form-data; boundary=limit"]
            )
            _ = try await town.post("/give", Self.form)
            _ = try await house.perform(
                PublishRetention(rule: "COURT", announcements: 2, source: "essai"),
                as: town.town.dan
            )
            try await town.town.makeTimePass(
                "UPDATE core.announcement SET at = at - interval '3 months' WHERE announcement_id = 1"
            )

            let run = try await house.perform(RunRetention(), as: town.town.dan)
            let again = try await house.perform(RunRetention(), as: town.town.dan)
            let page = try await town.get(try #require(sent.location))
            let kept = try await town.announced()
            let lists = try await town.town.column("SELECT file_name FROM core.announced_list")

            let (first, second) = (
                run.clocks.first { $0.clock == .announcements },
                again.clocks.first { $0.clock == .announcements }
            )
            #expect(first?.gone == 1)
            #expect(first?.kept == 1)
            #expect(first?.nextOn != nil)
            #expect(second?.gone == 0)
            #expect(kept.map(\.outcome) == ["lapsed", nil])
            #expect(kept.map(\.name) == [nil, "Ateliers du Val"])
            #expect(lists == [])
            #expect(page.text.contains("Sans réponse à temps"))
        }
    }

    @Test func `without a rule an announced gift is kept for six months`() async throws {
        try await WebTown.with { town in
            for key in ["a", "b"] { _ = try await town.post("/give", Self.form + "&key=\(key)") }
            try await town.town.makeTimePass(
                """
                UPDATE core.announcement SET at = at - interval '5 months' WHERE announcement_id = 1;
                UPDATE core.announcement SET at = at - interval '7 months' WHERE announcement_id = 2
                """
            )

            _ = try await town.town.application.perform(RunRetention(), as: town.town.dan)

            #expect(try await town.announced().map(\.outcome) == [nil, "lapsed"])
        }
    }

    @Test(arguments: [0, 37])
    func `a time of keeping without a bound is not published`(months: Int) async throws {
        try await WebTown.with { town in
            await #expect(throws: Failure.self) {
                try await town.town.application.perform(
                    PublishRetention(rule: "X", announcements: months),
                    as: town.town.dan
                )
            }
        }
    }

    @Test func `refused, the reason is told and a second decision is refused`() async throws {
        try await WebTown.with { town in
            let path = try #require(try await town.post("/give", Self.form).location)
            let refuse = RefuseAnnouncement(announcement: 1, reason: "trop anciens")
            _ = try await town.town.application.perform(refuse, as: town.town.ana)

            let again = await #expect(throws: Failure.self) {
                try await town.town.application.perform(
                    AcceptAnnouncement(announcement: 1),
                    as: town.town.ana
                )
            }

            #expect(again?.refusal?.code == .announcementDecided)
            #expect(try await town.get(path).text.contains("trop anciens"))
        }
    }

    @Test(arguments: [
        "donor_kind=company&name=&email=a%40b.fr&lines.0.quantity=1",
        "donor_kind=company&name=Val&lines.0.quantity=1",
        "donor_kind=company&name=Val&email=a%40b.fr",
        "donor_kind=anonymous&lines.0.quantity=many",
        "donor_kind=anonymous&lines.0.quantity=20000",
    ])
    func `what is missing or wrong is said, and nothing is kept`(form: String) async throws {
        try await WebTown.with { town in
            let reply = try await town.post("/give", form)

            #expect([.badRequest, .conflict].contains(reply.status))
            #expect(reply.text.contains("role=\"alert\""))
            #expect(try await town.announced().isEmpty)
        }
    }

    @Test func `an anonymous gift needs no contact`() async throws {
        try await WebTown.with { town in
            _ = try await town.post("/give", "donor_kind=anonymous&lines.0.quantity=1")

            let accepted = try await town.town.application.perform(
                AcceptAnnouncement(announcement: 1),
                as: town.town.ana
            )

            let donor = try await town.town.application.ask(
                ShowDonor(donor: accepted.donor),
                as: town.town.ana
            )
            #expect(donor.donor.name == "Don anonyme 1")
        }
    }

    @Test func `what fills in the box that nobody sees announces nothing`() async throws {
        try await WebTown.with { town in
            let reply = try await town.post("/give", Self.form + "&website=http%3A%2F%2Fspam")

            #expect(reply.status == .ok)
            #expect(try await town.announced().isEmpty)
        }
    }

    @Test func `the sixth gift from one place waits`() async throws {
        try await WebTown.with { town in
            for nth in 0..<5 { _ = try await town.post("/give", Self.form + "&key=\(nth)") }

            let sixth = try await town.post("/give", Self.form + "&key=six")

            #expect(sixth.status == .tooManyRequests)
            #expect(try await town.announced().count == 5)
        }
    }

    @Test func `a list beyond the limit is not even read`() async throws {
        try await WebTown.with { town in
            let reply = try await town.send(
                .post,
                "/give",
                Self.multipart(list: String(repeating: "x", count: 6 << 20)),
                headers: ["content-type": "multipart/form-data; boundary=limit"]
            )

            #expect(reply.status == .contentTooLarge)
        }
    }

    private static let form =
        "donor_kind=company&name=Ateliers+du+Val&email=val%40example.org&lines.0.quantity=12"
        + "&lines.0.kind=laptop&lines.0.description=Latitude&key=form-one"

    private static func multipart(list: String) -> String {
        func field(_ name: String, _ value: String) -> String {
            "--limit\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        return field("donor_kind", "anonymous") + field("key", "form-two")
            + "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\parc.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n\(list)\r\n--limit--\r\n"
    }
}

extension WebTown {
    func announced() async throws -> [AnnouncementAnswer] {
        try await town.application.ask(ListAnnouncements(all: true), as: town.ana)
    }
}
