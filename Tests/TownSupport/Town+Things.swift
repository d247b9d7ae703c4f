public import Application
import Cluster
import Domain
import Postgres
public import Store
import TestSupport

/// One of everything that has a page, and how it is named in an address.
public struct Things: Sendable {
    public var login: String
    public var donor: String
    public var donation: String
    public var device: String
    public var drive: String
    public var application: String
    public var voucher: String
    public var document: String
    public var sale: String

    /// As a field of this name takes it; nil for a field that names no such thing.
    public subscript(field: String) -> String? {
        switch field {
        case "login": login
        case "donor", "into": donor
        case "donation": donation
        case "device", "devices": device
        case "drive", "drives": drive
        case "application": application
        case "voucher": voucher
        case "document": document
        case "sale": sale
        default: nil
        }
    }

    /// Well formed, and nowhere.
    public static let absent = Things(
        login: "nobody.here",
        donor: "987654321",
        donation: "987654321",
        device: DeviceReference(number: 987_654_321).text,
        drive: "#987654321",
        application: "987654321",
        voucher: (try? LabelCode(.voucher, drawn: [UInt8](repeating: 7, count: 10)))?.text ?? "",
        document: "BON-2020-987654",
        sale: "987654321"
    )
}

/// Who makes the things of an organisation.
public struct Makers: Sendable {
    /// Holds every role of the workshop and the counter.
    public let chief: Speaker
    /// Of the social services.
    public let agent: Speaker
    public let administrator: Speaker
    let login: String
}

extension Town {
    public var makers: Makers { Makers(chief: ana, agent: bea, administrator: dan, login: "ana") }

    /// Founds a second organisation in the same database.
    public func neighbour() async throws -> Makers {
        let founding = Founding(
            organisation: 2,
            name: "La Ressourcerie d'en face",
            address: ["1 rue d'en face", "92240 Malakoff"],
            founders: [
                .init(login: "nora", name: "Nora Voisin", roles: Self.workshop),
                .init(login: "nils", name: "Nils Voisin", roles: [.socialAgent, .socialApprover]),
                .init(login: "nino", name: "Nino Voisin", roles: [.admin]),
            ]
        )
        let owner = try await database.connect(as: .owner)
        _ = try await founding.found(in: owner, key: secrets.signing, now: 4_000_000_000)
        let main = try await database.connect(as: .main)
        let numbers = try await PersonStore.logins(of: 2, in: main)
        await owner.close()
        await main.close()
        func speaker(_ login: String) -> Speaker {
            Speaker(organisation: 2, person: numbers[login] ?? 0)
        }
        return Makers(
            chief: speaker("nora"),
            agent: speaker("nils"),
            administrator: speaker("nino"),
            login: "nora"
        )
    }

    private static let workshop: [Role] = [
        .intake, .technician, .wipeOperator, .grader, .shop, .receiptIssuer, .accountant,
        .registerKeeper,
    ]

    /// Makes one of everything, in a house where the demonstration's rules are in force.
    public func things(
        by makers: Makers,
        adult: EnterApplication.Adult,
        quotient: Int
    ) async throws -> Things {
        let donor = try await application.perform(
            AddDonor(kind: .company, name: "Fonderie & Fils"),
            as: makers.chief
        ).donor
        let donation = try await application.perform(
            AnnounceDonation(donor: donor, lines: [GivenLine(kind: .laptop, quantity: 2)]),
            as: makers.chief
        ).donation
        _ = try await application.perform(
            ReceiveDonation(donation: donation, handedOverBy: "Luc Bernard"),
            as: makers.chief
        )
        let devices = try await devices(of: donation, by: makers.chief)
        let (number, voucher) = try await family(adult, quotient, by: makers.agent)
        let paper = try await application.perform(
            IssueVoucherPaper(voucher: voucher),
            as: makers.agent
        )
        let sale = try await sale(of: devices[1], on: voucher, by: makers.chief)
        let drive = try await drive(of: devices[0], by: makers.chief)
        return Things(
            login: makers.login,
            donor: String(donor),
            donation: String(donation),
            device: devices[0].text,
            drive: drive,
            application: String(number),
            voucher: voucher,
            document: paper.document,
            sale: String(sale)
        )
    }

    /// One with a drive on the bench, and one on the shelf.
    private func devices(of donation: Int64, by chief: Speaker) async throws -> [DeviceReference] {
        let devices = try await application.perform(
            AddDevices(donation: donation, kind: .laptop, count: 2),
            as: chief
        ).devices.map { DeviceReference($0) }
        for (device, drives) in zip(
            devices,
            [[CountedDrive(serial: "D-\(donation)", kind: .ssd)], []]
        ) {
            _ = try await application.perform(TakeStep(device: device, step: "triage"), as: chief)
            _ = try await application.perform(
                CountDrives(device: device, drives: drives),
                as: chief
            )
        }
        let device = devices[1]
        _ = try await application.perform(TakeStep(device: device, step: "start_test"), as: chief)
        _ = try await application.perform(
            RecordTests(device: device, results: [], othersPass: true),
            as: chief
        )
        _ = try await application.perform(
            GradeDevice(device: device, cosmetic: .lightMarks, batteryPercent: 90),
            as: chief
        )
        _ = try await application.perform(ShelveDevice(device: device), as: chief)
        return devices
    }

    private func family(
        _ adult: EnterApplication.Adult,
        _ quotient: Int,
        by agent: Speaker
    ) async throws -> (application: Int64, voucher: String) {
        let number = try await application.perform(
            EnterApplication(persons: 1, adults: [adult], kinds: [.laptop]),
            as: agent
        ).application
        _ = try await application.perform(
            NoteProof(
                application: number,
                proof: .familyFundsCertificate,
                datedOn: try await today()
            ),
            as: agent
        )
        _ = try await application.perform(
            SetEvidence(application: number, official: .init(quotient: quotient)),
            as: agent
        )
        let decided = try await application.perform(
            DecideApplication(application: number),
            as: agent
        )
        return (number, decided.voucher ?? "")
    }

    private func sale(
        of device: DeviceReference,
        on voucher: String,
        by chief: Speaker
    ) async throws -> Int64 {
        let reference = VoucherReference(voucher)
        let price = try await application.ask(
            QuotePrice(voucher: reference, device: device),
            as: chief
        ).priceCents
        return try await application.perform(
            SellDevice(
                voucher: reference,
                device: device,
                expectedCents: price,
                payments: price == 0 ? [] : [Tender(.card, cents: price)]
            ),
            as: chief
        ).sale
    }

    /// The number of the only drive of a device.
    private func drive(of device: DeviceReference, by chief: Speaker) async throws -> String {
        let answer = try await application.ask(
            named: "show-device",
            Array(#"{"device":"\#(device.text)"}"#.utf8),
            as: chief
        )
        guard let drive = JSONValue(bytes: answer)["drives"].elements.first else { return "" }
        return "#" + drive["drive"].line(in: .en)
    }
}
