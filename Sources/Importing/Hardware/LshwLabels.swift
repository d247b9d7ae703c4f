/// The words before the facts of what lshw prints for people; it speaks the language of its machine.
///
/// As its own translations have them, and Ubuntu's; small letters without spaces. What stands behind an equals sign is never translated.
enum LshwLabels {
    /// The English word; the word itself where none is known.
    static func english(_ label: String) -> String {
        let bare = label.lowercased()
        return words[bare] ?? bare
    }

    /// Whether any fact of the text is of a kind that tells something of a machine.
    static func areKnown(in text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).contains { line in
            guard line.first == " ", let colon = line.firstIndex(of: ":") else { return false }
            let label = line[..<colon].filter { $0 != " " }
            return ["description", "product", "vendor", "serial"].contains(english(label))
        }
    }

    /// What stands behind the name of a part that is switched off.
    static let switchedOff: Set<String> = [
        "DISABLED", "DÉSACTIVÉ", "INHABILITADO", "DESHABILITAT", "DEAKTIVIERT", "DISABILITATO",
    ]

    private static let words: [String: String] = [
        // French
        "produit": "product", "fabriquant": "vendor", "fabricant": "vendor",
        "numérodesérie": "serial", "identifiantmatériel": "physicalid",
        "informationbus": "businfo", "informationsbus": "businfo",
        "nomlogique": "logicalname", "emplacement": "slot", "taille": "size",
        "capacité": "capacity", "fonctionnalités": "capabilities", "ressources": "resources",
        // German
        "beschreibung": "description", "produkt": "product", "hersteller": "vendor",
        "seriennummer": "serial", "physischeid": "physicalid", "bus-informationen": "businfo",
        "logischername": "logicalname", "steckplatz": "slot", "größe": "size",
        "kapazität": "capacity", "fähigkeiten": "capabilities", "konfiguration": "configuration",
        // Spanish
        "descripción": "description", "producto": "product", "vendedor": "vendor",
        "fabricante": "vendor", "versión": "version", "númerodeserie": "serial",
        "idfísico": "physicalid", "informacióndebus": "businfo", "nombrelógico": "logicalname",
        "muesca": "slot", "ranura": "slot", "tamaño": "size", "capacidad": "capacity",
        "capabilidades": "capabilities", "capacidades": "capabilities",
        "configuración": "configuration",
        // Catalan
        "descripció": "description", "producte": "product", "versió": "version",
        "idfísic": "physicalid", "informaciódebus": "businfo", "nomlògic": "logicalname",
        "mida": "size", "capacitat": "capacity", "capabilitats": "capabilities",
        "configuració": "configuration",
        // Italian
        "descrizione": "description", "prodotto": "product", "produttore": "vendor",
        "fornitore": "vendor", "versione": "version", "seriale": "serial",
        "numerodiserie": "serial", "idfisico": "physicalid", "informazionibus": "businfo",
        "nomelogico": "logicalname", "alloggiamento": "slot", "dimensione": "size",
        "capacità": "capacity", "funzionalità": "capabilities", "configurazione": "configuration",
    ]
}
