import Domain
import Importing
import Testing

@Suite struct SerialRemarkTests {
    @Test(
        arguments: [
            "HS", "hs", "non visible", "NON VISIBLE", "pas de n° de série",
            "illisible (étiquette usée)", "étiquette décollée", "voir dessous", "à voir",
            "pas trouvé", "RAS", "R.A.S.", "OK", "KO", "Non", "Oui", "NON", "yes", "X", "id.",
            "nan",
            "NaN", "NaT", "NaN ", "cassé", "Perdu", "DÉTRUIT", "DETRUIT", "PERDU", "nicht da",
            "no tiene", "weggekratzt", "S/N: non visible", "N° de série : illisible ?",
            "voir ligne 12", "idem ligne 4", "non-visible", "volé/perdu", "non_visible",
            "VOIR DESSOUS",
            "cf. étiquette", "pas d’étiquette", "无",
        ]
    )
    func `a remark in place of a serial is none, with a note that keeps it`(cell: String) throws {
        let list = try readList("Marque;N° de série;Disk serial\nDell;\(cell);\(cell)\n")

        let written = cell.trimmed
        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == [nil])
        #expect(list.devices.map { $0["drive_serial"] } == [nil])
        #expect(
            list.devices.map { $0["note"] } == [
                "N° de série \"\(written)\": no value, left empty; "
                    + "Disk serial \"\(written)\": no value, left empty"
            ]
        )
    }

    @Test(
        arguments: [
            "BQXZKLM", "bqxzklm", "BQXZKLME", "AAAAB", "ABCD-EFGH", "ABC.None", "CN-0WF0VW-74261",
            "BQXZ KLM", "KI 00001", "abc1234", "abc 123 def", "d160003", "X1", "A-1", "12-AB",
            "(S)4CE0460D0G", "5CG9002AAC-FR", "12345 AB", "AB1234 (B)", "SN0016009",
            "VNC3R12345 NA",
        ]
    )
    func `a genuine serial is kept whatever it looks like`(serial: String) throws {
        let list = try readList("Marque;N° de série;Disk serial\nDell;\(serial);\(serial)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == [serial])
        #expect(list.devices.map { $0["drive_serial"] } == [serial])
        #expect(list.devices.map { $0["note"] } == [nil])
    }

    @Test(
        arguments: [
            ("5CG9002AAC (écran cassé)", "5CG9002AAC", "(écran cassé)"),
            ("5CG9002AAC [HS]", "5CG9002AAC", "[HS]"),
            ("5CG9002AAC(HS)", "5CG9002AAC", "(HS)"),
            ("5CG9002AAC - écran cassé", "5CG9002AAC", "- écran cassé"),
            ("5CG9002AAC, manque chargeur", "5CG9002AAC", ", manque chargeur"),
            ("5CG9002AAC écran cassé", "5CG9002AAC", "écran cassé"),
            ("S/N: abc1234 (clavier HS)", "abc1234", "(clavier HS)"),
            ("MX SN 1234 (broken screen)", "MX SN 1234", "(broken screen)"),
        ]
    )
    func `a remark behind a serial is noted`(cell: String, serial: String, remark: String) throws {
        let list = try readList("Marque;N° de série\nDell;\"\(cell)\"\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == [serial])
        #expect(
            list.devices.map { $0["note"] } == [
                "N° de série \"\(remark)\": beside the number, left out"
            ]
        )
    }

    @Test(arguments: ["*5CG9002AAI*", "'*5CG9002AAI*", "S/N *5CG9002AAI*"])
    func `the marks of a barcode are none of the serial`(cell: String) throws {
        let list = try readList("Marque;N° de série\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == ["5CG9002AAI"])
    }

    @Test(arguments: [
        "5CG9002AAJ ou 5CG9002AAK", "5CG9002AAJ OU 5CG9002AAK", "5CG9002AAJ or 5CG9002AAK",
        "5CG9002AAJ ET 5CG9002AAK", "5CG9002AAJ und 5CG9002AAK", "5CG9002AAJ (5CG9002AAK)",
    ])
    func `two numbers are two numbers`(cell: String) throws {
        let list = try readList("Marque;N° de série\nDell;\(cell)\n")

        #expect(list.devices == [])
        #expect(list.errors.map(\.problem) == [.severalValues(["5CG9002AAJ", "5CG9002AAK"])])
    }

    @Test(arguments: [
        "5CG9002AA?", "5CG9?02AAC", "5CG9002AAC ?", "5CG9002AAC (?)", "5CG90*2AAC",
        "5CG9002…", "5CG9002...",
    ])
    func `a character that nobody could read is asked for`(cell: String) throws {
        let list = try readList("Marque;N° de série\nDell;\(cell)\n")

        #expect(list.devices == [])
        #expect(list.errors.map(\.problem) == [.unreadableCharacter])
        #expect(list.errors.first?.problem.sentence.fr.contains("relire") == true)
    }

    @Test(arguments: [
        "8ABCDE2 / 18037973450", "8ABCDE2/18037973450", "8ABCDE2 (18037973450)",
        "8ABCDE2 / 180-379-734-50", "18037973450 / 8ABCDE2", "\"8ABCDE2\n18037973450\"",
    ])
    func `a service tag and its express code are one machine`(cell: String) throws {
        let list = try readList("Marque;N° de série\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == ["8ABCDE2"])
        #expect(
            list.devices.first?["note"]?.hasSuffix("the express service code is left out") == true
        )
    }

    @Test func `a tag and the code of another one are two machines`() throws {
        let list = try readList("Marque;N° de série\nDell;8ABCDE2 / 18037973451\n")

        #expect(list.errors.map(\.problem) == [.severalValues(["8ABCDE2", "18037973451"])])
    }

    @Test(arguments: [
        "6.37702E15", "6,37702E+15", "5,67E10", "6.37702e15", "1.2E+9", "6.37702E+15",
        "12345678901234567.0",
    ])
    func `a number that a program rounded is refused with or without its sign`(cell: String) throws
    {
        let list = try readList("Marque;N° de série\nDell;\(cell)\n")

        #expect(list.errors.map(\.problem) == [.roundedNumber])
    }

    @Test(arguments: ["5E12345", "12E5", "1E10", "1e10", "A.5E10", "1.5E", "5.E10A"])
    func `a serial with an E is no rounded number`(serial: String) throws {
        let list = try readList("Marque;N° de série\nDell;\(serial)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == [serial])
    }

    @Test(arguments: [("1234567.0", "1234567"), ("0012,0", "0012"), ("1234567.00", "1234567")])
    func `decimals that a program gave a serial are taken off`(cell: String, serial: String) throws
    {
        let list = try readList("Marque;N° de série\nDell;\"\(cell)\"\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == [serial])
        #expect(
            list.devices.map { $0["note"] } == [
                "N° de série \"\(cell)\": a program had made a number of it"
            ]
        )
    }

    @Test(arguments: ["KI 00001", "KI00001", "ki 0 0001", "KI\u{A0}00001"])
    func `spaces inside a serial make no other number`(serial: String) throws {
        let list = try readList("Marque;N° de série\nDell;\(serial)\n")

        #expect(list.devices.map { $0["serial"] } == [serial])
        #expect(list.devices.map { $0["serial_key"] } == ["KI00001"])
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
