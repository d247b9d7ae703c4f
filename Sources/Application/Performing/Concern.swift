import Domain
import Postgres
public import Store

/// A kind of thing that two people may have open at once.
///
/// Each such thing has a history of its own, and how far it has come is its version: what a question showed, and what a command
/// may be made to depend on. Rules count as one thing a kind, because two people publish the next one at once.
public enum Concern: String, Sendable, Hashable, CaseIterable {
    case device
    case donor
    case donation
    case application
    case household
    case person
    case place
    case organisation
    case priceGrid = "price_grid"
    case publicCap = "public_cap"
    case brackets
    case eligibility
    case waitingOrder = "waiting_order"
    case grading
    case retention

    /// The field of commands and questions that names one; nil where a house has one alone.
    public var field: String? {
        switch self {
        case .device, .donor, .donation, .application, .household, .place: rawValue
        case .person: "login"
        case .organisation, .priceGrid, .publicCap, .brackets, .eligibility, .waitingOrder,
            .grading, .retention:
            nil
        }
    }

    /// The login through which its history is read.
    var side: Side { self == .application || self == .household ? .social : .main }

    /// What people call one of them.
    func label(_ name: String?) -> Phrase {
        let name = name.map { " " + $0 } ?? ""
        return switch self {
        case .device: Phrase(fr: "l'appareil" + name, en: "device" + name)
        case .donor: Phrase(fr: "le donateur" + name, en: "donor" + name)
        case .donation: Phrase(fr: "le don" + name, en: "donation" + name)
        case .application: Phrase(fr: "la demande" + name, en: "application" + name)
        case .household: Phrase(fr: "le foyer" + name, en: "household" + name)
        case .person: Phrase(fr: "la personne" + name, en: "person" + name)
        case .place: Phrase(fr: "le lieu" + name, en: "place" + name)
        case .organisation: Phrase(fr: "la fiche de la maison", en: "the house's settings")
        case .priceGrid: Phrase(fr: "la grille de prix", en: "the price grid")
        case .publicCap: Phrase(fr: "les plafonds", en: "the caps")
        case .brackets: Phrase(fr: "les tranches", en: "the brackets")
        case .eligibility: Phrase(fr: "les règles d'éligibilité", en: "the rules of eligibility")
        case .waitingOrder: Phrase(fr: "l'ordre d'attente", en: "the waiting order")
        case .grading: Phrase(fr: "le barème d'état", en: "the table of grades")
        case .retention: Phrase(fr: "les délais de conservation", en: "the times of keeping")
        }
    }

    /// The number under which its history is; nil for one that is not known.
    func number(
        of name: String?,
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) -> Int64? {
        switch self {
        case .device:
            guard let name else { return nil }
            do throws(Failure) {
                return try DeviceReference(name).resolve(in: db, speaker)
            } catch .refused {
                return nil
            }
        case .donor:
            guard let donor = name.flatMap({ Int64($0) }) else { return nil }
            let found = try Failure.running { () throws(PostgresError) in
                try DonorStore.find(donor, of: speaker, in: db)
            }
            return found?.mergedInto ?? found?.number
        case .donation, .application, .household: return name.flatMap { Int64($0) }
        case .person:
            guard let name else { return nil }
            return try Failure.running { () throws(PostgresError) in
                try RoleStore.find(login: name, speaker, in: db)
            }
        case .place:
            guard let name else { return nil }
            let found = try Failure.running { () throws(PostgresError) in
                try PlaceStore.find(place: name, speaker, in: db)
            }
            return found.count == 1 ? Int64(found[0].place) : nil
        case .organisation: return Int64(speaker.organisation)
        case .priceGrid, .publicCap, .brackets, .eligibility, .waitingOrder, .grading, .retention:
            return 1
        }
    }
}

extension RuleStore.Kind {
    /// The thing that two people may have open at once when they publish a rule of this kind.
    var concern: Concern? { Concern(rawValue: rawValue) }

    /// The command that publishes one.
    var publishing: String {
        switch self {
        case .priceGrid: PublishPriceGrid.name
        case .publicCap: PublishCaps.name
        case .brackets: PublishBrackets.name
        case .eligibility: PublishEligibilityPack.name
        case .waitingOrder: PublishWaitingOrder.name
        case .grading: PublishGradeTable.name
        case .retention: PublishRetention.name
        }
    }
}
