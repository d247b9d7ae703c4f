import Domain
import Importing
import Tabular
import Testing

@Suite struct DeviceListTests {
    @Test func `a French park list becomes devices`() throws {
        let text = """
            Parc informatique 2024;;;;;;;;;

            N° inventaire;Type;Marque;Modèle;N° de série;Processeur;RAM (Go);Disque;Date d'achat;Utilisateur;Salle
            INV-1;Portable;Dell;Latitude 7490;abc1234;i5-8350U;16;256 Go SSD;25/03/2019;Jeanne;B12
            INV-2;UC;HP;;To Be Filled By O.E.M.;;8;1 To;14/07/2016;;
            Total;2;;;;;;;;;
            """

        let list = try readList(text)

        #expect(
            list.devices == [
                ReadDevice([
                    "line": "4", "external_ref": "INV-1", "kind": "laptop", "maker": "Dell",
                    "model": "Latitude 7490", "serial": "abc1234", "serial_key": "ABC1234",
                    "cpu": "i5-8350U", "ram_mb": "16384", "storage_gb": "256",
                    "storage_kind": "ssd", "bought_on": "2019-03-25",
                    "extra": #"{"Salle":"B12","Date d'achat":"2019-03-25"}"#,
                ]),
                ReadDevice([
                    "line": "5", "external_ref": "INV-2", "kind": "desktop_tower", "maker": "HP",
                    "ram_mb": "8192", "storage_gb": "1000", "bought_on": "2016-07-14",
                    "extra": #"{"Date d'achat":"2016-07-14"}"#,
                    "note": #"N° de série "To Be Filled By O.E.M.": no value, left empty"#,
                ]),
            ]
        )
        #expect(list.errors == [])
        #expect(list.skipped == 1)
    }

    @Test(
        arguments: [
            ("6.37702E+15", Problem.roundedNumber),
            ("3,01043E+13", .roundedNumber),
            ("#N/A", .spreadsheetError),
            ("12/03/2019", .dateInstead),
            ("mars-05", .dateInstead),
            ("\"5CG8211XYZ\n5CG8212XYZ\"", .severalValues(["5CG8211XYZ", "5CG8212XYZ"])),
            ("5CG8211XYZ / 5CG8212XYZ", .severalValues(["5CG8211XYZ", "5CG8212XYZ"])),
        ]
    )
    func `a damaged serial is an error at its cell`(cell: String, problem: Problem) throws {
        let list = try readList("Marque;N° de série\nDell;\(cell)\n")

        let value = cell.filter { $0 != "\"" }
        #expect(
            list.errors == [
                RowError(
                    line: 2,
                    column: 2,
                    heading: "N° de série",
                    value: value,
                    problem: problem
                )
            ]
        )
        #expect(list.devices == [])
    }

    @Test(
        arguments: [
            "5CG0000000", "PF0000000X", "00000001", "1E5", "0123", "SN0000000A", "MX-12 34/5",
            "NA12345", "ABC.None", "AAAAB",
        ]
    )
    func `a genuine serial survives as written`(serial: String) throws {
        let list = try readList("Marque;N° de série\nDell;\(serial)\n")

        #expect(list.devices.map(\.values["serial"]) == [serial])
        let key = serial.uppercased().filter { $0 != " " }
        #expect(list.devices.map(\.values["serial_key"]) == [key])
    }

    @Test(
        arguments: [
            "No SN", "n/a", "-", "--", ".", "0000000000", "XXXXXXXXXXXXXXX", "Default string",
            "to be filled by OEM", "System Serial Number", "<superuser required>", "<filter>",
            "manquant", "voir étiquette", "1234567890",
            "[REMOVED]", "Non renseigné", "INVALID", "1111111",
        ]
    )
    func `a placeholder is absent with a note`(serial: String) throws {
        let list = try readList("Marque;N° de série\nDell;\(serial)\n")

        #expect(list.devices.map(\.values["serial"]) == [nil])
        #expect(
            list.devices.map(\.values["note"]) == [
                "N° de série \"\(serial)\": no value, left empty"
            ]
        )
    }

    @Test(
        arguments: [
            ("RAM", "32 Go", "ram_mb", "32768"), ("RAM", "16", "ram_mb", "16384"),
            ("RAM", "16384", "ram_mb", "16384"), ("RAM", "8192 MB", "ram_mb", "8192"),
            ("RAM", "2 x 8 Go DDR4", "ram_mb", "16384"), ("RAM (MB)", "512", "ram_mb", "512"),
            ("Mémoire (Go)", "0,5", "ram_mb", "512"), ("RAM", "17179869184", "ram_mb", "16384"),
            ("RAM", "16384 Mo (15,9 Go utilisables)", "ram_mb", "16384"),
            ("Disque", "1 To", "storage_gb", "1000"), ("Disque", "1T500", "storage_gb", "1500"),
            ("Disque", "932 Go", "storage_gb", "932"), ("Disque", "256GB SSD", "storage_gb", "256"),
            ("Disque", "1,5 To", "storage_gb", "1500"), ("Disque", "500", "storage_gb", "500"),
            ("Disque", "1 000 Go", "storage_gb", "1000"),
            ("Disque", "500 Go 7200 tr/min", "storage_gb", "500"),
            ("StorageTotal", "243000", "storage_gb", "243"),
            ("StorageTotal", "255000000000", "storage_gb", "255"),
            ("Stockage (To)", "2", "storage_gb", "2000"), ("Poids", "1,8 kg", "weight_g", "1800"),
            ("Poids (kg)", "2", "weight_g", "2000"),
        ]
    )
    func `a size is read with its unit`(
        heading: String,
        cell: String,
        field: String,
        value: String
    ) throws {
        let list = try readList("Marque;\(heading)\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map(\.values[field]) == [value])
    }

    @Test(
        arguments: [
            ("RAM", "512", Problem.ambiguousSize(["512 Mo", "512 Go"])),
            ("RAM", "beaucoup", .notASize), ("RAM", "-4 Go", .notASize),
            ("Disque", "1", .ambiguousSize(["1.0 Go", "1.0 To"])),
            ("Disque", "1,000 Go", .ambiguousNumber(written: "1,000", readings: ["1", "1000"])),
            ("Date d'achat", "31/02/2020", .impossibleDate(.dayFirst)),
            ("Date d'achat", "hier", .notADate), ("Date d'achat", "1234", .notADate),
            ("Adresse MAC", "00:11", .notAMAC), ("IMEI", "490154203237519", .notAnIMEI),
            ("Type", "frigo", .unknownKind(nearest: [])),
            ("Type", "portble", .unknownKind(nearest: ["portable", "portables"])),
        ]
    )
    func `what cannot be read is an error and no device`(
        heading: String,
        cell: String,
        problem: Problem
    ) throws {
        let list = try readList("Marque;\(heading)\nDell;\(cell)\n")

        #expect(list.errors.map(\.problem) == [problem])
        #expect(list.devices == [])
    }

    @Test(
        arguments: [
            ("2021-03-25", "2021-03-25"), ("25/03/2021", "2021-03-25"),
            ("3/25/21", "2021-03-25"), ("25 mars 2021", "2021-03-25"),
            ("2021-03-25T10:11:12Z", "2021-03-25"), ("05/05/2021", "2021-05-05"),
            ("20210325", "2021-03-25"), ("1er février 2020", "2020-02-01"),
        ]
    )
    func `a date is read in every usual writing`(cell: String, day: String) throws {
        let list = try readList("Marque;Date d'achat\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map(\.values["bought_on"]) == [day])
    }

    @Test func `an ambiguous date shows both readings unless the column or a person decides`()
        throws
    {
        let alone = "Marque;Date d'achat\nDell;03/04/2021\n"

        #expect(
            try readList(alone).errors.map(\.problem) == [
                .ambiguousDate(
                    dayFirst: try #require(Day(2021, 4, 3)),
                    monthFirst: try #require(Day(2021, 3, 4))
                )
            ]
        )
        #expect(try readList(alone + "HP;25/12/2020\n").devices.first?["bought_on"] == "2021-04-03")
        #expect(try readList(alone + "HP;12/25/2020\n").devices.first?["bought_on"] == "2021-03-04")
        var choices = DeviceListPlan.Choices()
        choices.dates = .monthFirst
        #expect(try readList(alone, choices: choices).devices.first?["bought_on"] == "2021-03-04")
    }

    @Test func `a date of zero is absent and never 1970`() throws {
        let list = try readList("Marque;Date d'achat\nDell;1970-01-01\nHP;0001-01-01 00:00:00\n")

        #expect(list.devices.map(\.values["bought_on"]) == [nil, nil])
        #expect(list.devices.first?["note"] == #"Date d'achat "1970-01-01": no value, left empty"#)
    }

    @Test func `identities are written one way`() throws {
        let list = try readList(
            """
            Marque;Adresse MAC;UUID;IMEI
            Dell;00-1B-44-11-3A-B7;4C4C4544-0042-3510-8052-B4C04F564433;49-015420-323751-8
            HP;FF:FF:FF:FF:FF:FF;03000200-0400-0500-0006-000700080009;000000000000000
            """
        )

        #expect(list.devices.map(\.values["mac"]) == ["00:1b:44:11:3a:b7", nil])
        #expect(
            list.devices.map(\.values["uuid"]) == ["4c4c4544-0042-3510-8052-b4c04f564433", nil]
        )
        #expect(list.devices.map(\.values["imei"]) == ["490154203237518", nil])
    }

    @Test func `a long row is refused and a short one is padded`() throws {
        let list = try readList("Marque;Modèle;Série\nDell;X\nHP;Y;5CG1234;;\nHP;Y;5CG1235;;z\n")

        #expect(list.devices.map(\.values["line"]) == ["2", "3"])
        #expect(
            list.errors == [
                RowError(
                    line: 4,
                    column: 5,
                    heading: "",
                    value: "z",
                    problem: .tooManyCells(expected: 3)
                )
            ]
        )
    }

    @Test func `a serial shorter than all others has probably lost its zeros`() throws {
        let rows = (0..<12).map { "Dell;10000\(1000 + $0)" }.joined(separator: "\n")

        let list = try readList("Marque;Série\n\(rows)\nDell;10077\n")

        #expect(
            list.devices.last?["note"]
                == #"Série "10077": may have lost leading zeros, 9 digits are usual here"#
        )
    }

    @Test func `columns about persons are dropped unless asked for`() throws {
        let text = "Marque;Série;Utilisateur\nDell;5CG1234;Jeanne\n"
        var choices = DeviceListPlan.Choices()
        choices.keepsPersonal = true

        #expect(try readList(text).devices.first?["extra"] == nil)
        #expect(
            try readList(text, choices: choices).devices.first?["extra"]
                == #"{"Utilisateur":"Jeanne"}"#
        )
    }

    @Test(
        arguments: [
            ("First Name,Last Name,Email,Username\na,b,c,d\n", FileRefusal.wrongList(.users)),
            ("Product Key,Seats\na,b\n", .wrongList(.licences)),
            ("name,address,city,zip\na,b,c,d\n", .wrongList(.locations)),
            ("ID,Name,Parent,Address,City,State,Country,Zip\n1,a,,b,c,,d,e\n", .wrongList(.places)),
            (
                "Name,Parent,Address,Address 2,City,Country,Zip,Phone\na,,b,,c,d,e,f\n",
                .wrongList(.places)
            ),
            (
                "First name,Last name,Parent,Address,City,Country,Zip\na,b,c,d,e,f,g\n",
                .wrongList(.donors)
            ),
            ("{\"a\":1}", .kind(.json)), ("<?xml version=\"1.0\"?><a/>", .kind(.xml)),
            ("%PDF-1.4", .kind(.pdf)), ("PK\u{3}\u{4}xl/workbook.xml", .kind(.xlsx)),
            ("", .kind(.empty)), ("1;2;3\n4;5;6\n", .noHeading(first: ["1", "2", "3"])),
        ]
    )
    func `what is no list of devices is refused by name`(text: String, refusal: FileRefusal) {
        #expect(throws: refusal) { try readList(text) }
    }

    @Test(arguments: Charset.allCases)
    func `any charset and any pieces give the same devices`(charset: Charset) throws {
        let text =
            "N° inventaire;Marque;Modèle;État\r\n1é;Dell;Écran à côté;abîmé\r\n2;HP;Ça;reçu\r\n"

        let bytes = encode(text, charset)
        let expected = try readList(text)

        #expect(expected.devices.count == 2)
        #expect(try readList(bytes) == expected)
        #expect(try readList(bytes, piece: 1) == expected)
        #expect(try readList(bytes, piece: 7) == expected)
    }
}

/// Text as a file in a charset; UTF-16 without mark.
func encode(_ text: String, _ charset: Charset) -> [UInt8] {
    switch charset {
    case .utf8: return Array(text.utf8)
    case .utf8Twice: return TextDecoder.asWindows(Array(text.utf8))
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252, .latin9, .macRoman, .dos850:
        var bytes: [UInt8] = []
        let table = (UInt8(0x80)...0xFF).map { byte -> String in
            var decoder = TextDecoder(charset)
            var decoded = ""
            [byte].withUnsafeBytes { bytes in
                decoder.decode(bytes, isLast: true) {
                    decoded += String(decoding: $0, as: UTF8.self)
                }
            }
            return decoded
        }
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else if let index = table.firstIndex(of: String(scalar)) {
                bytes.append(UInt8(index + 0x80))
            }
        }
        return bytes
    }
}

extension TextDecoder {
    /// What a program makes of UTF-8 that takes it for Windows-1252 and writes UTF-8.
    fileprivate static func asWindows(_ bytes: [UInt8]) -> [UInt8] {
        var decoder = TextDecoder(.windows1252)
        var twice: [UInt8] = []
        bytes.withUnsafeBytes { bytes in
            decoder.decode(bytes, isLast: true) { twice.append(contentsOf: $0) }
        }
        return twice
    }
}
