import Domain
import Importing
import Testing

@Suite struct SerialTests {
    @Test(arguments: [
        ("'0016001A", "0016001A"), ("=\"\"0016002\"\"", "0016002"), ("S/N: d160003", "d160003"),
        ("SN D160004", "D160004"), ("N° 160005", "160005"), ("Serial number : AB6", "AB6"),
        ("N° de série D160007", "D160007"), ("'=\"\"0016008\"\"", "0016008"),
        ("SN=X9", "X9"), ("Seriennummer: D10", "D10"),
        ("SN0016009", "SN0016009"), ("NO 12345", "NO 12345"), ("MX SN 12", "MX SN 12"),
    ])
    func `what a spreadsheet or a person writes before a serial is none of it`(
        cell: String,
        serial: String
    ) throws {
        let list = try readList("Marque;N° de série\nDell;\"\(cell)\"\n")

        let key = serial.uppercased().filter { $0 != " " }
        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == [serial])
        #expect(list.devices.map { $0["serial_key"] } == [key])
    }

    @Test(arguments: ["idem", "IDEM", "Ditto", "dito", "\"\"", "''", "S/N: idem", "〃"])
    func `a sign of repetition is no serial`(cell: String) throws {
        let list = try readList("Marque;N° de série\nDell;\"\(cell)\"\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == [nil])
    }
}
