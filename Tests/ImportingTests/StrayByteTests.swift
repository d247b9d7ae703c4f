import Domain
import Importing
import Testing

/// Lists of which a few bytes went wrong on their way.
@Suite struct StrayByteTests {
    @Test func `one stray byte costs its own line, and is told with its place`() throws {
        let text =
            Array("Type;Modèle;N° de série\nPortable;Latitude 5490;KH00001\nPortable;".utf8)
            + Array("Latitude 5490;KH00002 ray".utf8) + [0xE9, 0x0A]
        let list = try readList(text)

        #expect(list.devices.map { $0["serial"] } == ["KH00001"])
        #expect(list.errors.map(\.line) == [3])
        #expect(list.errors.map(\.column) == [3])
        #expect(list.errors.map(\.problem.code) == ["invalid_text"])
    }

    @Test func `a list that was encoded twice is read, and said to have been`() throws {
        let text = "Type;ModÃ¨le;NÂ° de sÃ©rie;Ã‰tat\nÃ‰cran;P2419H;KH00001;abÃ®mÃ©\n"
        let list = try readList(text)

        #expect(list.devices.map { $0["kind"] } == ["monitor"])
        #expect(list.devices.map { $0["serial"] } == ["KH00001"])
        #expect(list.devices.map { $0["condition"] } == ["abîmé"])
    }

    @Test func `two marks at the start do not hide the first heading`() throws {
        let list = try readList("\u{FEFF}\u{FEFF}N° de série;Modèle\nKH00001;Latitude 5490\n")

        #expect(list.devices.map { $0["serial"] } == ["KH00001"])
    }
}
