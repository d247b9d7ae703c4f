import Importing
import Testing

/// What firmware says where its maker wrote nothing must not make one machine of two.
@Suite struct JunkIdentityTests {
    @Test(arguments: [
        "BSN12345678901234567", "123490EN400015", "NB-1234567890", "Type2 - Board Serial Number",
        "Filled by OEM", "Fill By OEM", "None Specified", "System Serial", "System manufacturer",
        "Standard", "Default", "1234", "0x00000000", "-1", "TBD by OEM",
        "Unspecified System Serial Number", "OEM_Define3", "OEM Define 3", "CSN12345678901234567",
        "9876543210", "0xFFFFFFFF", "Not Provided",
    ])
    func `a placeholder is no number of a machine`(value: String) {
        var report = HardwareReport(source: .dmidecode)
        report.system.serial = value
        report.board.serial = value

        #expect(!report.identifiers(reference).contains { !$0.isJunk })
        #expect(report.cleaned(reference).system.serial == nil)
    }

    @Test(arguments: [
        "BSN0G4N0CV16B829", "NB1234567", "12340987", "123490EN400016", "1234ABC", "0x1A2B3C",
        "STANDARD7", "SYSTEM42", "TYPE2X9", "MB-12345678", "DEFAULT1", "PF1ANSI77", "5CG1234",
    ])
    func `a number that resembles one is genuine`(value: String) {
        var report = HardwareReport(source: .dmidecode)
        report.system.serial = value

        #expect(report.identifiers(reference).map(\.isJunk) == [false])
        #expect(report.cleaned(reference).system.serial == value)
    }

    @Test(arguments: [
        "12345678-1234-5678-90AB-CDDEEFAABBCC", "78563412-3412-7856-90ab-cddeefaabbcc",
        "FEFEFEFE-FEFE-FEFE-FEFE-FEFEFEFEFEFE", "00112233-4455-6677-8899-AABBCCDDEEFF",
        "33221100-5544-7766-8899-AABBCCDDEEFF", "11111111-2222-3333-4444-555555555555",
        "A0A0A0A0-A0A0-A0A0-A0A0-A0A0A0A0A0A0", "00010203-0405-0607-0809-0A0B0C0D0E0F",
        "01020304-0506-0708-090a-0b0c0d0e0f10", "12345678-1234-5678-1234-567812345678",
        "01234567-89AB-CDEF-0123-456789ABCDEF", "DEADBEEF-DEAD-BEEF-DEAD-BEEFDEADBEEF",
        "03000200-0400-0500-0006-000700080009", "00000000-0000-0000-0000-000000000000",
    ])
    func `an identifier that many machines carry is none`(uuid: String) {
        #expect(isJunk(uuid) == true)
    }

    @Test(arguments: [
        "4c4c4544-004d-4f10-8055-b7c04f4c494e", "44454c4c-4d00-104f-8055-b7c04f4c494e",
        "12345678-1234-5678-90AB-CDDEEFAABBCD", "4C2D5ECC-2C55-11B2-A85C-B5B0A1E1F00D",
        "00112233-4455-6677-8899-AABBCCDDEEFE", "00000000-0000-0000-0000-AC1F6B123456",
    ])
    func `an identifier of one machine counts`(uuid: String) {
        #expect(isJunk(uuid) == false)
    }

    private func isJunk(_ uuid: String) -> Bool? {
        var report = HardwareReport(source: .dmidecode)
        report.uuid = uuid
        return report.identifiers(reference).first?.isJunk
    }
}
