import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite(.serialized) struct DevicePageTests {
    @Test func `a machine is taken from triage to the shelf on its own page`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.arrived()[0].text
            let path = "/devices/\(device)"
            let steps: [(String, [String: String])] = [
                ("take-step", ["step": "triage"]),
                ("count-drives", ["drives.0.serial": "S-1", "drives.0.kind": "nvme"]),
                ("take-step", ["step": "send_to_wipe"]),
                (
                    "record-wipe",
                    ["method": "nvme_sanitize", "result": "success", "verification": "all"]
                ),
                ("take-step", ["step": "start_test"]),
                ("record-tests", ["results": "[]", "others_pass": "true"]),
                ("grade-device", ["cosmetic": "light_marks", "battery_percent": "90"]),
                ("shelve-device", [:]),
            ]

            for (command, fields) in steps {
                let reply = try await town.send(
                    path,
                    command,
                    fields.merging(["device": device]) { given, _ in given },
                    as: ana
                )
                #expect(reply.location == "\(path)?done=\(command)", "\(command) \(reply.status)")
            }
            let page = try await town.get(path, cookie: ana, headers: ["accept-language": "en"])

            #expect(page.text.contains("data-state=\"in_stock\""))
            #expect(page.text.contains("nvme") || page.text.contains("NVMe"))
        }
    }

    @Test func `what is refused is said on the page, which stays`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.arrived()[0].text

            let reply = try await town.send(
                "/devices/\(device)",
                "take-step",
                ["device": device, "step": "shelve"],
                as: ana
            )

            #expect(reply.status == .conflict)
            #expect(reply.text.contains("role=\"alert\""))
            #expect(reply.text.contains("data-state=\"received\""))
        }
    }

    @Test func `a step that leaves the usual way asks for its reason`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.arrived()[0].text

            let page = try await town.get("/devices/\(device)", cookie: ana)
            let without = try await town.send(
                "/devices/\(device)",
                "take-step",
                ["device": device, "step": "quarantine"],
                as: ana
            )
            let with = try await town.send(
                "/devices/\(device)",
                "take-step",
                ["device": device, "step": "quarantine", "reason": "odeur de brûlé"],
                as: ana
            )

            #expect(page.text.contains("name=\"reason\" required"))
            #expect(without.status == .conflict)
            #expect(with.status == .seeOther)
            #expect(
                try await town.get("/devices/\(device)", cookie: ana).text.contains(
                    "odeur de brûlé"
                )
            )
        }
    }

    @Test func `who may only look finds no button`() async throws {
        try await WebTown.with { town in
            let dan = try await town.signIn("dan")
            let bea = try await town.signIn("bea")
            let device = try await town.town.arrived()[0].text

            let page = try await town.get("/devices/\(device)", cookie: dan)

            #expect(page.status == .ok)
            #expect(!page.text.contains("value=\"take-step\""))
            #expect(try await town.get("/devices/\(device)", cookie: bea).status == .forbidden)
            let tried = try await town.send(
                "/devices/\(device)",
                "take-step",
                ["device": device, "step": "triage"],
                as: dan
            )
            #expect(tried.status == .forbidden)
        }
    }

    @Test func `a flag is raised, blocks, and is lifted with a reason`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.arrived()[0].text
            let path = "/devices/\(device)"

            _ = try await town.send(
                path,
                "raise-flag",
                ["device": device, "flag": "bios_password", "note": "mot de passe inconnu"],
                as: ana
            )
            let blocked = try await town.get(path, cookie: ana)
            _ = try await town.send(
                path,
                "lift-flag",
                ["device": device, "flag": "bios_password", "reason": "réinitialisé"],
                as: ana
            )
            let free = try await town.get(path, cookie: ana)

            #expect(blocked.text.contains("class=\"state far blocked\""))
            #expect(blocked.text.contains("mot de passe inconnu"))
            #expect(free.text.contains("class=\"state far\""))
        }
    }

    @Test func `a page performs only the commands it has forms for`() async throws {
        try await WebTown.with { town in
            let dan = try await town.signIn("dan")
            let device = try await town.town.arrived()[0].text

            let reply = try await town.send(
                "/devices/\(device)",
                "grant-role",
                ["login": "ana", "role": "admin"],
                as: dan
            )

            #expect(reply.status == .badRequest)
        }
    }

    @Test func `a drive's page says its attempts, why they prove nothing, and its custody`()
        async throws
    {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.atWiping(CountedDrive(serial: "HD-9", kind: .hdd))
            _ = try await town.town.application.perform(
                RecordWipe(device: device, method: .overwrite1, result: .failed),
                as: town.town.ana
            )

            let page = try await town.get("/drives/HD-9", cookie: ana)

            #expect(page.text.contains("effacement n&#39;a pas été relu"))
            #expect(page.text.contains("effacement fini"))
            #expect(page.text.contains("noté à la main"))
            #expect(page.text.contains("href=\"/devices/\(device.text)\""))
            #expect(!page.text.contains("not_erased"))
            #expect(!page.text.contains("wipe_end"))
            #expect(!page.text.contains("not accepted"))
            #expect(!page.text.contains("{\""))
        }
    }
}
