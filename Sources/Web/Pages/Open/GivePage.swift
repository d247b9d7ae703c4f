import Application
import Domain
import HTTPTypes

/// A gift announced without an account, and the page where it can be followed.
enum GivePage {
    static let routes: [Route] = [
        .get("/give", .everybody) { (visit) throws(Failure) in form(visit, GiveForm()) },
        .post("/give", .everybody) { (visit) throws(Failure) in try await send(visit) },
        .get("/give/:link", .everybody) { (visit) throws(Failure) in try await follow(visit) },
    ]

    struct Content {
        let kinds: [Choice]
        let isAnonymous: Bool
        let given: GiveForm
        let rows: [Row]
    }

    struct Row {
        let row: Int
        let kinds: [Choice]
        let quantity: String
        let description: String
    }

    private static func form(
        _ visit: Visit,
        _ given: GiveForm,
        problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Reply {
        var visit = visit
        visit.problem = problem
        let kind = given["donor_kind"]
        let content = Content(
            kinds: DonorKind.allCases.map {
                Choice(
                    word: $0.rawValue,
                    label: $0.label(in: visit.language),
                    isChosen: $0.rawValue == kind
                )
            },
            isAnonymous: kind == "anonymous",
            given: given,
            rows: (0..<GiveForm.rows).map { row in
                Row(
                    row: row,
                    kinds: DeviceType.allCases.map {
                        Choice(
                            word: $0.rawValue,
                            label: $0.label(in: visit.language),
                            isChosen: $0.rawValue == given["lines.\(row).kind"]
                        )
                    },
                    quantity: given["lines.\(row).quantity"],
                    description: given["lines.\(row).description"]
                )
            }
        )
        return visit.site.page(
            "give",
            title: visit.text("give.title"),
            content,
            visit,
            status: status
        )
    }

    private static func send(_ visit: Visit) async throws(Failure) -> Reply {
        guard let given = GiveForm(visit) else {
            return form(
                visit,
                GiveForm(),
                problem: visit.text("give.unreadable"),
                status: .badRequest
            )
        }
        // A box that people do not see: what fills it in is no person, and is thanked all the same.
        guard given["website"].isEmpty else { return form(visit, GiveForm()) }
        do throws(Failure) {
            let link = try await visit.site.desk.announce(
                try given.gift(in: visit.language),
                given.list,
                key: given["key"].isEmpty ? FormKey.fresh() : given["key"],
                followedAt: visit.site.settings.publicAddress + "/give/",
                from: visit.address
            )
            return Reply.see("/give/\(link)?done=announced").unseen
        } catch {
            switch error {
            case .refused, .unreadable:
                return form(
                    visit,
                    given,
                    problem: error.sentence(in: visit.language),
                    status: Problem(error, visit).status
                )
            case .file, .forbidden, .unauthenticated, .database: throw error
            }
        }
    }

    struct Tracking {
        let of: Any
        let lines: [Any]
        let address: String
        let isWaiting: Bool
        let isRefused: Bool
        let isLapsed: Bool
        let isExpected: Bool
        let isHere: Bool
    }

    private static func follow(_ visit: Visit) async throws(Failure) -> Reply {
        let link = visit.parameter("link")
        let found = try await visit.site.desk.announcement(behind: link, from: visit.address)
        let isAccepted = found["outcome"] == "accepted"
        let isHere = ["received", "reconciled"].contains(found["status"].text)
        let content = Tracking(
            of: visit.content(found),
            lines: found["lines"].elements.map { visit.content($0) },
            address: visit.site.settings.publicAddress + "/give/" + link,
            isWaiting: found["outcome"] == .null,
            isRefused: found["outcome"] == "refused",
            isLapsed: found["outcome"] == "lapsed",
            isExpected: isAccepted && !isHere,
            isHere: isAccepted && isHere
        )
        return visit.site.page("tracking", title: visit.text("give.follow"), content, visit).unseen
    }
}

/// What the form says, however it was sent.
struct GiveForm {
    /// How many lines it shows.
    static let rows = 4

    private let fields: [String: String]
    let list: AnnouncedGift.List?

    init() {
        fields = [:]
        list = nil
    }

    /// Nil for a body that is no form.
    init?(_ visit: Visit) {
        let type = visit.headers[.contentType] ?? ""
        guard type.hasPrefix("multipart/form-data") else {
            fields = visit.form.filled.compactMapValues(\.last)
            list = nil
            return
        }
        guard let parts = Multipart(visit.body, type: type) else { return nil }
        fields = parts.fields
        list = parts.files["file"].flatMap {
            $0.bytes.isEmpty ? nil : AnnouncedGift.List(name: $0.name, bytes: $0.bytes)
        }
    }

    /// Without white space around it; empty for a box that is not there.
    subscript(name: String) -> String {
        let text = fields[name] ?? ""
        let plain = text.replacing("\0", with: "\u{FFFD}").drop(while: \.isWhitespace)
        return String(plain.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// For the template, which reads names.
    var name: String { self["name"] }
    var email: String { self["email"] }
    var phone: String { self["phone"] }
    var note: String { self["note"] }
    var consents: Bool { self["consent"] == "true" }

    private static func quantity(inLine line: Int) -> Phrase {
        let most = Int(AnnouncedGift.quantities.upperBound)
        return Phrase(
            fr: "à la ligne \(line), un nombre d'appareils, de 1 à \(most.grouped(in: .fr))",
            en: "in line \(line), a number of machines, from 1 to \(most.grouped(in: .en))"
        )
    }

    /// - Throws: `.unreadable` for a number that is none, or not likely.
    func gift(in language: Language) throws(Failure) -> AnnouncedGift {
        func filled(_ name: String) -> String? { self[name].isEmpty ? nil : self[name] }
        var lines: [AnnouncedGift.Line] = []
        for row in 0..<AnnouncedGift.mostLines {
            let description = filled("lines.\(row).description")
            guard let text = filled("lines.\(row).quantity") else {
                guard description == nil else { throw Self.uncounted(row) }
                continue
            }
            let digits = text.filter { !$0.isWhitespace }
            guard let quantity = Int32(digits), AnnouncedGift.quantities.contains(quantity) else {
                throw .unreadable(Unreadable(text, expected: Self.quantity(inLine: row + 1)))
            }
            lines.append(
                AnnouncedGift.Line(
                    kind: DeviceType(rawValue: self["lines.\(row).kind"]) ?? .laptop,
                    description: description,
                    quantity: quantity
                )
            )
        }
        let kind = self["donor_kind"]
        return AnnouncedGift(
            donorKind: kind == "anonymous" ? nil : DonorKind(rawValue: kind) ?? .individual,
            name: filled("name"),
            email: filled("email"),
            phone: filled("phone"),
            note: filled("note"),
            language: language,
            consentsToMail: consents,
            lines: lines
        )
    }

    /// Something is described in a line that does not say how many there are.
    private static func uncounted(_ row: Int) -> Failure {
        .unreadable(
            Unreadable(
                "",
                expected: Phrase(
                    fr: "ligne \(row + 1), combien d'appareils",
                    en: "line \(row + 1), how many machines"
                )
            )
        )
    }
}
