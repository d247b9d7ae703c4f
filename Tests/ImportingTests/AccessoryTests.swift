import Domain
import Importing
import Testing

@Suite struct AccessoryTests {
    @Test(arguments: [
        "Étui tablette", "Sacoche ordinateur portable 17 pouces", "Batterie portable Li-ion",
        "Câble moniteur HDMI", "Monitor stand", "Laptop power adapter 90W", "Phone holder",
        "Docking station for notebook", "Chariot de tablettes", "Tablette graphique A4",
        "Écran de projection 200 cm", "Bras articulé écran",
        "Station d'accueil ordinateur portable",
        "Laptop-Tasche", "Netzteil für Notebook", "Laptopladegerät", "Souris ordinateur portable",
        "Vidéoprojecteur portable", "Webcam pour écran",
    ])
    func `a word for an accessory decides over what it is for`(words: String) throws {
        let read = try readList("Type;Marque;N° de série\n\(words);Targus;AB12\n")

        #expect(read.errors == [])
        #expect(read.devices.map { $0["kind"] } == ["peripheral"])
    }

    @Test(arguments: [
        "Cartouche imprimante laser", "Printer toner noir", "Barrette mémoire ordinateur portable",
        "Toner pour imprimante", "Druckerpatrone", "Carte graphique PC fixe",
        "Memory module laptop",
    ])
    func `a part and what is used up are no devices, whatever their model says`(words: String)
        throws
    {
        let read = try readList("Type;Modèle;N° de série\n\(words);Latitude 5400;AB12\n")

        #expect(read.devices == [])
        #expect(read.errors.map(\.problem.code) == ["not_a_device"])
        #expect(read.errors.map(\.column) == [1])
    }

    @Test(arguments: [
        ("Toner HP LaserJet Pro M404", nil, ["not_a_device"]),
        ("Sacoche Dell pour ordinateur portable", "peripheral", []),
        ("Chargeur ThinkPad 65W", "peripheral", []),
        ("ThinkPad T480 chargeur", "laptop", []),
        ("ThinkPad T480 + housse", "laptop", []), ("ThinkPad charger", nil, []),
        ("ARM server", "server", []),
    ])
    func `the name of a model is read the same way`(model: String, kind: String?, codes: [String])
        throws
    {
        let read = try readList("Modèle;N° de série\n\(model);AB12\n")

        #expect(read.errors.map(\.problem.code) == codes)
        #expect(read.devices.map { $0["kind"] } == (codes.isEmpty ? [kind] : []))
    }

    @Test(arguments: [
        ("PC portable + sacoche", "laptop"), ("Laptop with charger", "laptop"),
        ("Portable, souris et sacoche", "laptop"), ("Notebook mit Netzteil", "laptop"),
        ("PC portable avec station d'accueil", "laptop"), ("Écran sans câble", "monitor"),
        ("Ordinateur portable clavier azerty", "laptop"), ("PC portable batterie neuve", "laptop"),
        ("Disque dur portable", "storage_medium"), ("Téléphone portable", "smartphone"),
    ])
    func `a machine with its accessories is one machine`(words: String, kind: String) throws {
        let read = try readList("Type;Marque;N° de série\n\(words);Dell;AB12\n")

        #expect(read.errors == [])
        #expect(read.devices.map { $0["kind"] } == [kind])
    }
}
