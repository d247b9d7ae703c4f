import Application
import Cluster
import Domain
import Postgres
import Store
import Testing
import TestSupport
import TownSupport

@Suite struct ErasureCertificateTests {
    /// Two laptops of a gift at the wipe bench, by their numbers.
    private func machines(of town: Town, _ donation: Int64) async throws -> [Int64] {
        let db = try await town.database.connect(as: .main)
        let numbers = try await db.speaking(as: town) {
            @Sendable (db: isolated Connection) throws(PostgresError) -> [Int64] in
            var numbers: [Int64] = []
            for row in try db.rows(
                """
                SELECT core.add_devices(\(donation), 'laptop', 2, 'receive', 'Dell', 'Latitude 5400', NULL) AS device
                """
            ) {
                numbers.append(try row.decode("device"))
            }
            return numbers
        }
        await db.close()
        return numbers
    }

    private func count(_ serials: [String], in device: Int64, of town: Town) async throws {
        let drives = serials.map {
            #"{"serial":"\#($0)","serial_key":"\#($0)","media_kind":"hdd","capacity_gb":500}"#
        }
        let json = "[" + drives.joined(separator: ",") + "]"
        let db = try await town.database.connect(as: .main)
        _ = try await db.speaking(as: town) {
            @Sendable (db: isolated Connection) throws(PostgresError) -> Int in
            try db.execute("SELECT core.count_drives(\(device), \(json)::jsonb)")
        }
        await db.close()
    }

    private func wipe(
        _ slot: Int32,
        of device: Int64,
        _ serial: String,
        _ town: Town,
        by tool: String = #""nwipe","tool":"nwipe","tool_version":"0.37""#,
        verified: String = "all"
    ) async throws {
        let report = """
            {"method":"ata_secure_erase","source":\(tool),"result":"success","reported_serial":"\(serial)",\
            "rounds_done":1,"rounds_asked":1,"verified":"\(verified)","hidden_sectors":"none"}
            """
        let db = try await town.database.connect(as: .main)
        _ = try await db.speaking(as: town) {
            @Sendable (db: isolated Connection) throws(PostgresError) -> Int in
            try db.execute(
                """
                SELECT core.record_wipes(ARRAY[\(device)], ARRAY[\(slot)], ARRAY[\(report)::jsonb], ARRAY[true], ARRAY['[]'::jsonb],
                       ARRAY[sha256(\(Array(serial.utf8)))], ARRAY[\(Array(serial.utf8))], ARRAY['text/plain'])
                """
            )
        }
        await db.close()
    }

    @Test func `it lists the proof of every drive, and waits for the last one`() async throws {
        try await Town.with { town in
            let donation = try await town.gift(
                from: try await town.donor(.company),
                [GivenLine(kind: .laptop, quantity: 2)]
            )
            let devices = try await machines(of: town, donation)
            let uncounted = try await town.refusal {
                _ = try await town.application.perform(
                    IssueErasureCertificate(device: DeviceReference(number: devices[0])),
                    as: town.ana
                )
            }
            try await count(["WD-A1", "WD-A2"], in: devices[0], of: town)
            try await count(["WD-B1"], in: devices[1], of: town)
            try await wipe(1, of: devices[0], "WD-A1", town)
            let half = try await town.refusal {
                _ = try await town.application.perform(
                    IssueErasureCertificate(donation: donation),
                    as: town.ana
                )
            }
            try await wipe(2, of: devices[0], "WD-A2", town)
            let one = try await town.application.perform(
                IssueErasureCertificate(device: DeviceReference(number: devices[0])),
                as: town.ana
            )
            try await wipe(1, of: devices[1], "WD-B1", town)
            let all = try await town.application.perform(
                IssueErasureCertificate(donation: donation),
                as: town.ana
            )

            let paperOfOne = try text(
                ofPDF: await town.drawer().pdf(of: one.document, as: town.ana)
            )
            let paperOfAll = try text(
                ofPDF: await town.drawer().pdf(of: all.document, as: town.ana)
            )

            #expect(uncounted?.code == .drivesNotCounted)
            #expect(half?.code == .driveNotCleared)
            #expect(half?.facts["drive"] == "WD-A2")
            for serial in ["WD-A1", "WD-A2"] {
                #expect(paperOfOne.contains(serial) && paperOfAll.contains(serial))
            }
            #expect(!paperOfOne.contains("WD-B1"))
            #expect(paperOfAll.contains("WD-B1"))
            for words in ["ATA Secure Erase", "nwipe 0.37", "WIPE-2026-1", "toutes les passes"] {
                #expect(paperOfOne.contains(words), "\(words)")
            }
        }
    }

    /// What a tool told of the verification, and how the certificate sums it up.
    struct Verification: Sendable {
        let tool: String
        let verified: String
        let isReadBack: Bool
    }

    private static let nwipe = #""nwipe","tool":"nwipe","tool_version":"0.37""#

    @Test(
        arguments: [
            Verification(tool: nwipe, verified: "last", isReadBack: true),
            Verification(tool: nwipe, verified: "sample", isReadBack: true),
            Verification(tool: nwipe, verified: "device", isReadBack: false),
            Verification(tool: #""by_hand""#, verified: "all", isReadBack: false),
        ],
        [
            (Language.fr, "relecture par l'outil", "comme indiqué pour chaque support"),
            (Language.en, "read back by the operator's tool", "as stated for each medium"),
        ]
    )
    func `it says that a tool read back only where one did`(
        _ said: Verification,
        _ words: (language: Language, readBack: String, neutral: String)
    ) async throws {
        try await Town.with { town in
            let donor = try await town.donor(.company, language: words.language)
            let donation = try await town.gift(from: donor, [GivenLine(kind: .laptop, quantity: 2)])
            let devices = try await machines(of: town, donation)
            for (device, serial) in zip(devices, ["WD-A1", "WD-B1"]) {
                try await count([serial], in: device, of: town)
            }
            try await wipe(1, of: devices[0], "WD-A1", town)
            try await wipe(1, of: devices[1], "WD-B1", town, by: said.tool, verified: said.verified)
            let issued = try await town.application.perform(
                IssueErasureCertificate(donation: donation),
                as: town.ana
            )

            let paper = try text(ofPDF: await town.drawer().pdf(of: issued.document, as: town.ana))

            #expect(paper.contains(words.readBack) == said.isReadBack)
            #expect(paper.contains(words.neutral) != said.isReadBack)
        }
    }
}
