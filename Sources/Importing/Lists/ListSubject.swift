public import Domain

/// What a list is about: those that are imported, and those that people confuse with them.
public enum ListSubject: String, Sendable, Hashable, CaseIterable {
    case devices, donors, households, prices, places, people
    case users, licences, accessories, consumables, software, locations, models, lots

    /// Whether there is an import for it, which has its name.
    public var isImported: Bool {
        switch self {
        case .devices, .donors, .households, .prices, .places, .people: true
        case .users, .licences, .accessories, .consumables, .software, .locations, .models, .lots:
            false
        }
    }

    /// In French with its preposition.
    public var name: Phrase {
        switch self {
        case .devices: Phrase(fr: "d'appareils", en: "devices")
        case .donors: Phrase(fr: "de donateurs", en: "donors")
        case .households: Phrase(fr: "de foyers", en: "households")
        case .prices: Phrase(fr: "de prix", en: "prices")
        case .places: Phrase(fr: "de lieux", en: "places")
        case .people: Phrase(fr: "de personnes de l'équipe", en: "members of the staff")
        case .users: Phrase(fr: "d'utilisateurs", en: "users")
        case .licences: Phrase(fr: "de licences", en: "licences")
        case .accessories: Phrase(fr: "d'accessoires", en: "accessories")
        case .consumables: Phrase(fr: "de consommables", en: "consumables")
        case .software: Phrase(fr: "de logiciels", en: "software")
        case .locations: Phrase(fr: "d'adresses", en: "locations")
        case .models: Phrase(fr: "de modèles", en: "models")
        case .lots: Phrase(fr: "de lots", en: "lots")
        }
    }
}

extension ListSubject {
    /// The fields of its headings that tell it from the others: names, addresses and telephones stand in all of them.
    public var tellingFields: Set<String> {
        switch self {
        case .donors:
            Self.persons.union(["siren", "siret", "legal_form", "mail_agreed", "mail_opposed"])
        case .households:
            Self.persons.union([
                "born_on", "second_family_name", "second_given_name", "second_born_on", "persons",
                "children", "quotient", "fund", "shares", "reference_income", "yearly_income",
                "income_year", "proof_dated_on",
            ])
        case .prices: ["bracket", "price", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"]
        case .places: ["path", "building", "room", "rack", "shelf", "parent", "locked"]
        case .people: Self.persons.union(["login", "roles", "password"])
        case .devices, .users, .licences, .accessories, .consumables, .software, .locations,
            .models,
            .lots:
            []
        }
    }

    private static let persons: Set = ["family_name", "given_name"]
}
