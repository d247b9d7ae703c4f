/// What a step must bring with it to be believed.
public enum Evidence: String, Vocabulary {
    case none, reason, count
    case wipeAttempt = "wipe_attempt"
    case clearance, grade, price, reservation, sale, gift, placement
    case `return`
    case shipment, incident, release, merge
    case importUndo = "import_undo"

    public var label: Phrase {
        switch self {
        case .none: Phrase(fr: "rien", en: "nothing")
        case .reason: Phrase(fr: "un motif", en: "a reason")
        case .count: Phrase(fr: "le compte des disques", en: "the count of drives")
        case .wipeAttempt: Phrase(fr: "une tentative d'effacement", en: "a wipe attempt")
        case .clearance: Phrase(fr: "chaque disque réglé", en: "every drive cleared")
        case .grade: Phrase(fr: "un classement", en: "a grade")
        case .price: Phrase(fr: "un prix", en: "a price")
        case .reservation: Phrase(fr: "une réservation", en: "a reservation")
        case .sale: Phrase(fr: "une vente", en: "a sale")
        case .gift: Phrase(fr: "un bon de don", en: "a gift note")
        case .placement:
            Phrase(fr: "une convention de mise à disposition", en: "a placement agreement")
        case .return: Phrase(fr: "un retour", en: "a return")
        case .shipment: Phrase(fr: "un enlèvement", en: "a shipment")
        case .incident: Phrase(fr: "un incident", en: "an incident")
        case .merge: Phrase(fr: "une fusion de fiches", en: "a merge of records")
        case .importUndo: Phrase(fr: "l'annulation d'un import", en: "the undoing of an import")
        case .release: Phrase(fr: "la fin de la réservation", en: "the end of the reservation")
        }
    }
}
