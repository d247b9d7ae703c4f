import Domain
import Importing
import Testing

@Suite struct RemarkTests {
    @Test(arguments: ["1,000", "1.000", "12.000", "1,500"])
    func `a number of devices with a sign of thousands or decimals is asked about`(cell: String)
        throws
    {
        let list = try readList("Type;Quantité\nÉcran;\"\(cell)\"\n")

        #expect(list.devices == [])
        #expect(list.errors.map(\.problem.code) == ["ambiguous_size"])
        #expect(list.errors.first?.problem.sentence.en.contains(cell) == true)
    }

    @Test(arguments: [
        ("1 000", "1000"), ("1\u{202F}000", "1000"), ("12", "12"), ("12 pcs", "12"), ("x 12", "12"),
        ("12,00", "12"), ("12.0", "12"), ("1'000", "1000"), ("2 postes", "2"), ("0012", "12"),
    ])
    func `a number of devices is read`(cell: String, count: String) throws {
        let list = try readList("Type;Quantité\nÉcran;\"\(cell)\"\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["quantity"] } == [count])
    }

    @Test(arguments: ["10 000", "1 00", "12 34", "1,000,000"])
    func `more devices than any gift has are refused`(cell: String) throws {
        let list = try readList("Type;Quantité\nÉcran;\"\(cell)\"\n")

        #expect(list.errors.map(\.problem) == [.notAQuantity])
    }

    @Test(arguments: [
        ("Disque", "SSD", "ssd"), ("Disque", "HDD", "hdd"), ("Disque", "NVMe", "nvme"),
        ("Disque", "SSD M.2", "ssd"), ("Disque", "SSD NVMe", "nvme"),
        ("Disque", "disque SSD", "ssd"),
    ])
    func `a drive may be known by its kind alone`(heading: String, cell: String, kind: String)
        throws
    {
        let list = try readList("Marque;\(heading)\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["storage_kind"] } == [kind])
        #expect(list.devices.map { $0["storage_gb"] } == [nil])
    }

    @Test(arguments: [
        ("Disque", "SSD256", "256", "ssd"), ("Disque", "HDD500", "500", "hdd"),
        ("Disque", "SSD256Go", "256", "ssd"), ("Disque", "NVMe512", "512", "nvme"),
        ("Disque", "SSD-256", "256", "ssd"),
    ])
    func `the kind may stand against the size`(
        heading: String,
        cell: String,
        size: String,
        kind: String
    ) throws {
        let list = try readList("Marque;\(heading)\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["storage_gb"] } == [size])
        #expect(list.devices.map { $0["storage_kind"] } == [kind])
    }

    @Test(arguments: [
        "sans disque", "Sans DD", "retiré", "RETIRE", "détruit", "Non", "aucun", "no disk",
        "removed", "disque retiré", "disque détruit", "pas de disque", "HDD removed", "Oui",
        "sans HDD", "sans SSD", "disque dur", "without disk", "ohne Festplatte", "kein",
    ])
    func `a drive that is not there is absent, with a note that keeps the words`(cell: String)
        throws
    {
        let list = try readList("Marque;Disque\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["storage_gb"] } == [nil])
        #expect(list.devices.map { $0["storage_kind"] } == [nil])
        #expect(list.devices.map { $0["note"] } == ["Disque \"\(cell)\": no value, left empty"])
    }

    @Test(arguments: [
        ("RAM", "4+4", "ram_mb", "8192"), ("RAM (Go)", "4 + 4", "ram_mb", "8192"),
        ("RAM", "8+16", "ram_mb", "24576"), ("RAM (Mo)", "512+512", "ram_mb", "1024"),
        ("RAM", "2048+2048", "ram_mb", "4096"), ("Disque", "256+500", "storage_gb", "756"),
        ("Stockage (To)", "1+2", "storage_gb", "3000"),
    ])
    func `a sum without units is in the unit of the heading or of its magnitude`(
        heading: String,
        cell: String,
        field: String,
        value: String
    ) throws {
        let list = try readList("Marque;\(heading)\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map(\.values[field]) == [value])
    }

    @Test(arguments: [("RAM", "512+512"), ("Disque", "256+1"), ("RAM", "4 4"), ("RAM", "4+")])
    func `a sum that may be of several units is asked about`(heading: String, cell: String) throws {
        let list = try readList("Marque;\(heading)\nDell;\(cell)\n")

        #expect(list.errors.count == (cell == "4+" ? 0 : 1))
    }

    @Test(arguments: [
        "'356938035643809", "IMEI 356938035643809", "IMEI: 35-693803-564380-9",
        "IMEI1: 356938035643809", "*356938035643809*", "=\"\"356938035643809\"\"",
        "356938035643809.0", "356938035643809/01",
    ])
    func `what stands around an IMEI is none of it`(cell: String) throws {
        let list = try readList("Marque;IMEI\nSamsung;\"\(cell)\"\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["imei"] } == ["356938035643809"])
    }

    @Test(arguments: [
        "356938035643809 / 356938035643817", "356938035643809/356938035643817",
        "\"356938035643809\n356938035643817\"", "356938035643809, 356938035643817",
        "356938035643809 356938035643817", "IMEI1: 356938035643809 IMEI2: 356938035643817",
    ])
    func `a telephone with two cards is known by the first`(cell: String) throws {
        let list = try readList("Marque;IMEI\nSamsung;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["imei"] } == ["356938035643809"])
        #expect(
            list.devices.first?["note"]
                == #"IMEI "356938035643817": a further number, left out"#
        )
    }

    @Test(arguments: [
        "356938035643808", "356938035643809 / 356938035643818", "35693803564380", "3.56938E14",
        "Samsung 356938035643809 et 12",
    ])
    func `a wrong IMEI stays an error`(cell: String) throws {
        let list = try readList("Marque;IMEI\nSamsung;\(cell)\n")

        #expect(list.devices == [])
    }

    @Test(arguments: [
        "WiFi: 54:BF:64:01:02:0F", "Wi-Fi 54-BF-64-01-02-0F", "MAC=54bf6401020f",
        "eth0 54:bf:64:01:02:0f", "54:BF:64:01:02:0F (WiFi)", "WLAN : 54BF.6401.020F",
        "LAN: 54:BF:64:01:02:0F / WiFi: 54:BF:64:01:02:10",
    ])
    func `what names a port is none of its address`(cell: String) throws {
        let list = try readList("Marque;Adresse MAC\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["mac"] } == ["54:bf:64:01:02:0f"])
    }

    @Test(arguments: ["fe 54:bf:64:01:02:0f", "00:11", "WiFi: 00:11", "54:bf:64:01:02:0g"])
    func `a wrong address stays an error`(cell: String) throws {
        let list = try readList("Marque;Adresse MAC\nDell;\(cell)\n")

        #expect(list.errors.map(\.problem) == [.notAMAC])
    }

    @Test(arguments: [
        ("2.1", "2100"), ("2,1", "2100"), ("0.85", "850"), ("850", "850"), ("2100", "2100"),
        ("2", "2000"), ("2,1 kg", "2100"), ("850 g", "850"), ("199", "199000"), ("200", "200"),
        ("2,345", "2345"), ("2,345 kg", "2345"), ("1.200 g", "1200"), ("4.6 lbs", "2087"),
    ])
    func `a weight has a reading of its own`(cell: String, grams: String) throws {
        let list = try readList("Marque;Poids\nDell;\"\(cell)\"\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["weight_g"] } == [grams])
    }

    @Test(arguments: ["0.01", "lourd", "9999999", "2 Go", "1 + 2"])
    func `what is no weight names kilograms and grams`(cell: String) throws {
        let list = try readList("Marque;Poids\nDell;\(cell)\n")

        let sentences = list.errors.map { $0.problem.sentence }
        #expect(list.errors.map(\.problem) == [.notAWeight])
        #expect(sentences.allSatisfy { $0.fr.contains("kg") && $0.fr.contains(" g") })
        #expect(sentences.allSatisfy { $0.en.contains("kg") && $0.en.contains(" g") })
    }
}
