import Domain
import Importing
import Testing

/// What a row says of its kind, held against what its model is known to be.
@Suite struct KindAgainstModelTests {
    @Test(arguments: [
        ("PC;Dell;Latitude 5490", "laptop"), ("Ordinateur;HP;EliteBook 840 G5", "laptop"),
        ("Computer;Lenovo;ThinkPad T480", "laptop"), ("computer;Dell;PowerEdge T30", "server"),
        ("Workstation;Lenovo;ThinkPad X1 Carbon", "laptop"), ("Ordenador;HP;ProBook 450", "laptop"),
        ("Poste de travail;Apple;MacBook Pro 13", "laptop"),
        ("Rechner;Apple;iMac 21.5", "all_in_one"),
        ("Desktop;Apple;iMac 21.5", "all_in_one"), ("PC fixe;Dell;OptiPlex 3060 Micro", "mini_pc"),
        ("Portable;Apple;iPhone 8", "smartphone"), ("Mobile;Apple;iPad Air", "tablet"),
        ("Computer Dell;Dell;Latitude 5490", "laptop"),
        (
            "PC;Dell;Latitude 5490 Core i5-8350U 16 Go 256 Go SSD 14 pouces reconditionné",
            "laptop"
        ),
    ])
    func `a word for any computer yields to the family of the model`(row: String, kind: String)
        throws
    {
        let list = try readList("Type;Marque;Modèle\n\(row)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["kind"] } == [kind])
        #expect(list.devices.first?["note"]?.contains("tells the kind") == true)
    }

    @Test(arguments: [
        "Portable;Dell;OptiPlex 3060", "Laptop;Apple;iMac 21.5",
        "Unité centrale;Dell;Latitude 5490",
        "Desktop;Lenovo;ThinkPad T480", "Écran;HP;EliteBook 840", "PC;HP;LaserJet Pro M404",
        "Tablette;Dell;OptiPlex 7050", "Imprimante;Apple;iPhone 8",
    ])
    func `a word that the model denies is asked of a person`(row: String) throws {
        let list = try readList("Type;Marque;Modèle\n\(row)\n")

        #expect(list.devices == [])
        #expect(list.errors.map(\.problem.code) == ["kinds_disagree"])
        #expect(list.errors.map(\.column) == [1])
    }

    @Test(arguments: [
        ("Serveur;Dell;OptiPlex 3060", "server"), ("Tour;Dell;PowerEdge T30", "desktop_tower"),
        ("Sacoche;Dell;Latitude 5490", "peripheral"), ("2 en 1;Apple;iPad Pro", "laptop"),
        ("Station d'accueil;Lenovo;ThinkPad Dock", "peripheral"),
        ("Imprimante;HP;LaserJet MFP M426", "printer"),
        ("Mini tour;Dell;OptiPlex 3060 Micro", "desktop_tower"),
        ("PC;Dell;OptiPlex 3060", "desktop_tower"), ("PC;Zwergbüro;Kiste 12", "desktop_tower"),
        ("Ordinateur;;", "desktop_tower"), ("Desktop;HP;Inconnu 12", "desktop_tower"),
        ("Portable;Dell;Inconnu 12", "laptop"), ("Poste complet;Dell;OptiPlex 3060", "desktop_set"),
    ])
    func `a word that may well be true stays`(row: String, kind: String) throws {
        let list = try readList("Type;Marque;Modèle\n\(row)\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["kind"] } == [kind])
    }
}
