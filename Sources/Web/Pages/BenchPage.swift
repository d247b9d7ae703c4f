import Application
import Domain

/// One box that takes whatever is scanned or typed: a label, a serial number, a voucher, a document's number, a model, a card.
enum BenchPage {
    static let routes: [Route] =
        [
            .get("/bench", .staff) { (visit) throws(Failure) in try await scanned(visit) },
            .post("/bench", .staff) { (visit) throws(Failure) in try await applied(visit) },
        ] + ArrivalPage.page.routes

    struct Content {
        let card: Card?
        let results: [CardResult]
        let lines: [String]
        let hasResults: Bool
        let doneCount: Int
        let steps: [CardChoice]
        let mayMove: Bool
        let mayReceive: Bool
    }

    struct Card {
        let label: String
        let address: String
    }

    /// A card to take up.
    struct CardChoice {
        let word: String
        let label: String
        let asksReason: Bool
    }

    private static func scanned(_ visit: Visit) async throws(Failure) -> Reply {
        if let several = ScannedList(visit.query) {
            return page(visit, try await several.found(visit))
        }
        guard let text = visit.query["q"] else { return page(visit, []) }
        if let card = ActionCard(text) {
            guard card.isKnown(visit) else { return told(visit.text("bench.no_card"), text, visit) }
            return .see(card.address)
        }
        return try await place(of: text, visit)
    }

    /// The page again, with what is wrong with a text.
    private static func told(_ sentence: String, _ text: String, _ visit: Visit) -> Reply {
        page(visit, [CardResult(device: text, text: sentence, isDone: false)])
    }

    /// A scan while a card is up.
    private static func applied(_ visit: Visit) async throws(Failure) -> Reply {
        guard let card = ActionCard(visit.query) else { return .see("/bench") }
        let before = (visit.form.values["log"] ?? []).compactMap(CardResult.init(line:))
        if let several = ScannedList(visit.form) {
            return page(visit, try await several.given(card, visit) + before)
        }
        guard let text = visit.form["q"] else { return .see(card.address) }
        if let other = ActionCard(text), other.isKnown(visit) { return .see(other.address) }
        let result = try await card.apply(to: text, visit)
        return page(visit, [result] + before)
    }

    private static func page(_ visit: Visit, _ results: [CardResult]) -> Reply {
        let card = ActionCard(visit.query)
        return visit.site.page(
            "bench",
            title: visit.text("nav.bench"),
            Content(
                card: card.map { Card(label: $0.label(visit), address: $0.address) },
                results: results,
                lines: results.prefix(CardResult.limit).map(\.line),
                hasResults: !results.isEmpty,
                doneCount: results.count(where: \.isDone),
                steps: card == nil ? choices(visit) : [],
                mayMove: visit.may("move-device"),
                mayReceive: visit.may("add-devices")
            ),
            visit
        )
    }

    /// The steps that ask for no more than a reason and that this person may take.
    private static func choices(_ visit: Visit) -> [CardChoice] {
        var known: Set<String> = []
        let steps = visit.site.house.map.steps.filter { step in
            [.none, .reason].contains(step.evidence)
                && visit.visitor?.roles.contains(step.role) == true
        }
        return steps.sorted { $0.evidence == .none && $1.evidence != .none }.compactMap { step in
            guard known.insert(step.name.rawValue).inserted else { return nil }
            return CardChoice(
                word: step.name.rawValue,
                label: step.label.text(in: visit.language).capitalisedFirst,
                asksReason: step.evidence == .reason
            )
        }
    }

    /// Where what was scanned has its page; the list of machines, searched for the text, when nothing has just this name.
    private static func place(of text: String, _ visit: Visit) async throws(Failure) -> Reply {
        for page in ShownPages.all where try await exists(text, page, visit) {
            if page.field == "voucher", visit.may("sell-device") {
                return .see("/counter?voucher=\(text.addingPercentEncoding)")
            }
            return .see(page.path + text.addingPercentEncoding)
        }
        if let slip = slip(in: text) {
            return told(slip.sentence(in: visit.language), text, visit)
        }
        return .see(try await list(of: text, visit))
    }

    /// What is wrong with a text that was meant for a code of ours: `M-0000-1K`; nil for any other text.
    private static func slip(in text: String) -> Unreadable? {
        let letters = LabelCode.Kind.allCases.map { "\($0.letter)-" }
        guard letters.contains(where: text.uppercased().hasPrefix) else { return nil }
        do throws(Unreadable) {
            _ = try LabelCode(reading: text)
            return nil
        } catch {
            return error
        }
    }

    /// The machines on which a text stands; without any, the donors of that name; without either, what is nearly called so.
    ///
    /// Asked before the list itself is: what a scanner reads stands on one thing and never comes here.
    private static func list(of text: String, _ visit: Visit) async throws(Failure) -> String {
        let machines = "/list/\(ListDevices.name)?text=\(text.addingPercentEncoding)"
        let first = try await rows(ListDevices.name, text, visit).first
        if let first, first["likeness"] == .null { return machines }
        let donors = try await rows(FindDonor.name, text, visit)
        let named = donors.filter { donor in
            donor["name"].line(in: visit.language).lowercased().contains(text.lowercased())
        }
        if named.count == 1 { return "/donors/" + named[0]["donor"].line(in: .en) }
        let isDonor = !named.isEmpty || first == nil && !donors.isEmpty
        return isDonor ? "/list/\(FindDonor.name)?text=\(text.addingPercentEncoding)" : machines
    }

    /// At most two lines of what a text finds; none for whom may not ask.
    private static func rows(
        _ question: String,
        _ text: String,
        _ visit: Visit
    ) async throws(Failure) -> [JSONValue] {
        let asked: [String: JSONValue] = ["text": .text(text), "limit": .number(2)]
        switch try await visit.answerIfAllowed(question, asked) {
        case .list(let rows): return rows
        case let answer?:
            guard case .list(let rows) = answer["rows"] else { return [] }
            return rows
        case nil: return []
        }
    }

    private static func exists(
        _ text: String,
        _ page: ShownPages.Page,
        _ visit: Visit
    ) async throws(Failure) -> Bool {
        guard ["device", "voucher", "document", "drive"].contains(page.field) else { return false }
        let question = page.field == "device" ? LookUpDevice.name : page.question
        return try await visit.answerIfAllowed(question, [page.field: .text(text)]) != nil
    }
}

/// "Forty machines arrived": a label for each at once, the details later.
enum ArrivalPage {
    static let page = ActingPage(
        "/bench/arrived",
        commands: ["add-devices"],
        next: { _, _, _ in .shown },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let donations: [Any]
        let chosen: String
        let kinds: [Choice]
        let count: String
        let maker: String
        let model: String
        let devices: [String]
        let devicesCount: Int
        let sheets: [Sheet]
        let donation: String
    }

    /// A file of labels; long arrivals are parted so that an address stays short enough for every proxy.
    struct Sheet {
        let path: String
        let from: Int
        let to: Int
    }

    private static let perSheet = 100

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let arrived = visit.outcome["devices"].elements.map(\.text)
        let known = try await visit.answerIfAllowed(
            "list-donations",
            ["limit": 1000, "newest_first": true]
        )
        let open = (known?.elements ?? []).filter {
            ["announced", "received", "reconciled"].contains($0["status"].text)
        }
        let chosen = visit.query["donation"] ?? open.first?["donation"].text ?? ""
        let content = Content(
            donations: open.map { donation in
                [
                    "donation": donation["donation"].text, "donor": donation["donor_name"].text,
                    "isChosen": donation["donation"].text == chosen,
                ] as [String: Any]
            },
            chosen: chosen,
            kinds: visit.choices(DeviceType.self, named: "kind", else: .laptop),
            count: visit.query["count"] ?? "",
            maker: visit.query["maker"] ?? "",
            model: visit.query["model"] ?? "",
            devices: arrived,
            devicesCount: arrived.count,
            sheets: sheets(arrived),
            donation: visit.form["donation"] ?? ""
        )
        return visit.site.page("arrived", title: visit.text("bench.arrived"), content, visit)
    }

    private static func sheets(_ devices: [String]) -> [Sheet] {
        stride(from: 0, to: devices.count, by: perSheet).map { start in
            let end = min(start + perSheet, devices.count)
            let query = devices[start..<end].map { "device=\($0.addingPercentEncoding)" }
            return Sheet(
                path: "/labels?" + query.joined(separator: "&"),
                from: start + 1,
                to: end
            )
        }
    }
}
