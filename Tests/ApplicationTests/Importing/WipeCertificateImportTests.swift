import Application
import Domain
import TestSupport
import Testing
import TownSupport

@Suite struct WipeCertificateImportTests {
    @Test func `a certificate of nwipe proves the drive that it names, once`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W62ABCDE", kind: .hdd))
            let paper = ZIPFile(texts: [("a.pdf", NwipePaper(serial: "W62ABCDE").pdf)])

            let first = try await town.importing(paper)
            let second = try await town.importing(paper)

            #expect(first.files.flatMap(\.drives).map(\.verdict) == [.accepted])
            #expect(first.files.flatMap(\.drives).map(\.state) == ["wiped"])
            #expect(second.files.flatMap(\.drives).map(\.verdict) == [.same])
            #expect(
                try await town.count("evidence_file WHERE media_type = 'application/pdf'") == 1
            )
        }
    }

    @Test(arguments: [
        (NwipePaper(serial: "W62ABCDE", status: "FAILED"), "not_erased"),
        (NwipePaper(serial: "W62ABCDE", errors: "3/0/0"), "pass_errors"),
        (NwipePaper(serial: "W62ABCDE", hiddenSectors: "Hidden sectors found!"), "hidden_sectors"),
    ]) func `a certificate is judged by its figures`(_ paper: NwipePaper, _ reason: String)
        async throws
    {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W62ABCDE", kind: .hdd))

            let outcome = try await town.importing(ZIPFile(texts: [("a.pdf", paper.pdf)]))

            let line = try #require(outcome.files.flatMap(\.drives).first)
            #expect(line.verdict == .refused)
            #expect(line.reasons.map(\.code).contains(reason))
        }
    }

    @Test func `several certificates in one file are judged one by one`() async throws {
        try await Town.with { town in
            for serial in ["W-1", "W-2", "W-3"] {
                _ = try await town.atWiping(CountedDrive(serial: serial, kind: .hdd))
            }
            let paper = ZIPFile(texts: [
                (
                    "all.pdf",
                    NwipePaper.bound([
                        NwipePaper(serial: "W-1"), NwipePaper(serial: "W-2", status: "FAILED"),
                        NwipePaper(serial: "W-3"),
                    ])
                )
            ])

            let first = try await town.importing(paper)
            let second = try await town.importing(paper)

            #expect(first.files.count == 1)
            #expect(first.files[0].drives.map(\.serial) == ["W-1", "W-2", "W-3"])
            #expect(first.files[0].drives.map(\.verdict) == [.accepted, .refused, .accepted])
            #expect(second.files[0].drives.map(\.verdict) == [.same, .same, .same])
            #expect(try await town.count("evidence_file") == 1)
        }
    }

    @Test func `what anybody can write on a certificate is not read`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "OURS", kind: .hdd))
            let paper = NwipePaper(serial: "OTHER", business: "Serial: OURS")

            let outcome = try await town.importing(ZIPFile(texts: [("a.pdf", paper.pdf)]))

            let line = try #require(outcome.files.flatMap(\.drives).first)
            #expect([line.serial, line.device] == ["OTHER", nil])
            #expect(line.verdict == .beside)
        }
    }

    @Test func `a PDF that is no certificate is refused by what it is`() async throws {
        try await Town.with { town in
            let letter = NwipePaper.page([(60, 700, 12, "Bonjour")])
            let cut = String(NwipePaper(serial: "W").pdf.prefix(400))
            let papers = ZIPFile(texts: [
                ("a.pdf", letter), ("b.pdf", "%PDF-1.7\n" + String(repeating: "x", count: 99)),
                ("c.pdf", cut),
            ])

            let outcome = try await town.importing(papers)

            #expect(outcome.ending == .refused)
            #expect(outcome.files[0].refusal?.code == "pdf_no_certificate")
            #expect(outcome.files[1].refusal?.code == "pdf_unreadable")
            #expect(outcome.files[2].refusal?.code.hasPrefix("pdf_") == true)
        }
    }
}

extension Town {
    fileprivate func importing(_ packed: borrowing ZIPFile) async throws -> WipeImport.Outcome {
        try await application.importWipes(WipeImport(), from: [packed.path], as: ana)
    }
}
