import Domain
import Importing
import Testing

/// Lines of headings below the heading.
@Suite struct FurtherHeadingTests {
    private static let list = """
        Marque;Modèle;N° de série
        Dell;Latitude 5490;7XK0001

        """

    @Test(arguments: [
        "Modèle;Marque;N° de série", "N° de série;Modèle;", "Modèle;Constructeur;Serial number",
        "Type;Marque;Modèle", "Modèle;Utilisateur;N° de série",
    ])
    func `a heading in another order is told, and nothing below it is read`(line: String) throws {
        let list = try readList(Self.list + line + "\nLatitude 5490;Dell;7XK0002\n")

        #expect(list.devices.map { $0["serial"] } == ["7XK0001"])
        #expect(list.errors.map(\.line) == [3, 4])
        #expect(list.errors.map(\.problem.code) == ["another_heading", "another_heading"])
    }

    @Test func `below the same heading once more, rows are read again`() throws {
        let list = try readList(
            Self.list
                + "Modèle;Marque;N° de série\nX;Y;Z1\nMarque;Modèle;N° de série\nHP;EliteBook;5CG01\n"
        )

        #expect(list.devices.map { $0["serial"] } == ["7XK0001", "5CG01"])
        #expect(list.errors.map(\.line) == [3, 4])
    }

    @Test(arguments: [
        "MARQUE;MODELE;N° SERIE", "Marque;Modèle;Numéro de série", "Fabricant;Modèle;",
    ])
    func `the same heading in other words is passed over`(line: String) throws {
        let list = try readList(Self.list + line + "\nHP;EliteBook 840;5CG0001\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == ["7XK0001", "5CG0001"])
        #expect(list.skipped == 1)
    }

    @Test(arguments: ["Dell;Latitude;", ";Modèle;ABCDEFG", "HP;Produit;XYZABC"])
    func `a row with a word of a heading in it is a device`(line: String) throws {
        let list = try readList(Self.list + line + "\n")

        #expect(list.errors == [])
        #expect(list.devices.count == 2)
    }
}
