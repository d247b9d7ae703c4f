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
