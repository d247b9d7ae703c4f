import Application
import Domain

/// One gift: what was announced, what came, what it is worth, its papers and what became of it.
enum DonationPage {
    static let page = ActingPage(
        "/donations/:thing",
        commands: [
            "receive-donation", "reconcile-donation", "value-donation", "cancel-donation",
            "issue-receipt", "issue-attestation", "issue-deed", "issue-erasure-certificate",
        ],
        next: { command, outcome, _ in
            command.hasPrefix("issue-")
                ? .page("/documents/\(outcome["document"].text.addingPercentEncoding)") : .here
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let of: Any
        let ifMatch: String?
        let lines: [Any]
        let devices: [Any]
        let documents: [Any]
        let fates: [Fate]
        let receives: Bool
        let reconciles: Bool
        let values: Bool
        let isIndividual: Bool
        let adds: Bool
        let cancels: Bool
        let refusalReasons: [Choice]
        let bases: [Choice]
        let conditions: [Choice]
        let issues: [Issue]
        let deeds: Bool
        let handedOverBy: String
        /// The name of the list that it was announced with, while that can be imported.
        let announcedList: String?
        let isStillThere: Bool
    }

    /// A share of what a gift became.
    struct Fate {
        let label: String
        let units: Int64
        /// From 0 to 100, for the bar.
        let percent: Int64
    }

    /// A paper that may be issued with one press.
    struct Issue {
        let command: String
        let label: String
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        guard let number = Int64(visit.parameter("thing")) else {
            throw .refused(
                Refusal(.unknownDonation, ["donation": .text(visit.parameter("thing"))])
            )
        }
        let asked: [String: JSONValue] = ["donation": .number(number)]
        let ifMatch = try await visit.version(of: .donation, "\(number)")
        let found = try await visit.answer("show-donation", asked)
        let gift = found["donation"]
        let outcome = try await visit.answer("donation-outcome", asked)
        let documents = try await visit.answerIfAllowed("list-documents", asked)
        let status = gift["status"].text
        let announced = try await announcedList(number, status, visit)
        let isHere = ["received", "reconciled"].contains(status)
        let hasPaper = !found["documents"].elements.isEmpty
        let content = Content(
            of: visit.content(gift),
            ifMatch: ifMatch,
            lines: found["lines"].elements.enumerated().map { row, line in
                var content = visit.content(line) as? [String: Any] ?? [:]
                content["row"] = row
                content["why"] =
                    line["refusal"] == .null ? nil : RefusalReading.sentence(line["refusal"], visit)
                return content
            },
            devices: found["devices"].elements.map { visit.content($0) },
            documents: (documents?.elements ?? []).map { visit.content($0) },
            fates: fates(units(outcome), visit),
            receives: visit.may("receive-donation") && status == "announced",
            reconciles: visit.may("reconcile-donation") && isHere && !hasPaper,
            values: visit.may("value-donation") && status != "cancelled" && !hasPaper,
            isIndividual: gift["donor_kind"].text == "individual",
            adds: visit.may("add-devices") && isHere,
            cancels: visit.may("cancel-donation") && status == "announced",
            refusalReasons: visit.choices(DeviceRefusalReason.self, named: "none"),
            bases: visit.choices(ValuationBasis.self, named: "basis"),
            conditions: visit.choices(Grade.self, named: "none"),
            issues: isHere ? issues(gift["donor_kind"].text, visit) : [],
            deeds: isHere && visit.may("issue-deed") && gift["donor_kind"].text == "public_body",
            handedOverBy: visit.query["handed_over_by"] ?? "",
            announcedList: announced,
            isStillThere: status == "announced"
        )
        return visit.site.page(
            "donation",
            title: visit.text("device.donation").capitalisedFirst + " \(number)",
            content,
            visit
        )
    }

    private static func announcedList(
        _ donation: Int64,
        _ status: String,
        _ visit: Visit
    ) async throws(Failure) -> String? {
        guard let visitor = visit.visitor, visitor.may(DeviceImport.permission),
            status != "cancelled"
        else { return nil }
        let house = visit.site.house
        return try await house.announcedList(ofDonation: donation, as: visitor.speaker)?.name
    }

    private static func units(_ outcome: JSONValue) -> [String: Int64] {
        guard case .object(let units) = outcome["units"] else { return [:] }
        return units.compactMapValues { if case .number(let count) = $0 { count } else { nil } }
    }

    /// The shares of what machines became, in the order of fates; `units` by the word of the fate.
    static func fates(_ units: [String: Int64], _ visit: Visit) -> [Fate] {
        let counts = GiftFate.allCases.compactMap { fate -> (GiftFate, Int64)? in
            guard let count = units[fate.rawValue], count > 0 else { return nil }
            return (fate, count)
        }
        let total = counts.reduce(0) { $0 + $1.1 }
        return counts.map { fate, count in
            Fate(
                label: fate.label(in: visit.language),
                units: count,
                percent: (count * 100 + total / 2) / total
            )
        }
    }

    private static func issues(_ donorKind: String, _ visit: Visit) -> [Issue] {
        let papers =
            donorKind == "public_body"
            ? ["issue-attestation", "issue-erasure-certificate"]
            : ["issue-receipt", "issue-attestation", "issue-erasure-certificate"]
        return papers.filter { visit.may($0) }.map { name in
            let summary = Catalogue.commands.first { $0.name == name }?.summary
            return Issue(
                command: name,
                label: visit.text("donation." + name) == "donation." + name
                    ? summary?.text(in: visit.language) ?? name : visit.text("donation." + name)
            )
        }
    }
}

/// The gifts, the newest first, and the way to announce one.
enum DonationsPage {
    static let routes: [Route] =
        [
            .get("/donations", .staff) { (visit) throws(Failure) in try await list(visit) }
        ] + announcing.routes

    static let announcing = ActingPage(
        "/donations/new",
        commands: ["announce-donation"],
        next: { _, outcome, visit in
            .page(
                visit.done(
                    "announce-donation",
                    outcome,
                    at: "/donations/\(outcome["donation"].text)"
                )
            )
        },
        show: { (visit) throws(Failure) in try await form(visit) }
    )

    struct List {
        let announced: [Any]
        let hasAnnounced: Bool
        let donations: [Any]
        let mayAnnounce: Bool
        let next: String?
        let statuses: [Choice]
    }

    private static func list(_ visit: Visit) async throws(Failure) -> Reply {
        var asked: [String: JSONValue] = ["limit": 200, "newest_first": true]
        if let after = visit.query.number("after") { asked["after"] = .number(after) }
        if let status = visit.query["status"] { asked["status"] = .text(status) }
        let found = try await visit.answer("list-donations", asked).elements
        let statuses = ["announced", "received", "reconciled", "cancelled"]
        let waiting = try await visit.answerIfAllowed("list-announcements")
        let content = List(
            announced: (waiting?.elements ?? []).map { visit.content($0) },
            hasAnnounced: waiting?.elements.isEmpty == false,
            donations: found.map { visit.content($0) },
            mayAnnounce: visit.may("announce-donation"),
            next: found.count == 200
                ? found.last.map { visit.here(with: "after", $0["donation"].text) } : nil,
            statuses: statuses.map {
                Choice(
                    word: $0,
                    label: Wording.label("status", $0)?.text(in: visit.language) ?? $0,
                    isChosen: $0 == visit.query["status"]
                )
            }
        )
        return visit.site.page("donations", title: visit.text("nav.donations"), content, visit)
    }

    struct Form {
        let donor: String
        let donors: [Any]
        let reference: String
        let announcedOn: String
        let deed: String
        let deedDate: String
        let rows: [Row]
        let isPublic: Bool
    }

    struct Row {
        let row: Int
        let kinds: [Choice]
        let maker: String
        let model: String
        let quantity: String
        let value: String
    }

    private static func form(_ visit: Visit) async throws(Failure) -> Reply {
        guard visit.may("announce-donation") else { throw .forbidden(needs: [.intake]) }
        let donors = try await visit.answer("list-donors", ["limit": 1000]).elements
        let donor = visit.query["donor"] ?? ""
        let content = Form(
            donor: donor,
            donors: donors.map { found in
                [
                    "donor": found["donor"].text, "name": found["name"].text,
                    "isChosen": found["donor"].text == donor,
                ] as [String: Any]
            },
            reference: visit.query["reference"] ?? "",
            announcedOn: visit.query["announced_on"] ?? "",
            deed: visit.query["deed_reference"] ?? "",
            deedDate: visit.query["deed_date"] ?? "",
            rows: (0..<6).map { row in
                Row(
                    row: row,
                    kinds: visit.choices(
                        DeviceType.self,
                        named: "lines.\(row).kind",
                        else: .laptop
                    ),
                    maker: visit.query["lines.\(row).maker"] ?? "",
                    model: visit.query["lines.\(row).model"] ?? "",
                    quantity: visit.query["lines.\(row).quantity:number!"] ?? "",
                    value: visit.query["lines.\(row).declared_unit_cents:euros"] ?? ""
                )
            },
            isPublic: visit.query["deed_reference"] != nil
                || donors.contains {
                    $0["donor"].text == donor && $0["kind"].text == "public_body"
                }
        )
        return visit.site.page("announce", title: visit.text("donation.announce"), content, visit)
    }
}
