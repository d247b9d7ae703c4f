import Domain
import Importing
import Testing

/// Reports that went through a terminal, a mail or a shell on their way here.
@Suite struct ReportTextTests {
    private static func quoted(_ text: String, _ mark: String = "> ") -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { mark + $0 }
            .joined(separator: "\n")
    }

    @Test(arguments: [
        quoted(OneMachine.dmidecode), quoted(OneMachine.dmidecode, ">"),
        quoted(quoted(OneMachine.dmidecode)), quoted(OneMachine.dmidecode, ">> "),
        "Bonjour,\nvoici.\nLe 3 mars, Ana a écrit :\n\(quoted(OneMachine.dmidecode))\nMerci\n",
        "\u{1B}]0;ana@bench\u{7}\(OneMachine.dmidecode)\u{1B}[0m",
        OneMachine.dmidecode.replacing("7MOULIN", with: "\u{1B}[1m7MOULIN\u{1B}[0m"),
    ])
    func `a report of dmidecode says the same`(text: String) throws {
        let reports = try HardwareDocument.read(Array(text.utf8))

        #expect(reports == (try HardwareDocument.read(Array(OneMachine.dmidecode.utf8))))
    }

    @Test(arguments: [
        quoted(OneMachine.lshw),
        OneMachine.lshw.replacing("\"7MOULIN\"", with: #""7MOULIN\u001b[0m""#),
        OneMachine.lshw.replacing("\"7MOULIN\"", with: "\"7MOULIN\u{1B}[0m\""),
    ])
    func `a report of lshw says the same`(text: String) throws {
        let reports = try HardwareDocument.read(Array(text.utf8))

        #expect(reports == (try HardwareDocument.read(Array(OneMachine.lshw.utf8))))
    }

    @Test func `texts that other programs bundle are plain too`() throws {
        let inner = #"{\"class\": \"system\", \"product\": \"X\", \"serial\": \"PF1\\u001b[0m\"}"#
        let text = #"{"moulin_report": 1, "label": "M-1\u0007", "lshw": "\#(inner)"}"#

        let report = try #require(try HardwareDocument.read(Array(text.utf8)).first)

        #expect(report.label == "M-1")
        #expect(report.system.serial == "PF1")
    }

    @Test func `a log of wipes is read through colours and quotes`() throws {
        let log = NwipeText.log
        let coloured = log.replacing("W-1", with: "\u{1B}[32mW-1\u{1B}[0m")

        for text in [Self.quoted(log), coloured, Self.quoted(coloured)] {
            let entries = try WipeDocument.read(Array(text.utf8))
            #expect(entries == (try WipeDocument.read(Array(log.utf8))))
            #expect(WipeDocument.entries(ofLog: text) == entries)
            #expect(entries.map(\.report.driveSerial) == ["W-1"])
        }
    }

    private enum NwipeText {
        static let log = """
            [2023/06/03 12:00:02]  notice: nwipe 0.34
            [2023/06/03 12:00:02]  notice: Found /dev/sda, ATA, WDC WD5000, 500 GB, S/N=W-1
            [2023/06/03 12:00:03]  notice: Invoking method 'PRNG Stream' on /dev/sda.
            """
    }
}

@Suite struct SeveralDocumentsTests {
    private static let windows =
        #"{"CsManufacturer": "HP", "CsModel": "EliteBook", "BiosSeralNumber": "5CG1", "CsPCSystemType": 2}"#

    @Test func `an array of what one shell gathered of several machines is as many machines`()
        throws
    {
        let other = Self.windows.replacing("5CG1", with: "5CG2")

        let reports = try HardwareDocument.read(Array("[\(Self.windows), \(other)]".utf8))

        #expect(reports.map(\.system.serial) == ["5CG1", "5CG2"])
        #expect(reports.map(\.source) == [.windows, .windows])
    }

    @Test func `an array of several kinds of documents is each by itself`() throws {
        let moulin =
            #"{"moulin_report": 1, "lshw": "{\"class\": \"system\", \"serial\": \"PF1\"}"}"#

        let reports = try HardwareDocument.read(Array("[\(Self.windows), \(moulin)]".utf8))

        #expect(reports.map(\.system.serial) == ["5CG1", "PF1"])
    }

    @Test(arguments: [("Notebook", DeviceType.laptop), ("Desktop", .desktopTower), ("Other", nil)])
    func `an inventory of OCS tells its case among what its BIOS says`(
        word: String,
        kind: DeviceType?
    ) throws {
        let text =
            "<REQUEST><CONTENT><BIOS><SMANUFACTURER>HP</SMANUFACTURER><SSN>5CG1</SSN><TYPE>\(word)</TYPE></BIOS>"
            + "<HARDWARE><NAME>pc</NAME></HARDWARE></CONTENT></REQUEST>"

        let report = try #require(try HardwareDocument.read(Array(text.utf8)).first)

        #expect(report.kind == kind)
    }
}

@Suite struct MoulinReportTests {
    @Test func `the report of the boot stick tells when it was gathered`() throws {
        let text =
            #"{"moulin_report": 1, "at": "2026-03-02T09:30:00Z", "lshw": "{\"class\": \"system\", \"serial\": \"PF1\"}"}"#

        #expect(try HardwareDocument.read(Array(text.utf8)).first?.gatheredAt == 1_772_443_800)
    }

    @Test(arguments: [
        (#"{"moulin_report": 1, "lshw": "{\"class\": ["}"#, "lshw"),
        (
            #"{"moulin_report": 1, "dmidecode": "x", "smartctl": ["{}", "smartctl: error"]}"#,
            "smartctl"
        ),
    ])
    func `the words of a program that are broken are told by its name`(
        text: String,
        program: String
    ) {
        var refusal: HardwareRefusal?
        do throws(HardwareRefusal) { _ = try HardwareDocument.read(Array(text.utf8)) } catch {
            refusal = error
        }

        #expect(refusal?.code == "part_broken")
        #expect(refusal?.sentence.en.contains("\"\(program)\"") == true)
    }
}
