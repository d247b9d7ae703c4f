import Application
import Domain
import Store
import Testing
import TownSupport

/// The papers and counts of the workshop: erasure, destruction, custody, shipments, the register.
@Suite struct WorkshopPaperTests {
    private func words(_ issued: IssuedDocument, _ town: Town) async throws -> String {
        try text(ofPDF: await town.drawer().pdf(of: issued.document, as: town.ana))
    }

    private func wiped(_ serial: String, _ town: Town) async throws -> DeviceReference {
        let device = try await town.atWiping(CountedDrive(serial: serial, kind: .nvme))
        _ = try await town.application.perform(
            RecordWipe(device: device, method: .nvmeSanitize, result: .success),
            as: town.ana
        )
        return device
    }

    private func perform<C: Command>(_ command: C, _ town: Town) async throws -> C.Outcome {
        try await town.application.perform(command, as: town.ana)
    }

    @Test func `a certificate of one drive says nothing of the other`() async throws {
        try await Town.with { town in
            let device = try await town.atWiping(
                CountedDrive(serial: "NV-1", kind: .nvme),
                CountedDrive(serial: "NV-2", kind: .nvme)
            )
            for drive in ["NV-1", "NV-2"] {
                _ = try await perform(
                    RecordWipe(
                        device: device,
                        drive: drive,
                        method: .nvmeSanitize,
                        result: .success
                    ),
                    town
                )
            }

            let one = try await perform(
                IssueErasureCertificate(drive: DriveReference("NV-1")),
                town
            )
            let paper = try await words(one, town)

            #expect(paper.contains("NV-1") && !paper.contains("NV-2"))
            #expect(paper.contains(device.text))
        }
    }

    @Test func `only who read a drive back a second time is named as its second check`()
        async throws
    {
        try await Town.with { town in
            let device = try await wiped("NV-7", town)
            let certificate = IssueErasureCertificate(device: device)

            let before = try await words(try await perform(certificate, town), town)
            _ = try await town.application.perform(
                CheckWipe(wipe: 1, passed: true, tool: "hdparm"),
                as: town.dan
            )
            let after = try await words(try await perform(certificate, town), town)

            #expect(before.contains("Ana Martin, comme indiqué pour chaque support, "))
            #expect(!before.contains("Contre-vérifié") && !before.contains("Dan Petit"))
            #expect(after.contains("Dan Petit, contrôleur"))
            #expect(after.contains("Contre-vérifié par Dan Petit"))
            for words in ["Pour l'effacement", "Pour la vérification", "Notre numéro #1"] {
                #expect(before.contains(words) && after.contains(words), "\(words)")
            }
        }
    }

    @Test func `a drive that was destroyed has its certificate, one that was not has none`()
        async throws
    {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "WD-9", kind: .hdd))
            _ = try await perform(
                RemoveDrive(device: device, drive: "WD-9", destination: .destruction),
                town
            )
            let drive = DriveReference("WD-9")
            let early = await town.refusal(IssueDestructionCertificate(drive: drive))
            _ = try await perform(
                DestroyDrive(drive: drive, certificate: "broyeur 2, n° 118"),
                town
            )

            let issued = try await perform(IssueDestructionCertificate(drive: drive), town)
            let ofTheGift = try await perform(IssueDestructionCertificate(donation: 1), town)
            let paper = try await words(issued, town)

            #expect(early?.code == .nothingErased)
            #expect(ofTheGift.kind == .cde)
            for mention in [
                "Certificat de destruction", "WD-9", "broyeur 2, n° 118", device.text, "Ana Martin",
                "DESTROY", "Minoterie SAS",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    @Test func `a failed check casts doubt on the day's lot until another person reads each back`()
        async throws
    {
        try await Town.with { town in
            let shelved = try await town.shelved("S-1")
            let bench = try await wiped("S-2", town)
            let bad = try await wiped("S-3", town)
            let sample = try await town.application.ask(WipeSample(), as: town.dan)

            _ = try await town.application.perform(
                CheckWipe(wipe: 3, passed: false, tool: "hdparm"),
                as: town.dan
            )
            let lifted = await town.refusal(
                LiftFlag(device: shelved, flag: .wipeRecheck, reason: "je crois")
            )
            let whole = try await town.application.ask(WipeSample(), as: town.dan)
            let offTheShelf = try await town.application.ask(
                ShowDevice(device: shelved),
                as: town.ana
            )
            _ = try await town.application.perform(
                CheckWipe(wipe: 1, passed: true, tool: "hdparm"),
                as: town.dan
            )
            let afterwards = await town.refusal(
                LiftFlag(device: shelved, flag: .wipeRecheck, reason: "encore")
            )
            let stillUp = await town.refusal(
                LiftFlag(device: bench, flag: .wipeRecheck, reason: "encore")
            )

            #expect(sample.map(\.asked) == [1])
            #expect(sample.first?.next.count == 1)
            #expect(lifted?.code == .wipeToBeChecked)
            #expect(whole.first?.asked == 3 && whole.first?.failed == 1)
            #expect(offTheShelf.state.word == "refurbishing")
            #expect(afterwards?.code == .flagNotUp)
            #expect(stillUp?.code == .wipeToBeChecked)
            #expect(bad.text != bench.text)
        }
    }

    @Test func `a sample never holds one's own work`() async throws {
        try await Town.with { town in
            _ = try await wiped("S-1", town)
            let own = try await town.application.perform(
                GrantRole(login: "ana", role: .qaVerifier),
                as: town.dan
            )

            let drawn = try await town.application.ask(WipeSample(), as: town.ana)

            #expect(own.login == "ana")
            #expect(drawn.map(\.wipes) == [1])
            #expect(drawn.first?.next == [])
        }
    }

    @Test func `the weekly count tells what is missing and asks for a note`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(
                CountedDrive(serial: "L-1", kind: .hdd),
                CountedDrive(serial: "L-2", kind: .hdd)
            )
            _ = try await town.application.perform(AddSite(site: "Atelier"), as: town.dan)
            _ = try await town.application.perform(
                AddPlace(place: "Coffre", site: "Atelier", locked: true),
                as: town.dan
            )
            for serial in ["L-1", "L-2"] {
                _ = try await perform(
                    NoteCustody(drive: DriveReference(serial), act: .moved, place: "Coffre"),
                    town
                )
            }
            let due = try await town.application.ask(LockedPlaces(), as: town.dan)

            let silent = await town.refusal(
                CountCustody(place: "Coffre", drives: [DriveReference("L-1")])
            )
            let noted = try await perform(
                CountCustody(
                    place: "Coffre",
                    drives: [DriveReference("L-1")],
                    note: "L-2 est à l'établi"
                ),
                town
            )
            let log = try await town.application.ask(
                CustodyLog(drive: DriveReference("L-1")),
                as: town.dan
            )
            let counted = try await town.application.ask(LockedPlaces(), as: town.dan)

            #expect(due.map(\.isDue) == [true] && due.map(\.drives) == [2])
            #expect(silent?.code == .countDiffers)
            #expect(silent?.facts["missing"] == "L-2" && silent?.facts["unexpected"] == "–")
            #expect(noted.expected == 2 && noted.missing == ["L-2"] && noted.unexpected == [])
            #expect(log.last?.act == "counted" && log.last?.place == "Coffre")
            #expect(counted.map(\.isDue) == [false] && counted.map(\.differed) == [true])
        }
    }

    @Test func `screens leave under a hazardous code, with slip, weight and acknowledgement`()
        async throws
    {
        try await Town.atTheCounter { town in
            let screens = try await town.onTheShelf(2, kind: .monitor)
            for screen in screens {
                try await town.step(screen, "set_for_disposal", reason: "dalle cassée")
            }
            let codeless = await town.refusal(
                PrepareShipment(
                    route: .hazardousBsd,
                    stream: "écrans",
                    carrier: "Vasseur",
                    destination: "Recyclage du Nord"
                )
            )
            let harmless = try await shipment("16 02 14", town)
            let misplaced = await town.refusal(
                DisposeDevices(devices: screens, shipment: harmless)
            )
            let withoutCode = try await perform(
                PrepareShipment(
                    route: .recycler,
                    stream: "écrans",
                    carrier: "Vasseur",
                    destination: "Recyclage du Nord"
                ),
                town
            ).shipment
            _ = try await perform(Ship(shipment: withoutCode, slip: "BSD-6"), town)
            let unnamed = await town.refusal(
                DisposeDevices(devices: screens, shipment: withoutCode)
            )
            let shipment = try await shipment("16 02 13*", town)
            let empty = await town.refusal(IssueManifest(shipment: shipment))
            _ = try await perform(DisposeDevices(devices: screens, shipment: shipment), town)
            _ = try await perform(
                AcknowledgeShipment(shipment: shipment, treatment: "R4 n° 77", weightGrams: 9_900),
                town
            )

            let manifest = try await perform(IssueManifest(shipment: shipment), town)
            let listed = try await town.application.ask(ListShipments(), as: town.ana)
            let paper = try await words(manifest, town)

            #expect(codeless?.code == .wasteCodeMissing)
            #expect(misplaced?.code == .wasteCodeNotForKind)
            #expect(unnamed?.code == .wasteCodeNotForKind)
            #expect(empty?.code == .shipmentEmpty)
            #expect(listed.rows.first?.devices == 2 && listed.rows.first?.grams == 9_900)
            for mention in [
                "Bordereau d'enlèvement", "16 02 13* (dangereux)", "Vasseur", "Recyclage du Nord",
                "BSD-7", "9,9 kg (pesé)", "R4 n° 77", "sans support", screens[0].text,
                screens[1].text,
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    private func shipment(_ code: String, _ town: Town) async throws -> Int64 {
        let prepared = try await perform(
            PrepareShipment(
                route: .recycler,
                stream: "écrans",
                wasteCode: code,
                carrier: "Vasseur",
                destination: "Recyclage du Nord"
            ),
            town
        )
        _ = try await perform(Ship(shipment: prepared.shipment, slip: "BSD-7"), town)
        return prepared.shipment
    }

    @Test func `the register is printed for its keeper, and a closed year takes no line`()
        async throws
    {
        try await Town.with { town in
            let person = try await town.donor(.individual, name: "Rose Delorme")
            _ = try await town.gift(from: person, [GivenLine(kind: .laptop, quantity: 1)])
            let running = try await town.today().year

            let register = try await perform(IssueRegister(), town)
            let open = await town.refusal(CloseRegister(year: Int16(running)))
            let closed = try await perform(CloseRegister(year: Int16(running - 1)), town)
            let twice = await town.refusal(CloseRegister(year: Int16(running - 1)))
            let paper = try await words(register, town)

            #expect(closed.lines == 0)
            #expect(open?.code == .periodNotOver)
            #expect(twice?.code == .registerClosed)
            for mention in [
                "Registre des objets mobiliers", "321-7", "Delorme", "Stalingrad", "Bernard",
                "ordinateur", "titre gratuit",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
            await #expect(throws: PaperFailure.self) {
                _ = try await town.drawer().pdf(of: register.document, as: town.bea)
            }
        }
    }

    @Test func `a register extract is replaced by its keeper's own, which says so`() async throws {
        try await Town.with { town in
            let person = try await town.donor(.individual, name: "Rose Delorme")
            _ = try await town.gift(from: person, [GivenLine(kind: .laptop, quantity: 1)])
            let first = try await perform(IssueRegister(), town)
            _ = try await town.gift(from: person, [GivenLine(kind: .desktopTower, quantity: 1)])

            let second = try await perform(
                ReplaceDocument(document: first.document, reason: "une ligne de plus"),
                town
            )
            let paper = try await words(second, town)

            #expect(second.replaces == first.document)
            #expect(paper.contains("Annule et remplace le document n° \(first.document)"))
            #expect(paper.contains("ordinateur portable"))
            #expect(paper.contains("unité centrale"))
        }
    }
}
