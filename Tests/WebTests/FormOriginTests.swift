import Application
import Domain
import FoundationEssentials
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// Two people correct one machine: nobody undoes unseen what the other wrote.
@Suite struct FormOriginTests {
    @Test func `what a colleague corrected meanwhile is told, and not undone by sending again`()
        async throws
    {
        try await WebTown.with { town in
            let device = try await town.town.arrived()[0]
            try await town.describe(device) { $0.serial = "OLD-1" }
            let cookie = try await town.signIn("ana")
            let path = "/do/describe-device?device=\(device.text)"
            var older = try await town.get(path, cookie: cookie).boxes
            try await town.describe(device) { $0.serial = "NEW-1" }

            older["os"] = "Debian 13"
            let refused = try await town.send("/do/describe-device", older, as: cookie)
            let again = try await town.send("/do/describe-device", refused.boxes, as: cookie)

            #expect(refused.status == .preconditionFailed)
            #expect(refused.boxes["serial"] == "NEW-1")
            #expect(refused.boxes["os"] == "Debian 13")
            #expect(again.status == .ok)
            let sheet = try await town.sheet(device, cookie)
            #expect(sheet["serial"] == "NEW-1")
            #expect(sheet["os"] == "Debian 13")
        }
    }

    @Test func `a form that is refused for a value still knows what it started from`() async throws
    {
        try await WebTown.with { town in
            let device = try await town.town.arrived()[0]
            try await town.describe(device) { $0.serial = "OLD-1" }
            let cookie = try await town.signIn("ana")
            let path = "/do/describe-device?device=\(device.text)"
            var boxes = try await town.get(path, cookie: cookie).boxes

            boxes["ram_mb"] = "much"
            let refused = try await town.send("/do/describe-device", boxes, as: cookie)

            #expect(refused.status == .badRequest)
            #expect(refused.boxes["was.serial"] == "OLD-1")
            #expect(refused.boxes["if_match"] == boxes["if_match"])
        }
    }

    @Test func `the machine of a sheet is fixed, and another one is not written over`() async throws
    {
        try await WebTown.with { town in
            let devices = try await town.town.arrived(2)
            try await town.describe(devices[0]) { $0.serial = "ONE-1" }
            let cookie = try await town.signIn("ana")
            let path = "/do/describe-device?device=\(devices[0].text)"
            let page = try await town.get(path, cookie: cookie)

            var boxes = page.boxes
            boxes["device"] = devices[1].text
            boxes["os"] = "Debian 13"
            let sent = try await town.send("/do/describe-device", boxes, as: cookie)

            #expect(page.text.contains(/name="device" value="M-[^"]*"[^>]* readonly/))
            #expect(sent.status == .preconditionFailed)
            #expect(try await town.sheet(devices[1], cookie)["serial"] == .null)
        }
    }

    @Test func `a form that names no machine yet lets one be written`() async throws {
        try await WebTown.with { town in
            let device = try await town.town.arrived()[0]
            let cookie = try await town.signIn("ana")
            let page = try await town.get("/do/describe-device", cookie: cookie)

            var boxes = page.boxes
            boxes["device"] = device.text
            boxes["os"] = "Debian 13"
            let sent = try await town.send("/do/describe-device", boxes, as: cookie)

            #expect(!page.text.contains("readonly"))
            #expect(sent.status == .ok)
        }
    }

    @Test(arguments: ["999999999999", "99999999999999999999"])
    func `a number that is too large names its box, and the form is kept`(
        number: String
    ) async throws {
        try await WebTown.with { town in
            let device = try await town.town.arrived()[0]
            let cookie = try await town.signIn("ana")
            let fields = ["device": device.text, "storage_gb": number, "os": "Debian 13"]

            let sent = try await town.send("/do/describe-device", fields, as: cookie)

            #expect(sent.status == .badRequest)
            #expect(sent.text.contains("storage_gb"))
            #expect(sent.text.contains("value=\"Debian 13\""))
        }
    }
}

extension WebTown {
    fileprivate func describe(
        _ device: DeviceReference,
        _ told: (inout DescribeDevice) -> Void
    ) async throws {
        var command = DescribeDevice(device: device)
        told(&command)
        _ = try await town.application.perform(command, as: town.ana)
    }

    fileprivate func sheet(_ device: DeviceReference, _ cookie: String) async throws -> JSONValue {
        let reply = try await get(
            "/api/v1/questions/show-device?device=\(device.text)",
            headers: try await key("ana")
        )
        return JSONValue(bytes: Array(reply.text.utf8))["sheet"]
    }

    fileprivate func send(
        _ path: String,
        _ boxes: [String: String],
        as cookie: String
    ) async throws -> Answer {
        try await send(path, "", boxes, as: cookie)
    }
}

extension WebTown.Answer {
    /// What the form of a command holds, by the names of its inputs.
    var boxes: [String: String] {
        let form = text.components(separatedBy: "action=\"/do/").dropFirst().first ?? ""
        let inputs = (form.components(separatedBy: "</form>").first ?? "")
            .matches(of: /<input[^>]*name="([^"]*)" value="([^"]*)"/)
        return Dictionary(inputs.map { (String($0.output.1), String($0.output.2)) }) { $1 }
    }
}
