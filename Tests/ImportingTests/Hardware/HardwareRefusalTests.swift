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

    @Test(arguments: [
        #"{"type": "Snapshot", "device": {"serialNumber": "A1"}, "components": [{"type": "HardDrive", "serialNumber": "W1", "size": 1e300}]}"#,
        #"""
        {"type": "Snapshot", "device": {"serialNumber": "A1"}, "components": [{"type": "Battery", "serialNumber": "B1",
         "size": 9000000000000000000, "actions": [{"type": "MeasureBattery", "size": 9000000000000000000}]}]}
        """#,
        #"""
        {"content": {"bios": {"ssn": "A1", "smodel": "XPS"}, "storages": [{"model": "PM951", "disksize": 9000000000000000000}],
         "memories": [{"capacity": 9000000000000000000}, {"capacity": 9000000000000000000}]}}
        """#,
        #"""
        [{"000#1#0#Machine": [{"001#1#1#System": "Dell", "002#1#2#product": "E7240", "004#0#3#serial": "A1"}]},
         {"002#1#0#Battery": [{"001#1#1#ID": "BAT1", "002#0#2#condition": "99999999999999999999/1 Wh", "003#0#2#model": "Y"}]}]
        """#,
        #"{"device": {"protocol": "ATA"}, "serial_number": "S1", "user_capacity": {"bytes": 9223372036854775807}}"#,
        "smartctl 7.2\n=== START OF INFORMATION SECTION ===\nDevice Model: X\nSerial Number: Y\nUser Capacity: 9223372036854775807 bytes\n",
        """
          native-path:          BAT0
          power supply:         yes
            energy-full:         9000000000000000 Wh
            energy-full-design:  0,001 Wh
            capacity:            99999999999999999999%
        """,
    ])
    func `a figure beyond all machines is passed over, and no sum of such figures is fatal`(
        text: String
    ) throws {
        for report in try HardwareDocument.read(Array(text.utf8)) {
            #expect(report.ramMB == nil)
            #expect(report.drives.allSatisfy { $0.capacityGB == nil })
            #expect(report.batteries.allSatisfy { $0.healthPercent == nil })
        }
    }

    @Test func `a report of twenty thousand slots and drives is read in no more steps than it has`()
        throws
    {
        let arrays = (0..<20_000).map { "Handle 0x\($0), DMI type 16, 2 bytes\n\tUse: Video\n" }
        let slots = (0..<20_000).map {
            "Handle 0x9\($0), DMI type 17, 2 bytes\n\tArray Handle: 0x-\($0)\n\tSize: 1 MB\n"
        }
        let disks = (0..<20_000).map { #"{"class": "disk", "serial": "S\#($0)"}"# }
        let lshw = #"{"class": "system", "serial": "A1", "product": "X", "children": ["#

        let dmidecode = "# dmidecode 3.4\n" + (arrays + slots).joined()
        #expect(try HardwareDocument.read(Array(dmidecode.utf8)).first?.ramMB == 20_000)
        let machine = Array((lshw + disks.joined(separator: ",") + "]}").utf8)
        #expect(try HardwareDocument.read(machine).first?.drives.count == 1000)
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
