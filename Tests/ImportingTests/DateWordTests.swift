import Domain
import Importing
import Testing

@Suite struct DateWordTests {
    @Test(
        arguments: [
            ("3/25/2021 2:33:12 PM", "2021-03-25"), ("Mar 25, 2021 2:33 PM", "2021-03-25"),
            ("25/03/2021 02:33 a.m.", "2021-03-25"), ("25/03/2021 à 14h33", "2021-03-25"),
            ("14-OCT-19", "2019-10-14"), ("14 OCTOBRE 2019", "2019-10-14"),
            ("14-SEPT-2019", "2019-09-14"), ("14 AOUT 2019", "2019-08-14"),
            ("14 AOÛT 2019", "2019-08-14"), ("jeudi 14 mars 2019", "2019-03-14"),
            ("Mar. 12 mars 2019", "2019-03-12"), ("mar. 12 avril 2019", "2019-04-12"),
            ("mar. 12/03/2019", "2019-03-12"), ("Thursday, March 14, 2019", "2019-03-14"),
            ("Thu, 14 Mar 2019 10:00:00 +0100", "2019-03-14"),
            ("1. März 2018", "2018-03-01"), ("Montag, 1. Oktober 2018", "2018-10-01"),
            ("12. Okt. 2020", "2020-10-12"), ("15-dic-2020", "2020-12-15"),
            ("15 de diciembre de 2020", "2020-12-15"), ("3 gennaio 2019", "2019-01-03"),
            ("1º giugno 2019", "2019-06-01"), ("5 mei 2018", "2018-05-05"),
            ("7 de março de 2017", "2017-03-07"), ("2021-03-25T10:11:12.123+01:00", "2021-03-25"),
            ("2021-03-25 14:33:12 UTC", "2021-03-25"), ("2021-03-25 14:33:12 CEST", "2021-03-25"),
            ("20210325T101112Z", "2021-03-25"), ("/Date(1552550400000)/", "2019-03-14"),
            ("/Date(1552550400000+0100)/", "2019-03-14"),
        ]
    )
    func `a date in the words of a language or of a program is read`(cell: String, day: String)
        throws
    {
        let list = try readList("Marque;Date d'achat\nDell;\"\(cell)\"\nHP;25/12/2020\n")

        let isUS = cell.hasPrefix("3/25")
        #expect(list.errors == [])
        #expect(list.devices.map { $0["bought_on"] } == [day, isUS ? "2020-12-25" : "2020-12-25"])
    }

    @Test(arguments: [
        "03/2019", "2019-03", "mars 2019", "Mars-19", "2019", "03/19", "vers 2019", "début 2019",
        "2018-2019", "März 2019", "March 2019", "environ mars 2019", "year 2019", "T1 2019",
    ])
    func `a date known to the month or the year is absent, with a note that keeps it`(cell: String)
        throws
    {
        let list = try readList("Marque;Date d'achat\nDell;\(cell)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["bought_on"] } == [nil])
        #expect(
            list.devices.map { $0["note"] } == [
                "Date d'achat \"\(cell)\": no full date, kept as written"
            ]
        )
    }

    @Test(arguments: [
        "hier", "19", "1234", "20190", "13/2019", "2019/13", "mars", "14 brumaire 2019",
        "25/03/2021 beaucoup", "14 mars 2019 de nuit", "/Date(x)/", "jeudi", "2150", "14 mars",
    ])
    func `what is no date stays an error`(cell: String) throws {
        let list = try readList("Marque;Date d'achat\nDell;\(cell)\n")

        #expect(list.devices == [])
        #expect(list.errors.count == 1)
    }

    @Test(arguments: ["okt-12", "dic-20", "12-märz"])
    func `a serial that became a date in another language is told`(cell: String) throws {
        let list = try readList("Marque;N° de série\nDell;\(cell)\n")

        #expect(list.errors.map(\.problem) == [.dateInstead])
    }
}
