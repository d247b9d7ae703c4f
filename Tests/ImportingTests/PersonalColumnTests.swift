import Domain
import Importing
import Testing

/// What a list says of people, and what opens their accounts, is left where it was.
@Suite struct PersonalColumnTests {
    @Test(arguments: [
        "Mot de passe", "Mot de passe BIOS", "MDP session", "Code PIN", "Code PUK", "N° de ligne",
        "Numéro de ligne", "N° de téléphone", "Élève", "Nom de l'élève", "Enseignant", "Professeur",
        "Clé BitLocker", "Clé de récupération", "BitLocker Recovery Key", "Identifiant Apple",
        "Compte iCloud", "Apple ID", "Managed Apple ID", "Code de déverrouillage", "Technicien",
        "Emprunteur", "Utilisateur/Service", "Nom du contact", "Interlocuteur", "Saisi par",
    ])
    func `people and secrets are known by French words`(heading: String) {
        #expect(role(heading) == .personal)
    }

    @Test(arguments: [
        "managed_by", "owned_by", "used_by", "custodian", "student", "teacher", "technician",
        "Created by", "created_by.name", "Buyer", "caller", "Last logged in", "lastLogonUser",
        "Admin password", "custom_fields.Student name.value", "Phone line", "Contact name",
        "Asignado a", "Contraseña", "Alumno", "Nombre de usuario", "Teléfono",
        "Mitarbeiter", "Mitarbeitername", "Benutzername", "Kennwort", "Ansprechpartner", "Schüler",
        "Telefonnummer", "Medewerker", "Wachtwoord", "Leerling", "Telefoonnummer",
        "Assegnatario", "Dipendente", "Numero di telefono", "Studente",
    ])
    func `and by the words of other languages and programs`(heading: String) {
        #expect(role(heading) == .personal)
    }

    @Test(arguments: [
        "Nom", "Nom de l'ordinateur", "Host name", "Computer Name", "Hostname", "Netzwerkname",
        "Compte comptable", "BitLocker status", "FileVault 2 Status", "LastContact",
        "Date du dernier contact", "Fournisseur", "Agent version", "Opérateur", "Manufactured by",
        "Nom du site", "Clé", "Product key", "Line item", "Ligne budgétaire", "Code article",
    ])
    func `what machines and firms are called is kept`(heading: String) {
        #expect(role(heading) == .extra)
    }

    @Test(arguments: [("Nom du modèle", DeviceField.model), ("Model name", .model)])
    func `makers' words stay fields`(heading: String, field: DeviceField) {
        #expect(role(heading) == .field(field))
    }

    @Test(arguments: [
        ("Nom;Prénom;N° de série", "Durand;Zoé;SN01"),
        ("Prénom;Nom;N° de série", "Zoé;Durand;SN01"),
        ("Name;Vorname;Seriennummer", "Durand;Zoé;SN01"),
        ("Nombre;Apellidos;N/S", "Zoé;Durand;SN01"),
    ])
    func `a name beside a first name is that of a person`(heading: String, row: String) throws {
        let list = try readList("\(heading);Modèle\n\(row);Latitude 5490\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["extra"] } == [nil])
        #expect(list.devices.map { $0["serial"] } == ["SN01"])
    }

    @Test func `of two columns of names, the one beside the first name is that of a person`() throws
    {
        let list = try readList(
            "Nom;Modèle;N° de série;Nom;Prénom\nPC-12;Latitude 5490;SN01;Durand;Zoé\n"
        )

        #expect(list.devices.map { $0["extra"] } == [#"{"Nom":"PC-12"}"#])
    }

    @Test(arguments: [
        "zoe.durand@exemple.fr", "Zoé Durand <zoe@exemple.org>", "06 12 34 56 78", "06.12.34.56.78",
        "0612345678", "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "+4915112345678",
        "0033612345678",
    ])
    func `a cell that betrays a person is left out, whatever its heading`(cell: String) throws {
        let text = "Modèle;N° de série;Divers 2;Salle\nLatitude 5490;SN01;\(cell);B12\n"
        let list = try readList(text)
        var choices = DeviceListPlan.Choices()
        choices.keepsPersonal = true
        let keeping = try readList(text, choices: choices)

        #expect(list.devices.map { $0["extra"] } == [#"{"Salle":"B12"}"#])
        #expect(
            list.devices.first?["note"]?.hasPrefix("Divers 2: about a person, left out") == true
        )
        #expect(keeping.devices.first?["extra"]?.contains(cell) == true)
    }

    @Test(arguments: [
        "i5-8265U @ 1.60GHz", "i7@2.40GHz", "1920x1080@60.0Hz", "08-00-27-12-34-56",
        "192.168.10.12",
        "01/02/2023 10:20", "12345678", "4012345678", "+5", "0x12", "A1234567890",
    ])
    func `figures that are no telephone and signs that are no address are kept`(cell: String) throws
    {
        let list = try readList("Modèle;N° de série;Divers 2\nLatitude 5490;SN01;\(cell)\n")

        #expect(list.devices.map { $0["extra"] } == [#"{"Divers 2":"\#(cell)"}"#])
    }

    private func role(_ heading: String) -> ColumnRole<DeviceField>? {
        HeadingMap(headings: [heading], reference: reference).columns.first?.role
    }
}
