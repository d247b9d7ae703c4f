import Domain
import Importing
import Testing

/// Lines of a list that are no device.
@Suite struct ListLineTests {
    private static let rows = """
        Marque;Modèle;N° de série;RAM
        HP;EliteBook 830 G5;5CG0000001;8 Go
        HP;EliteBook 830 G5;5CG0000002;8 Go
        HP;EliteBook 830 G5;5CG0000003;8 Go

        """

    @Test(arguments: [
        "TOTAL;;3;24 Go", "Total général;;3;", "Sous-total;;3;24 Go", ";Subtotal;3;24 Go",
        "Summe;;3;24", "Gesamt;;3;", "Totale;;3;24 Go", "Zwischensumme;;3;",
        "Nombre de postes;;3;", ";Total HT;;450", ";Total TTC;;540", "TVA 20 %;;;90",
    ])
    func `a line of totals is left out, also where it counts in the column of serials`(line: String)
        throws
    {
        let list = try readList(Self.rows + line + "\n")

        #expect(list.errors == [])
        #expect(list.devices.count == 3)
        #expect(list.skipped == 1)
    }

    @Test func `a maker that is called Total keeps its machines`() throws {
        let list = try readList(Self.rows + "Total;X1;TT12345;8 Go\n")

        #expect(list.devices.map { $0["serial"] }.last == "TT12345")
        #expect(list.skipped == 0)
    }

    @Test(arguments: ["Écrans;;;", "Salle 12;;;", ";Portables;;", ";Bâtiment C;;"])
    func `one cell of words is a title where the rows around it say more`(line: String) throws {
        let list = try readList(Self.rows + line + "\nDell;P2419H;CN01;\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] }.last == "CN01")
        #expect(list.devices.count == 4)
        #expect(list.skipped == 1)
    }

    @Test func `a model alone stays a device, and so does every row of a list that says no more`()
        throws
    {
        let known = try readList(Self.rows + ";Latitude 5400;;\n")
        let terse = try readList("Marque;Modèle;N° de série\n;Optima 12;\n;Optima 14;\nHP;;\n")

        #expect(known.devices.map { $0["model"] }.last == "Latitude 5400")
        #expect(terse.devices.map { $0["model"] } == ["Optima 12", "Optima 14", nil])
    }

    private static let kinds = """
        Type;Marque;Modèle;N° de série
        Écran;Dell;P2419H;CN0001
        Écran;Dell;P2419H;CN0002
        PC portable;HP;EliteBook 830 G5;5CG0000001

        """

    @Test(arguments: [
        "Écrans;;;", "Portables;;;", "Unités centrales;;;", "PC portables;;;", "Laptops;;;",
    ])
    func `a kind in the plural, alone in its row, is a title`(line: String) throws {
        let list = try readList(Self.kinds + line + "\nPC portable;Dell;Latitude 5490;7XK0001\n")

        #expect(list.errors == [])
        #expect(list.devices.count == 4)
        #expect(list.skipped == 1)
    }

    @Test(arguments: ["Écran;;;", "NAS;;;", "PC;;;", "Portables;Dell;;", "Écrans;;;CN0009"])
    func `one in the singular, or with a word more, is a device`(line: String) throws {
        let list = try readList(Self.kinds + line + "\n")

        #expect(list.errors == [])
        #expect(list.devices.count == 4)
        #expect(list.skipped == 0)
    }

    @Test func `kinds in the plural are devices where no row says more`() throws {
        let list = try readList("Type;Marque;Modèle;N° de série\nÉcrans;;;\nPortables;;;\n")

        #expect(list.devices.map { $0["kind"] } == ["monitor", "laptop"])
    }
}
