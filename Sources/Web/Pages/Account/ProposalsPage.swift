import Application
import Domain

/// What waits for another person, and what takes two here.
enum ProposalsPage {
    static let page = ActingPage(
        "/proposals",
        commands: [ApproveProposal.name, RejectProposal.name, RequireTwoPeople.name],
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    private struct Proposal {
        let number: String
        let label: String
        let facts: [AnswerFacts.Fact]
        /// nil for whoever may not do it.
        let reason: String?
        let proposer: String
        let proposedAt: String
        let status: String
        /// nil while it is open.
        let decider: String?
        let note: String?
        let isOpen: Bool
        let mayDecide: Bool
        let mayReject: Bool
    }

    private struct Act {
        let name: String
        let label: String
        let takesTwo: Bool
    }

    private struct Content {
        let proposals: [Proposal]
        let isAll: Bool
        let next: String?
        let acts: [Act]
        let mayRequire: Bool
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let isAll = visit.query["all"] == "true"
        var asked: [String: JSONValue] = ["all": .truth(isAll)]
        if let after = visit.query.number("after") { asked["after"] = .number(after) }
        let found = try await visit.answer(ListProposals.name, asked)
        let acts = try await visit.answerIfAllowed(ListGuardedActs.name)
        let content = Content(
            proposals: found["rows"].elements.map { proposal($0, visit) },
            isAll: isAll,
            next: found["next"] == .null ? nil : found["next"].text,
            acts: (acts?["rows"].elements ?? []).filter { $0["may_take_two"] == true }.map {
                Act(
                    name: $0["act"].text,
                    label: $0["label"].line(in: visit.language).capitalisedFirst,
                    takesTwo: $0["takes_two"] == true
                )
            },
            mayRequire: visit.may(RequireTwoPeople.name)
        )
        return visit.site.page("proposals", title: visit.text("proposals.title"), content, visit)
    }

    private static func said(_ value: JSONValue, _ visit: Visit) -> String? {
        value == .null ? nil : value.line(in: visit.language)
    }

    private static func proposal(_ line: JSONValue, _ visit: Visit) -> Proposal {
        let status = line["status"].text
        let content = AnswerReading(
            bytes: line["content"].bytes,
            columns: [],
            language: visit.language,
            words: visit.site.words
        )
        return Proposal(
            number: line["proposal"].text,
            label: Infinitive.of(
                Phrase(fr: line["label"]["fr"].text, en: line["label"]["en"].text),
                in: visit.language
            ),
            facts: line["content"] == .null ? [] : AnswerFacts(content).named(visit),
            reason: said(line["reason"], visit),
            proposer: line["proposed_by"].text,
            proposedAt: SpokenDate.spoken(line["proposed_at"].text, in: visit.language)
                ?? line["proposed_at"].line(in: visit.language),
            status: visit.text("proposals.\(status)"),
            decider: said(line["decided_by"], visit),
            note: said(line["note"], visit),
            isOpen: status == "open",
            mayDecide: line["may_decide"] == true,
            mayReject: status == "open" && (line["may_decide"] == true || line["is_own"] == true)
        )
    }
}
