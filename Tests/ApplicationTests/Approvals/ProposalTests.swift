import Application
import Cluster
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

/// Acts that take two people.
@Suite struct ProposalTests {
    /// A town where erasing takes two, with a second data protection officer and somebody who left.
    private func with(_ body: (Town, _ other: Speaker) async throws -> Void) async throws {
        try await Town.with { town in
            let house = town.application
            for login in ["eve", "gone"] {
                _ = try await house.perform(AddPerson(login: login, fullName: login), as: town.dan)
            }
            _ = try await house.perform(GrantRole(login: "eve", role: .dpo), as: town.dan)
            _ = try await house.perform(RequireTwoPeople(act: "erase-person"), as: town.dan)
            try await body(town, Speaker(organisation: 1, person: 5))
        }
    }

    private func propose(_ town: Town) async throws -> Int64 {
        try await town.application.perform(
            Propose(command: "erase-person", content: ["login": "gone"], reason: "asked by letter"),
            as: town.dan
        ).proposal
    }

    /// The word under which something is refused; nil when it is done.
    private func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let failure as Failure {
            switch failure {
            case .refused(let refusal): return refusal.code.rawValue
            case .forbidden: return "forbidden"
            default: throw failure
            }
        }
    }

    @Test func `what takes two is not done by one`() async throws {
        try await with { town, _ in
            let word = try await refusal {
                _ = try await town.application.perform(ErasePerson(login: "gone"), as: town.dan)
            }

            #expect(word == "approval_needed")
        }
    }

    @Test func `another approves, and it is done once under both names`() async throws {
        try await with { town, other in
            let proposal = try await propose(town)

            let outcome = try await town.application.perform(
                ApproveProposal(proposal: proposal),
                as: other
            )
            let again = try await refusal {
                _ = try await town.application.perform(
                    ApproveProposal(proposal: proposal),
                    as: other
                )
            }
            let db = try await town.database.connect(as: .superuser)
            let events = try await db.rows(
                "SELECT person_id, (body ->> 'proposed_by')::bigint AS proposer FROM audit.event WHERE name = 'erase-person'"
            )
            let erasures = try events.map { row in
                [try row.decode("person_id", as: Int64.self), try row.decode("proposer")]
            }
            await db.close()

            #expect(outcome.command == "erase-person")
            #expect(again == "proposal_decided")
            #expect(erasures == [[other.person, town.dan.person]])
        }
    }

    @Test func `nobody approves an own proposal`() async throws {
        try await with { town, _ in
            let proposal = try await propose(town)

            let word = try await refusal {
                _ = try await town.application.perform(
                    ApproveProposal(proposal: proposal),
                    as: town.dan
                )
            }

            #expect(word == "needs_other_person")
        }
    }

    @Test func `who has no right to the act approves nothing and sees nothing of it`() async throws
    {
        try await with { town, _ in
            let proposal = try await propose(town)

            let word = try await refusal {
                _ = try await town.application.perform(
                    ApproveProposal(proposal: proposal),
                    as: town.ana
                )
            }
            let seen = try await town.application.ask(ListProposals(), as: town.ana).rows.first

            #expect(word == "forbidden")
            #expect(seen?.proposal == proposal)
            #expect(seen?.content == nil)
            #expect(seen?.reason == nil)
        }
    }

    @Test func `who has no right to an act cannot propose it`() async throws {
        try await with { town, _ in
            let word = try await refusal {
                _ = try await town.application.perform(
                    Propose(command: "erase-person", content: ["login": "gone"], reason: "why"),
                    as: town.ana
                )
            }

            #expect(word == "forbidden")
        }
    }

    @Test func `what was rejected is not done`() async throws {
        try await with { town, other in
            let proposal = try await propose(town)

            _ = try await town.application.perform(
                RejectProposal(proposal: proposal, reason: "not yet"),
                as: other
            )
            let word = try await refusal {
                _ = try await town.application.perform(
                    ApproveProposal(proposal: proposal),
                    as: other
                )
            }
            let line = try await town.application.ask(ListProposals(all: true), as: other).rows
                .first

            #expect(word == "proposal_decided")
            #expect(line?.status == "rejected")
            #expect(line?.note == "not yet")
            #expect(line?.content == nil)
        }
    }

    @Test func `an act that is refused leaves its proposal open`() async throws {
        try await with { town, other in
            let proposal = try await town.application.perform(
                Propose(command: "erase-person", content: ["login": "ana"], reason: "why"),
                as: town.dan
            ).proposal

            let word = try await refusal {
                _ = try await town.application.perform(
                    ApproveProposal(proposal: proposal),
                    as: other
                )
            }
            let line = try await town.application.ask(ListProposals(), as: other).rows.first

            #expect(word == "person_still_active")
            #expect(line?.status == "open")
        }
    }

    @Test func `to end a rule takes two as well`() async throws {
        try await with { town, other in
            let end = RequireTwoPeople(act: "erase-person", isRequired: false)
            let alone = try await refusal {
                _ = try await town.application.perform(end, as: town.dan)
            }
            _ = try await town.application.perform(
                GrantRole(login: "eve", role: .admin),
                as: town.dan
            )
            let proposal = try await town.application.perform(
                Propose(
                    command: "require-two-people",
                    content: ["act": "erase-person", "required": false],
                    reason: "one of us leaves"
                ),
                as: town.dan
            ).proposal
            _ = try await town.application.perform(ApproveProposal(proposal: proposal), as: other)
            _ = try await town.application.perform(ErasePerson(login: "gone"), as: town.dan)

            #expect(alone == "approval_needed")
        }
    }

    @Test func `a secret cannot be proposed`() async throws {
        try await with { town, _ in
            let word = try await refusal {
                _ = try await town.application.perform(
                    Propose(
                        command: "make-token",
                        content: ["login": "ana", "purpose": "x"],
                        reason: "why"
                    ),
                    as: town.dan
                )
            }

            #expect(word == "not_proposable")
        }
    }
}
