import Application
import Domain

/// One application from the greeting to the voucher.
enum ApplicationPage {
    static let page = ActingPage(
        "/applications/:thing",
        commands: [
            "note-proof", "set-evidence", "decide-application", "propose-override", "appeal",
            "withdraw-application", "issue-voucher-paper", "issue-decision-letter",
        ],
        next: next,
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    /// An approval with its paper leads to the paper; any other decision is told at once, for it is told once.
    @Sendable private static func next(
        _ command: String,
        _ outcome: JSONValue,
        _ visit: Visit
    ) -> ActingPage.Next {
        let document = outcome["document"].text
        switch command {
        case "issue-voucher-paper",
            "decide-application" where !document.isEmpty:
            return .page("/documents/\(document.addingPercentEncoding)/pdf")
        case "issue-decision-letter":
            let letter = "/applications/\(outcome["application"].text)/letter"
            return .page(letter + "?language=\(outcome["language"].text)")
        case "decide-application": return .shown
        default: return .here
        }
    }

    struct Content {
        let of: Any
        let ifMatch: String?
        /// How many live in the home, and how many of them learn.
        let home: String
        let isOpen: Bool
        let mayDecide: Bool
        let mayPropose: Bool
        let mayAppeal: Bool
        let mayWrite: Bool
        let wouldApprove: Bool
        let offer: BracketOffer?
        let decided: Any?
        let said: String?
        let proofs: [Choice]
        let refusals: [Choice]
        let usualProof: String
        let means: MeansBoxes
    }

    private static let open: Set<String> = ["draft", "submitted", "incomplete", "appealed"]

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        guard let number = Int64(visit.parameter("thing")) else {
            throw .refused(
                Refusal(.unknownApplication, ["application": .text(visit.parameter("thing"))])
            )
        }
        let ifMatch = try await visit.version(of: .application, "\(number)")
        let found = try await visit.answer("show-application", ["application": .number(number)])
        let status = found["status"].text
        let isOpen = open.contains(status)
        let outcome = visit.outcome
        let offer = isOpen ? try await BracketOffer(of: number, visit) : nil
        let content = Content(
            of: visit.content(found),
            ifMatch: ifMatch,
            home: visit.counted("application.person", count(found["persons"])) + ", "
                + visit.counted("application.child", count(found["children_in_education"])),
            isOpen: isOpen,
            mayDecide: isOpen && visit.may("decide-application"),
            mayPropose: isOpen && visit.may("propose-override"),
            mayAppeal: status == "refused" && visit.may("appeal"),
            mayWrite: found["decisions"].elements.isEmpty == false,
            wouldApprove: offer?.mayBeApproved == true,
            offer: offer,
            decided: outcome == .null ? nil : visit.content(outcome),
            said: outcome["explanation." + visit.language.rawValue].text,
            proofs: visit.choices(ProofKind.self, named: "proof", else: .familyFundsCertificate),
            refusals: visit.choices(BuyerRefusalReason.self, named: "refusal"),
            usualProof: visit.query["dated_on"] ?? "",
            means: MeansBoxes(in: "", visit)
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
