import Application
import Domain
import Importing
import Testing
import TownSupport

/// Two lists of one donation, one after the other: which rows are one machine.
@Suite struct IdentityImportTests {
    private struct Pair: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let first: String
        let second: String
        let expected: String

        init(_ name: String, _ first: String, _ second: String, _ expected: String) {
            (self.testDescription, self.first, self.second) = (name, first, second)
            self.expected = expected
        }
    }

    private static let pairs = [
        Pair(
            "a serial number is added to the donor's number",
            "N° inventaire;Type;Modèle;N° de série\nK-1;Portable;Latitude 5400;\n",
            "N° inventaire;Type;Modèle;N° de série\nK-1;Portable;Latitude 5400;KA00001\n",
            "update 1"
        ),
        Pair(
            "the donor's number with another serial number is for a person",
            "N° inventaire;Type;Marque;N° de série\nU-2;Portable;HP;5CG9106AAB\n",
            "N° inventaire;Type;Marque;N° de série\nU-2;Portable;HP;5CG9106A8B\n",
            "doubtful 1"
        ),
        Pair(
            "a maker has more than one name",
            "Type;Marque;N° de série\nPortable;HP;KB00001\nPortable;HP Inc.;KB00002\n",
            "Type;Marque;N° de série\nPortable;Hewlett-Packard;KB00001\nPortable;HP;KB00002\n",
            "update 2"
        ),
        Pair(
            "one serial number of two makers is two machines",
            "Type;Marque;N° de série\nPortable;HP;KC00002\n",
            "Type;Marque;N° de série\nPortable;HP;KC00002\nPortable;Dell;KC00002\n",
            "create 1, same 1"
        ),
        Pair(
            "an address of the network and a drive are added",
            "Type;Marque;N° de série\nPortable;Acer;KJ00001\n",
            "Type;Marque;N° de série;Adresse MAC;N° de série disque\n"
                + "Portable;Acer;KJ00001;54:BF:64:0A:02:03;S3XKJ00001\n",
            "update 1"
        ),
        Pair(
            "two lists that only number their rows",
            "N° inventaire;Type;Modèle\n1;Portable;Latitude 5400\n",
            "N° inventaire;Type;Modèle\n1;Écran;P2419H\n",
            "doubtful 1"
        ),
    ]

    @Test(arguments: pairs)
    private func `a row finds its machine`(_ pair: Pair) async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            _ = try await town.importing(pair.first, into: donation)

            let outcome = try await town.importing(pair.second, into: donation)
            let again = try await town.importing(pair.second + "\n", into: donation)

            #expect(outcome.report.counts.told == pair.expected)
            #expect(again.report.counts.create == 0)
            #expect(again.report.counts.update == 0)
        }
    }

    @Test(arguments: [
        ("Type;Marque;N° de série\nPortable;HP;KC00001\nPortable;;KC00001\n", "KC00001"),
        ("Type;IMEI\nSmartphone;490154203237518\nSmartphone;490154203237518\n", "490154203237518"),
        (
            "Type;Marque;N° de série;N° de série disque\n"
                + "Portable;Acer;KL00001;S3XKL00001\nPortable;Acer;KL00002;S3XKL00001\n",
            "S3XKL00001"
        ),
    ])
    func `what two rows of one file cannot share is told with its place`(
        _ list: String,
        _ value: String
    ) async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let outcome = try await town.importing(list, into: donation)

            #expect(outcome.ending == .refused)
            #expect(outcome.report.errors.map(\.line) == [3])
            #expect(outcome.report.errors.map(\.value) == [value])
            #expect(outcome.report.errors.map(\.problem) == [.repeated])
        }
    }

    @Test func `a machine that is worked on is not described anew, only filled`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let list = "Type;Marque;Modèle;N° de série;RAM\nPortable;Dell;;KM00009;8 Go\n"
            _ = try await town.importing(list, into: donation)
            let device = DeviceReference("KM00009")
            try await town.step(device, "triage")
            _ = try await town.application.perform(
                CountDrives(device: device, drives: [CountedDrive(serial: "D-9", kind: .ssd)]),
                as: town.ana
            )
            try await town.step(device, "send_to_wipe")

            let outcome = try await town.importing(
                "Type;Marque;Modèle;N° de série;RAM\nTour;Dell;OptiPlex 3050;KM00009;16 Go\n",
                into: donation
            )

            #expect(outcome.report.counts.told == "update 1")
            #expect(
                try await town.column(
                    "SELECT concat_ws(' ', kind, model, ram_mb) FROM core.device"
                ) == ["laptop OptiPlex 3050 8192"]
            )
        }
    }

    @Test func `the list that announced machines receives them as well`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let list = "Type;Marque;N° de série\nPortable;Acer;KM00001\nPortable;Acer;KM00002\n"
            _ = try await town.importing(list, into: donation, step: "announce")

            let came = try await town.importing(list, into: donation)
            let again = try await town.importing(list, into: donation)

            #expect(came.report.counts.told == "update 2")
            #expect(again.ending == .already)
            #expect(
                try await town.column("SELECT DISTINCT state FROM core.device") == ["received"]
            )
        }
    }
}

extension ImportReport.Counts {
    /// What became of rows, without what did not occur: "create 1, same 1".
    fileprivate var told: String {
        let all = [
            ("create", create), ("update", update), ("same", same), ("again", again),
            ("doubtful", doubtful), ("error", error),
        ]
        return all.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}
