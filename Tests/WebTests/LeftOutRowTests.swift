import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// A line in which something was typed is never left out in silence.
@Suite(.serialized) struct LeftOutRowTests {
    private static let family = [
        "persons": "2", "children_in_education": "0", "kinds": "laptop",
        "adults.0.family_name!": "Benali", "adults.0.given_name": "Samia",
        "adults.0.born_on": "1986-04-02", "proofs.0.proof": "family_funds_certificate",
        "proofs.0.dated_on!": "", "means.official.quotient:number!": "",
        "means.official.fund": "caf", "means.status": "",
        "means.fiscal.reference_income_cents:euros!": "",
        "means.fiscal.quarter_shares:number": "", "means.computed.yearly_cents:euros!": "",
        "means.computed.monthly_benefit_cents:euros": "0", "means.computed.children:number": "0",
    ]

    @Test(arguments: [
        (["adults.1.given_name": "Karim", "adults.1.born_on": "1984-01-01"], "ligne 2", "Nom"),
        (
            [
                "adults.1.family_name!": "Benali", "adults.1.given_name": "Karim",
                "adults.1.born_on": "",
            ], "ligne 2", "Né(e) le"
        ),
        (["means.fiscal.quarter_shares:number": "4"], "Avis d'impôt", "Revenu fiscal"),
        (["means.computed.monthly_benefit_cents:euros": "150"], "Quotient estimé", "Revenu annuel"),
        (["means.official.quotient:number!": "2,5"], "Quotient", "nombre entier"),
        (
            [
                "means.fiscal.reference_income_cents:euros!": "900",
                "means.fiscal.quarter_shares:number": "2,5",
            ], "Quarts de part", "2,5"
        ),
    ])
    func `what is missing beside what was typed is named`(
        typed: [String: String],
        place: String,
        box: String
    ) async throws {
        try await WebTown.atTheCounter { town in
            let bea = try await town.signIn("bea")
            let form = Self.family.merging(["adults.1.family_name!": ""]) { $1 }
                .merging(typed) { $1 }

            let reply = try await town.send("/applications", "enter-application", form, as: bea)

            let said = reply.problemSaid
            #expect(reply.status == .badRequest)
            #expect(said.contains(place), "\(said)")
            #expect(said.contains(box), "\(said)")
        }
    }

    @Test func `a line with its usual choices alone is no line`() async throws {
        try await WebTown.atTheCounter { town in
            let bea = try await town.signIn("bea")
            let form = Self.family.merging(["adults.1.family_name!": ""]) { $1 }

            let reply = try await town.send("/applications", "enter-application", form, as: bea)

            #expect(reply.status == .seeOther)
        }
    }

    @Test func `a line of a gift without its number is asked about, and the form kept`()
        async throws
    {
        try await WebTown.atTheCounter { town in
            let ana = try await town.signIn("ana")
            let donor = try await town.town.donor(.company, name: "Minoterie SAS")

            let reply = try await town.send(
                "/donations/new",
                "announce-donation",
                [
                    "donor": "\(donor)", "reference": "AO-7", "announced_on": "2026-03-04",
                    "lines.0.quantity:number!": "2", "lines.0.kind": "laptop",
                    "lines.1.quantity:number!": "", "lines.1.kind": "monitor",
                    "lines.1.model": "P2419H", "deed_reference": "D-12",
                ],
                as: ana
            )

            let said = reply.problemSaid
            #expect(reply.status == .badRequest)
            #expect(said.contains("ligne 2"), "\(said)")
            #expect(said.contains("Nombre"), "\(said)")
            for kept in ["P2419H", "AO-7", "2026-03-04", "D-12"] {
                #expect(reply.text.contains("value=\"\(kept)\""), "\(kept)")
            }
        }
    }

    @Test(arguments: ["description=ThinkPad", "kind=monitor"])
    func `a stranger's line without its number is asked about`(typed: String) async throws {
        try await WebTown.with { town in
            let form =
                "donor_kind=anonymous&lines.0.quantity=1&lines.0.kind=laptop"
                + "&lines.1.quantity=&lines.1.\(typed)"

            let reply = try await town.post("/give", form)
            let isTyped = typed.hasPrefix("description")

            #expect(reply.status == (isTyped ? .badRequest : .seeOther))
            if isTyped {
                #expect(reply.problemSaid.contains("ligne 2"), "\(reply.problemSaid)")
                #expect(reply.text.contains("value=\"ThinkPad\""))
            }
        }
    }
}

extension WebTown.Answer {
    /// What the page says at its top of why nothing was done.
    var problemSaid: String {
        text.split(separator: "role=\"alert\">").dropFirst().first
            .flatMap { $0.split(separator: "</").first }.map(String.init)?
            .replacing("&#39;", with: "'") ?? ""
    }
}
