import Application
import Domain

/// Where machines are put: all places, and the one that is asked for with what may be changed of it.
enum PlacesPage {
    static let page = ActingPage(
        path,
        commands: [
            AddSite.name, AddPlace.name, AddLot.name, ChangePlace.name, RetirePlace.name,
        ],
        next: { command, outcome, visit in
            guard command == ChangePlace.name else {
                return .page(visit.done(command, outcome, at: path))
            }
            return .page(visit.done(command, outcome, at: address(of: outcome["place"].text)))
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    private static let path = "/places"

    private static func address(of place: String) -> String {
        path + "?place=" + place.addingPercentEncoding
    }

    struct Content {
        let places: [Place]
        let open: Open?
        let mayAdd: Bool
        let mayImport: Bool
    }

    struct Place {
        let path: String
        let address: String
        let locked: Bool
    }

    /// The place that is asked for.
    struct Open {
        let of: Any
        let ifMatch: String?
        let list: String
        let mayChange: Bool
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let open = try await open(visit)
        let places = try await visit.answer(ListPlaces.name)["rows"].elements
        let content = Content(
            places: places.map {
                Place(
                    path: $0["path"].text,
                    address: address(of: $0["path"].text),
                    locked: $0["locked"] == true
                )
            },
            open: open,
            mayAdd: visit.may(AddPlace.name),
            mayImport: visit.may(AddSite.name)
        )
        return visit.site.page("places", title: visit.text("nav.places"), content, visit)
    }

    private static func open(_ visit: Visit) async throws(Failure) -> Open? {
        // A new place's name is in the form of the same name.
        guard visit.form["command"] != AddPlace.name, let place = visit.query["place"] else {
            return nil
        }
        let ifMatch = try await visit.version(of: .place, place)
        guard let sheet = try await visit.answerIfAllowed(ShowPlace.name, ["place": .text(place)])
        else { return nil }
        return Open(
            of: visit.content(sheet),
            ifMatch: ifMatch,
            list: "/list/list-devices?place=" + sheet["place"].text.addingPercentEncoding,
            mayChange: visit.may(ChangePlace.name)
        )
    }
}
