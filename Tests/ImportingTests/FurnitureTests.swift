import Domain
import Importing
import Testing

/// Words for kinds of devices inside the names of other things.
@Suite struct FurnitureTests {
    @Test(arguments: [
        "Chaise de bureau", "Fauteuil de bureau", "Caisson mobile", "Climatiseur portable",
        "Lampe de bureau", "Bureau 160x80", "Baie serveur 42U", "Server rack", "Rack serveur",
        "Screen protector", "Desktop calculator", "Imprimante 3D", "3D printer", "Montre tablette",
        "Table de bureau", "Tablette murale", "Office chair", "Computer desk", "Schreibtischlampe",
        "Bürostuhl", "Serverschrank", "Radiateur mobile", "Cloison mobile",
        "Baie informatique mobile",
        "Mesa de ordenador", "Smart watch phone", "Machine à café portable", "Console de jeux fixe",
    ])
    func `a thing that is no device is asked of a person`(words: String) throws {
        let list = try readList("Type;Marque;N° de série\n\(words);Acme;AB12\n")

        #expect(list.devices == [])
        #expect(list.errors.map(\.problem.code) == ["unknown_kind"])
    }

    @Test(arguments: [
        ("Ordinateur portable", "laptop"), ("PC de bureau", "desktop_tower"),
        ("Téléphone mobile", "smartphone"), ("PC portable HP", "laptop"),
        ("Unité centrale bureau", "desktop_tower"), ("PC bureau", "desktop_tower"),
        ("Bureau", "desktop_tower"), ("HP portable", "laptop"), ("2 portables", "laptop"),
        ("Vieux portable", "laptop"), ("Portable HP 15 pouces", "laptop"),
        ("Tablette Samsung 10 pouces", "tablet"), ("Ordinateur de bureau HP", "desktop_tower"),
        ("Server HP", "server"), ("Serveur rack 1U", "server"), ("Dell desktop", "desktop_tower"),
        ("Gaming laptop", "laptop"), ("Samsung mobile", "smartphone"),
        ("Latitude portable", "laptop"),
        ("Écran de bureau", "monitor"), ("IP Phone", "peripheral"), ("Téléphone IP", "peripheral"),
        ("Conference phone", "peripheral"), ("Téléphone de bureau", "peripheral"),
        ("Standrechner", "desktop_tower"),
    ])
    func `the same words name devices where they stand for themselves`(
        words: String,
        kind: String
    ) throws {
        let list = try readList("Type;Marque;N° de série\n\(words);Acme;AB12\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["kind"] } == [kind])
    }

    @Test(arguments: [
        ("Samsung Galaxy Book S", "laptop"), ("Samsung Galaxy Book2 Pro", "laptop"),
        ("Samsung Galaxy S9", "smartphone"), ("Nintendo Switch", nil), ("PlayStation 4", nil),
        ("Apple Pencil iPad", "peripheral"), ("Logitech Folio iPad Pro", "peripheral"),
        ("iPad Pro 11", "tablet"), ("Cisco Catalyst switch", "network"),
        ("Chaise de bureau Ikea", nil),
    ])
    func `and in the names of models`(model: String, kind: String?) throws {
        let list = try readList("Modèle;N° de série\n\(model);AB12\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["kind"] } == [kind])
    }
}
