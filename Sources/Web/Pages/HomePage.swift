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
        let title: String
    }

    private struct Chapter {
        let title: String
        let commands: [Entry]
        let questions: [Entry]
    }

    private struct Content {
        let chapters: [Chapter]
    }

    /// For programs: people put an act before somebody from the form of that act, and keep a mapping from the page of imports.
    private static let unasked: Set<String> = [Propose.name, "save-import-mapping"]

    /// Everything the person may do and ask: the one list, as links.
    private static func all(_ visit: Visit) -> Reply {
        let sides = visit.site.offer.sides
        let chapters = Catalogue.chapters.map { chapter in
            Chapter(
                title: chapter.title.text(in: visit.language),
                commands: chapter.commands.filter {
                    visit.visitor?.may($0.permission) == true && sides.contains($0.side)
                        && !unasked.contains($0.name)
                }.map {
                    Entry(
                        path: "/do/\($0.name)",
                        name: $0.name,
                        title: visit.heading($0.name, $0.summary)
                    )
                },
                questions: chapter.questions.filter {
                    visit.visitor?.may($0.permission) == true && sides.contains($0.side)
                }.map {
                    Entry(
                        path: "/list/\($0.name)",
                        name: $0.name,
                        title: ListPage.title($0, visit)
                    )
                }
            )
        }.filter { !$0.commands.isEmpty || !$0.questions.isEmpty }
        return visit.site.page(
            "all",
            title: visit.text("nav.all"),
            Content(chapters: chapters),
            visit
        )
    }
}
