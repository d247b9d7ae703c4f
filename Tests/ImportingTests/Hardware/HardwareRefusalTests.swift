import Importing
import Testing

@Suite struct HardwareRefusalTests {
    @Test(arguments: [
        ("%PDF-1.4 …", "file_is_pdf"),
        ("<!DOCTYPE html><html></html>", "file_is_html"),
        ("", "file_is_empty"),
        ("{\"a\": [1, 2", "json_broken"),
        ("{\"a\": [1, 2], \"b\": 3}", "no_hardware_report"),
        ("<list><node></list>", "xml_broken"),
        ("<books><book/></books>", "no_hardware_report"),
        ("Dear workshop,\nplease find my computer.", "no_hardware_report"),
        (
            "{\"smartctl\": {\"exit_status\": 0}, \"devices\": [{\"name\": \"/dev/sda\"}]}",
            "names_no_hardware"
        ),
        ("# dmidecode 3.4\n# No SMBIOS nor DMI entry point found, sorry.\n", "names_no_hardware"),
        (
            "{\"type\": \"Snapshot\", \"device\": {\"model\": \"VirtualBox\", \"chassis\": \"Virtual\"}, \"components\": []}",
            "virtual_machine"
        ),
    ])
    func `a file that gives no machine is told for what it is`(text: String, code: String) {
        #expect(refusal(Array(text.utf8))?.code == code)
    }

    @Test func `entities that grow are refused at the document type that declares them`() {
        let bomb = """
            <?xml version="1.0"?>
            <!DOCTYPE list [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <list>&b;</list>
            """

        #expect(refusal(Array(bomb.utf8))?.code == "xml_document_type")
    }

    @Test func `brackets without end are refused before the stack is`() {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        let opening = Array(String(repeating: "<a>", count: 100_000).utf8)

        #expect(refusal(deep)?.code == "json_broken")
        #expect(refusal(opening)?.code == "xml_broken")
    }

    @Test func `every report cut anywhere is read or refused, never fatal`() {
        let texts = [
            OneMachine.dmidecode, OneMachine.lshw, OneMachine.lshwXML, OneMachine.smartctl,
            OneMachine.upower,
        ]
        for text in texts {
            let bytes = Array(text.utf8)
            for end in stride(from: 0, to: bytes.count, by: 7) { _ = refusal(Array(bytes[..<end])) }
        }
    }

    private func refusal(_ bytes: [UInt8]) -> HardwareRefusal? {
        do {
            _ = try HardwareDocument.read(bytes)
            return nil
        } catch {
            return error
        }
    }
}
