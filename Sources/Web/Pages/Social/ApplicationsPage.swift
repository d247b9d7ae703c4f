import Application
import Domain

/// The social desk: a family sits down, and its household, papers and means are entered at once.
enum ApplicationsPage {
    static let page = ActingPage(
        "/applications",
        commands: ["enter-application"],
        next: { _, outcome, visit in
            .page(
                visit.done(
                    "enter-application",
                    outcome,
                    at: "/applications/\(outcome["application"].text)"
                )
            )
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let applications: [Any]
        let next: String?
        let statuses: [Choice]
        let adults: [Adult]
        let kinds: [Choice]
        let persons: String
        let children: String
        let proofs: [Choice]
        let datedOn: String
        let means: MeansBoxes
        let mayEnter: Bool
    }

    struct Adult {
        let row: Int
        let family: String
        let given: String
        let born: String
        let isFirst: Bool
        let isFilled: Bool

        /// Filled in as it was sent, when it was refused.
        init(_ row: Int, _ query: Fields) {
            self.row = row
            family = query["adults.\(row).family_name!"] ?? ""
            given = query["adults.\(row).given_name"] ?? ""
            born = query["adults.\(row).born_on"] ?? ""
            isFirst = row == 0
            isFilled = !(family + given + born).isEmpty
        }
    }

    /// The same list, further down; a form that was refused is not part of its address.
    private static func older(than number: String, _ visit: Visit) -> String {
        var asked = Fields()
        if let status = visit.query["status"] { asked.add("status", status) }
        asked.add("after", number)
        return asked.address(at: visit.path)
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        var asked: [String: JSONValue] = [:]
        if let status = visit.query["status"] { asked["status"] = .text(status) }
        if let after = visit.query.number("after") { asked["after"] = .number(after) }
        let found = try await visit.answer("list-applications", asked)
        let wished = Set(visit.query.values["kinds"] ?? ["laptop"])
        let content = Content(
            applications: found["rows"].elements.map { visit.content($0) },
            next: found["next"] == .null
                ? nil : Self.older(than: found["next"].text, visit),
            statuses: visit.choices(ApplicationStatus.self, named: "status"),
            adults: (0..<2).map { Adult($0, visit.query) },
            kinds: DeviceType.allCases.filter { $0.priceFormula != .none }.map {
                Choice(
                    word: $0.rawValue,
                    label: $0.label(in: visit.language),
                    isChosen: wished.contains($0.rawValue)
                )
            },
            persons: visit.query["persons"] ?? "1",
            children: visit.query["children_in_education"] ?? "0",
            proofs: visit.choices(
                ProofKind.self,
                named: "proofs.0.proof",
                else: .familyFundsCertificate
            ),
            datedOn: visit.query["proofs.0.dated_on!"] ?? "",
            means: MeansBoxes(in: "means.", visit),
            mayEnter: visit.may("enter-application")
        )
        return visit.site.page(
            "applications",
            title: visit.text("nav.applications"),
            content,
            visit
        )
    }
}
