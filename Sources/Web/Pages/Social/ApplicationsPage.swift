import Application
import Domain

/// The social desk: a family sits down, and an application begins.
enum ApplicationsPage {
    static let page = ActingPage(
        "/applications",
        commands: ["enter-application"],
        next: { _, outcome, visit in
            .page(
                visit.done(
                    "enter-application",
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
        let mayEnter: Bool
    }

    struct Adult {
        let row: Int
        let family: String
        let given: String
        let born: String
        let isFirst: Bool
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        var asked: [String: JSONValue] = [:]
        if let status = visit.query["status"] { asked["status"] = .text(status) }
        if let after = visit.query.number("after") { asked["after"] = .number(after) }
        let found = try await visit.answer("list-applications", asked)
        let wished = Set(visit.query.values["kinds"] ?? ["laptop"])
        let content = Content(
            applications: found["rows"].elements.map { visit.content($0) },
            next: found["next"] == .null ? nil : found["next"].text,
            statuses: visit.choices(ApplicationStatus.self, named: "status"),
            adults: (0..<2).map { row in
                Adult(
                    row: row,
                    family: visit.query["adults.\(row).family_name!"] ?? "",
                    given: visit.query["adults.\(row).given_name"] ?? "",
                    born: visit.query["adults.\(row).born_on"] ?? "",
                    isFirst: row == 0
                )
            },
            kinds: DeviceType.allCases.filter { $0.priceFormula != .none }.map {
                Choice(
                    word: $0.rawValue,
                    label: $0.label(in: visit.language),
                    isChosen: wished.contains($0.rawValue)
                )
            },
            persons: visit.query["persons"] ?? "1",
            children: visit.query["children_in_education"] ?? "0",
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

/// One application from the greeting to the voucher.
enum ApplicationPage {
    static let page = ActingPage(
        "/applications/:thing",
        commands: [
            "note-proof", "set-evidence", "decide-application", "propose-override", "appeal",
            "withdraw-application", "issue-voucher-paper",
        ],
        next: { command, outcome, _ in
            switch command {
            case "issue-voucher-paper":
                .page("/documents/\(outcome["document"].text.addingPercentEncoding)/pdf")
            case "decide-application": .shown
            default: .here
            }
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let of: Any
        /// How many live in the home, and how many of them learn.
        let home: String
        let isOpen: Bool
        let mayDecide: Bool
        let mayPropose: Bool
        let mayAppeal: Bool
        let decided: Any?
        let said: String?
        let proofs: [Choice]
        let socialStatuses: [Choice]
        let refusals: [Choice]
        let usualProof: String
    }

    private static let open: Set<String> = ["draft", "submitted", "incomplete", "appealed"]

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        guard let number = Int64(visit.parameter("thing")) else {
            throw .refused(
                Refusal(.unknownApplication, ["application": .text(visit.parameter("thing"))])
            )
        }
        let found = try await visit.answer("show-application", ["application": .number(number)])
        let status = found["status"].text
        let isOpen = open.contains(status)
        let outcome = visit.outcome
        let content = Content(
            of: visit.content(found),
            home: visit.counted("application.person", count(found["persons"])) + ", "
                + visit.counted("application.child", count(found["children_in_education"])),
            isOpen: isOpen,
            mayDecide: isOpen && visit.may("decide-application"),
            mayPropose: isOpen && visit.may("propose-override"),
            mayAppeal: status == "refused" && visit.may("appeal"),
            decided: outcome == .null ? nil : visit.content(outcome),
            said: outcome["explanation." + visit.language.rawValue].text,
            proofs: visit.choices(ProofKind.self, named: "proof", else: .familyFundsCertificate),
            socialStatuses: visit.choices(SocialStatus.self, named: "status"),
            refusals: visit.choices(BuyerRefusalReason.self, named: "refusal"),
            usualProof: visit.query["dated_on"] ?? ""
        )
        return visit.site.page(
            "application",
            title: visit.text("application.title") + " \(number)",
            content,
            visit
        )
    }
}

extension ApplicationPage {
    private static func count(_ value: JSONValue) -> Int64 {
        if case .number(let count) = value { count } else { 0 }
    }
}

/// A voucher: for whom, for what, until when; renewed or taken back by those who may.
enum VoucherPage {
    static let page = ActingPage(
        "/vouchers/:thing",
        commands: ["renew-voucher", "revoke-voucher", "issue-voucher-paper"],
        next: { command, outcome, _ in
            command == "issue-voucher-paper"
                ? .page("/documents/\(outcome["document"].text.addingPercentEncoding)/pdf") : .here
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let of: Any
        let whyNot: String?
        let mayRenew: Bool
        let mayRevoke: Bool
        let mayPrint: Bool
        let maySell: Bool
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let found = try await visit.answer(
            "show-voucher",
            ["voucher": .text(visit.parameter("thing"))]
        )
        let refusal = found["refusal"]
        let content = Content(
            of: visit.content(found),
            whyNot: refusal == .null ? nil : RefusalReading.sentence(refusal, visit),
            mayRenew: visit.may("renew-voucher") && found["is_renewed"] == false,
            mayRevoke: visit.may("revoke-voucher"),
            mayPrint: visit.may("issue-voucher-paper"),
            maySell: visit.may("sell-device")
        )
        return visit.site.page("voucher", title: found["voucher"].text, content, visit)
    }
}

/// A document: genuine or not, what it is about, its PDF.
enum DocumentPage {
    static let page = ActingPage(
        "/documents/:thing",
        commands: ["cancel-document", "replace-document", "reprint-document"],
        next: { command, outcome, visit in
            command == "replace-document"
                ? .page("/documents/\(outcome["document"].text.addingPercentEncoding)") : .here
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let of: Any
        let isStanding: Bool
        let mayCancel: Bool
        let mayReprint: Bool
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let number = visit.parameter("thing")
        let found = try await visit.answer("show-document", ["document": .text(number)])["document"]
        let isStanding = found["cancelled"] != true
        let content = Content(
            of: visit.content(found),
            isStanding: isStanding,
            mayCancel: isStanding && visit.may("cancel-document"),
            mayReprint: isStanding && visit.may("reprint-document")
        )
        return visit.site.page("document", title: number, content, visit)
    }
}
