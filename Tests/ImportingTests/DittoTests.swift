import Domain
import Importing
import Testing

@Suite struct DittoTests {
    static let marks = [
        "idem", "id.", "ID", "//", "\"\"\"\"", "〃", "''", "-\"\"-", "- \"\" -", "ditto", "dito",
        "”",
        "idem ci-dessus", "same as above", "''''",
    ]

    @Test(arguments: marks)
    func `a sign of repetition says what the row above says`(mark: String) throws {
        let cell = mark.contains("\"") && !mark.hasPrefix("\"") ? "\"\(mark)\"" : mark
        let list = try readList(
            """
            Marque;Type;Modèle;RAM;Date d'achat;N° de série
            Dell;Portable;Latitude 5490;8 Go;14/03/2019;ABC1234
            \(cell);\(cell);\(cell);\(cell);\(cell);ABC1235
            \(cell);\(cell);\(cell);\(cell);\(cell);ABC1236
            """
        )

        #expect(list.errors == [])
        #expect(list.devices.map { $0["maker"] } == ["Dell", "Dell", "Dell"])
        #expect(list.devices.map { $0["kind"] } == ["laptop", "laptop", "laptop"])
        #expect(
            list.devices.map { $0["model"] } == ["Latitude 5490", "Latitude 5490", "Latitude 5490"]
        )
        #expect(list.devices.map { $0["ram_mb"] } == ["8192", "8192", "8192"])
        #expect(list.devices.last?["bought_on"] == "2019-03-14")
        #expect(list.devices.last?["note"]?.contains("as the row above") == true)
        #expect(list.devices.first?["note"] == nil)
    }

    @Test(arguments: marks)
    func `a sign of repetition with nothing above is an error`(mark: String) throws {
        let cell = mark.contains("\"") && !mark.hasPrefix("\"") ? "\"\(mark)\"" : mark
        let list = try readList("Marque;N° de série\n\(cell);ABC1234\n")

        #expect(list.devices == [])
        #expect(list.errors.map(\.problem) == [.nothingAbove])
    }

    @Test func `the row above may be blank there, and titles are no rows`() throws {
        let list = try readList(
            """
            Marque;Modèle;N° de série
            Dell;Latitude 5490;ABC1234
            Site de Lyon;;

            idem;Latitude 5500;ABC1235
            ;Latitude 5500;ABC1236
            idem;Latitude 5500;ABC1237
            """
        )

        #expect(list.devices.map { $0["maker"] } == ["Dell", "Dell", nil])
        #expect(list.errors.map(\.line) == [7])
        #expect(list.errors.map(\.problem) == [.nothingAbove])
        #expect(list.errors.first?.problem.sentence.fr.contains("au-dessus") == true)
    }

    @Test func `the row above counts where it was refused for another cell`() throws {
        let list = try readList("Marque;N° de série\nDell;#N/A\nidem;ABC1235\n")

        #expect(list.devices.map { $0["maker"] } == ["Dell"])
    }

    @Test(arguments: ["Idemia", "IDEM Systems", "Ditto Corp", "ID-Tech"])
    func `a maker whose name begins like one is a maker`(maker: String) throws {
        let list = try readList("Marque;N° de série\nDell;ABC1\n\(maker);ABC1235\n")

        #expect(list.devices.map { $0["maker"] } == ["Dell", maker])
    }

    @Test(arguments: ["-", "--", "n/a", "/", "?"])
    func `a dash says nothing rather than the same`(cell: String) throws {
        let list = try readList("Marque;N° de série\nDell;ABC1234\n\(cell);ABC1235\n")

        #expect(list.devices.map { $0["maker"] } == ["Dell", nil])
    }
}
