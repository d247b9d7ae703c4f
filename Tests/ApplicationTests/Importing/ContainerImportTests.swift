import Application
import Domain
import Importing
import Tabular
import Testing
import TownSupport

/// One list in the wrappings that programs give it.
@Suite struct ContainerImportTests {
    private static let workbook = """
        <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Worksheet ss:Name="Lisez-moi"><Table><Row><Cell><Data ss:Type="String">Bonjour</Data></Cell></Row></Table></Worksheet>
        <Worksheet ss:Name="Parc"><Table>
        <Row><Cell><Data ss:Type="String">Type</Data></Cell><Cell><Data ss:Type="String">N° de série</Data></Cell></Row>
        <Row><Cell><Data ss:Type="String">Portable</Data></Cell><Cell><Data ss:Type="String">PF12ABCD</Data></Cell></Row>
        </Table></Worksheet></Workbook>
        """

    @Test(arguments: [
        "<computers><computer><type>Laptop</type><serial>PF12ABCD</serial></computer></computers>",
        workbook,
        "<html><body><table><tr><th>Type</th><th>N&deg; de s&eacute;rie</th></tr><tr><td>Portable</td><td>PF12ABCD</td></tr></table>",
        "<table><tr><td>Type<td>Serial</tr><tr><td>Laptop<td>PF12ABCD</tr></table>",
        "<table border='1'><tr><td>Type</td><td>Serial</td></tr><tr><td>Laptop</td><td>PF12ABCD</td></tr></table>",
        "<table><tr><td>Type</td><td>Maker</td><td>Serial</td></tr><tr><td>Laptop</td><td rowspan='2'>Dell</td><td>PF12ABCC</td></tr><tr><td>Laptop</td><td>PF12ABCD</td></tr></table>",
        #"[["Type", "Serial"], ["Laptop", "PF12ABCD"]]"#,
        #"{"rows": [{"category": {"name": "Laptop"}, "serial": "PF12ABCD"}]}"#,
    ])
    func `a list is read in whatever it comes`(_ text: String) async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let outcome = try await town.importing(text, into: donation)

            #expect(outcome.ending == .imported)
            #expect(
                try await town.count("device WHERE serial = 'PF12ABCD' AND kind = 'laptop'") == 1
            )
        }
    }

    @Test func `sheets that are not read are named, unless a person chose one`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let told = try await town.importing(
                Self.workbook,
                into: donation,
                rehearsing: true
            )
            let chosen = try await town.importing(
                Self.workbook,
                into: donation,
                rehearsing: true,
                sheet: "Parc"
            )

            #expect(told.report.outline.writing.container?.otherSheets == ["Lisez-moi"])
            #expect(
                told.report.outline.remarks.map(\.en) == [
                    "Sheets not read: \"Lisez-moi\". Each is read by itself, by its name (--sheet, or \"Sheet of the workbook\" on the page)."
                ]
            )
            #expect(told.table(in: .fr).contains("Feuilles non lues : « Lisez-moi »."))
            #expect(told.json.contains(#""other_sheets":["Lisez-moi"]"#))
            #expect(chosen.report.outline.remarks == [])
        }
    }

    @Test(arguments: [Charset.utf8, .windows1252, .utf16LittleEndian])
    func `a list in XML is read in any charset`(charset: Charset) async throws {
        try await Town.with { town in
            let list =
                "<donors><donor><name>Société du Val</name><kind>Entreprise</kind></donor></donors>"

            let outcome = try await town.importing(
                DonorList.self,
                Self.bytes(of: list, charset),
                named: "donors.xml",
                ListImport()
            )

            #expect(outcome.fates == [1, 0, 0, 0])
            #expect(try await town.column("SELECT name FROM core.donor") == ["Société du Val"])
        }
    }

    /// What needs no sign beyond Latin-1, in a charset.
    private static func bytes(of text: String, _ charset: Charset) -> [UInt8] {
        switch charset {
        case .utf16LittleEndian: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), 0] }
        case .windows1252: text.unicodeScalars.map { UInt8($0.value & 0xFF) }
        default: Array(text.utf8)
        }
    }

    @Test(arguments: [
        ("<a><b></a>", "workbook_broken"), ("<a/>", "file_is_xml"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "xml_document_type"),
        ("<html><p>Bonjour</p></html>", "file_is_html"),
    ])
    func `what is no list in such a wrapping is refused by what it is`(
        _ text: String,
        _ code: String
    ) async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let failure = await #expect(throws: Failure.self) {
                _ = try await town.importing(text, into: donation)
            }

            guard case .file(let refusal) = failure else {
                Issue.record("refused as a file")
                return
            }
            #expect(refusal.code == code)
        }
    }
}
