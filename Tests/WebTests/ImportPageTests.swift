import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite(.serialized) struct ImportPageTests {
    private let list = "Marque\tModèle\tN° de série\tType\nDell\tLatitude 7490\tAB12CD3\tportable\n"

    @Test func `a pasted list is looked at first, then imported`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let donation = try await town.town.donation()
            let path = "/donations/\(donation)/files"

            let looked = try await town.send(path, "", ["list": list, "do": "look"], as: ana)
            let before = try await town.get("/donations/\(donation)", cookie: ana)
            let imported = try await town.send(path, "", ["list": list, "do": "import"], as: ana)
            let after = try await town.get("/donations/\(donation)", cookie: ana)

            #expect(looked.status == .ok)
            #expect(imported.status == .ok)
            #expect(!before.text.contains("AB12CD3"))
            #expect(after.text.contains("AB12CD3"))
        }
    }

    @Test func `a file is imported as a pasted list is`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let donation = try await town.town.donation()
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nimport\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"csrf\"\r\n\r\n\(try await town.formToken(ana))\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"../../l.tsv\"\r\n\r\n\(list)\r\n--b--\r\n"

            let reply = try await town.post(
                "/donations/\(donation)/files",
                body,
                cookie: ana,
                headers: [
                    "content-type": "multipart/form-data; boundary=b"
                ]
            )
            let after = try await town.get("/donations/\(donation)", cookie: ana)

            #expect(reply.status == .ok)
            #expect(after.text.contains("AB12CD3"))
        }
    }

    @Test func `nothing to read is said, and others may not import`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let dan = try await town.signIn("dan")
            let donation = try await town.town.donation()

            let empty = try await town.send(
                "/donations/\(donation)/files",
                "",
                ["list": "", "do": "look"],
                as: ana
            )

            #expect(empty.status == .badRequest)
            #expect(empty.text.contains("role=\"alert\""))
            #expect(
                try await town.get("/donations/\(donation)/import", cookie: dan).status
                    == .forbidden
            )
        }
    }
}
