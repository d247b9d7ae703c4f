import Application
import Domain
import Store
import Testing
import TownSupport

@Suite struct DonorTests {
    @Test(arguments: ["Atelier du Val", "ateliers val", "552 100 554"])
    func `a donor is found by words that are nearly its name, or by its number`(
        words: String
    ) async throws {
        try await Town.with { town in
            let donor = try await town.donor(.company)
            _ = try await town.donor(.individual, name: "Rose Delorme")

            let found = try await town.application.ask(FindDonor(text: words), as: town.ana)

            #expect(found.map(\.donor) == [donor])
        }
    }

    @Test func `the same company is not written down twice`() async throws {
        try await Town.with { town in
            _ = try await town.donor(.company)

            let refusal = try await town.refusal {
                _ = try await town.donor(.company, name: "Autre")
            }

            #expect(refusal?.code == .donorAlreadyKnown)
        }
    }

    @Test func `merged donors are one, and their gifts stay as they were given`() async throws {
        try await Town.with { town in
            let kept = try await town.donor(.individual, name: "Rose Delorme")
            let other = try await town.donor(.individual, name: "R. Delorme")
            let gift = try await town.application.perform(
                AnnounceDonation(donor: other, lines: [GivenLine(kind: .tablet, quantity: 1)]),
                as: town.ana
            ).donation

            let merged = try await town.application.perform(
                MergeDonors(donor: other, into: kept),
                as: town.ana
            )
            let shown = try await town.application.ask(ShowDonor(donor: other), as: town.ana)
            let gifts = try await town.application.ask(ListDonations(donor: kept), as: town.ana)
            let all = try await town.application.ask(ListDonors(), as: town.ana)

            #expect(merged.donor == kept && merged.donations == 1)
            #expect(shown.donor.donor == kept)
            #expect(gifts.map(\.donation) == [gift])
            #expect(gifts.map(\.donorName) == ["R. Delorme"])
            #expect(all.map(\.donor) == [kept])
        }
    }

    @Test func `merged donors keep each receipt, its number and its words`() async throws {
        try await Town.with { town in
            let kept = try await town.donor(.company, name: "Ateliers du Val")
            let other = try await town.application.perform(
                AddDonor(
                    kind: .company,
                    name: "Ateliers du Val SAS",
                    legalForm: "SAS",
                    siret: "73282932000074",
                    street: "3 quai de Stalingrad",
                    postalCode: "92100",
                    town: "Boulogne-Billancourt"
                ),
                as: town.ana
            ).donor
            let gift = try await town.valuedGift(2, from: other)
            let receipt = try await town.application.perform(
                IssueReceipt(donation: gift),
                as: town.ana
            )
            let paper = try await town.drawer().pdf(of: receipt.document, as: town.ana)

            _ = try await town.application.perform(
                MergeDonors(donor: other, into: kept),
                as: town.ana
            )
            let papers = try await town.application.ask(ListDocuments(), as: town.ana)
            let afterwards = try await town.drawer().pdf(of: receipt.document, as: town.ana)
            let year = try await town.application.perform(
                IssueYearStatement(donor: kept, year: 2_026),
                as: town.ana
            )
            let gifts = try await town.application.ask(ListDonations(donor: kept), as: town.ana)

            #expect(papers.map(\.document) == [receipt.document])
            #expect(afterwards == paper)
            #expect(try text(ofPDF: paper).contains("Ateliers du Val SAS"))
            #expect(year.amountCents == receipt.amountCents)
            #expect(gifts.map(\.donation) == [gift])
        }
    }

    @Test func `an objection is remembered beside the agreement before it`() async throws {
        try await Town.with { town in
            let donor = try await town.donor(.individual)
            for given in [true, false] {
                _ = try await town.application.perform(
                    RecordDonorConsent(donor: donor, purpose: "mail", given: given, how: "letter"),
                    as: town.ana
                )
            }
            let contact = try await town.application.perform(
                AddDonorContact(donor: donor, name: "Luc Bernard", phone: "01 23 45 67 89"),
                as: town.ana
            ).contact
            _ = try await town.application.perform(
                EndDonorContact(donor: donor, contact: contact),
                as: town.ana
            )

            let shown = try await town.application.ask(ShowDonor(donor: donor), as: town.ana)

            #expect(shown.donor.isOpposedToMail)
            #expect(shown.consents.map(\.given) == [false])
            #expect(shown.contacts.map(\.until) == [shown.contacts.first?.until])
            #expect(shown.contacts.first?.until != nil)
        }
    }

    @Test func `who has given keeps the kind under which it gave`() async throws {
        try await Town.with { town in
            let donor = try await town.donor(.individual)
            _ = try await town.application.perform(
                AnnounceDonation(donor: donor, lines: [GivenLine(kind: .tablet, quantity: 1)]),
                as: town.ana
            )

            let refusal = try await town.refusal {
                _ = try await town.application.perform(
                    ChangeDonor(donor: donor, kind: .publicBody),
                    as: town.ana
                )
            }

            #expect(refusal?.code == .donorHasGiven)
        }
    }
}
