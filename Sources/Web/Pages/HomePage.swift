import Application
import Domain

/// The first page: what this person does here, by the roles held.
enum HomePage {
    static let routes: [Route] = [
        .get("/", .staff) { (visit) throws(Failure) in
            .see(first(for: visit))
        },
        .get("/all", .staff) { (visit) throws(Failure) in
            all(visit)
        },
    ]

    /// The bench for the workshop, the applications for the social services.
    private static func first(for visit: Visit) -> String {
        guard let visitor = visit.visitor else { return "/sign-in" }
        return Navigation.entries
            .first { visitor.may($0.permission) && visit.site.offer.includes($0.path) }?.path
            ?? "/all"
    }

    private struct Entry {
        let path: String
        let name: String
        let summary: String
    }

    private struct Content {
        let commands: [Entry]
        let questions: [Entry]
    }

    /// Everything the person may do and ask: the one list, as links.
    private static func all(_ visit: Visit) -> Reply {
        let commands = Catalogue.commands.filter {
            visit.visitor?.may($0.permission) == true && visit.site.offer.sides.contains($0.side)
        }
        let questions = Catalogue.questions.filter {
            visit.visitor?.may($0.permission) == true && visit.site.offer.sides.contains($0.side)
        }
        return visit.site.page(
            "all",
            title: visit.text("nav.all"),
            Content(
                commands: commands.map {
                    Entry(
                        path: "/do/\($0.name)",
                        name: $0.name,
                        summary: $0.summary.text(in: visit.language)
                    )
                },
                questions: questions.map {
                    Entry(
                        path: "/list/\($0.name)",
                        name: $0.name,
                        summary: $0.summary.text(in: visit.language)
                    )
                }
            ),
            visit
        )
    }
}
