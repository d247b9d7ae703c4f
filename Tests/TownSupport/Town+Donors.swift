public import Application
public import Domain

extension Town {
    /// A donor with everything a receipt asks for, by number.
    public func donor(
        _ kind: DonorKind,
        name: String? = nil,
        language: Language? = nil
    ) async throws -> Int64 {
        let company = kind == .company
        let command = AddDonor(
            kind: kind,
            name: name ?? "Ateliers du Val",
            legalForm: company ? "SAS" : nil,
            siret: kind == .individual ? nil : "55210055400013",
            street: "3 quai de Stalingrad",
            postalCode: "92100",
            town: "Boulogne-Billancourt",
            language: language
        )
        return try await application.perform(command, as: ana).donor
    }

    /// A gift received on 2026-10-05 and counted, nothing refused unless `accepted` says so, by number.
    public func gift(
        from donor: Int64,
        _ lines: [GivenLine],
        accepted: Int32? = nil
    ) async throws -> Int64 {
        let announced = try await application.perform(
            AnnounceDonation(
                donor: donor,
                lines: lines,
                deedReference: "Délibération 2026-114",
                deedDate: Day(2026, 9, 30)
            ),
            as: ana
        )
        let donation = announced.donation
        _ = try await application.perform(
            ReceiveDonation(
                donation: donation,
                receivedOn: Day(2026, 10, 5),
                handedOverBy: "Luc Bernard"
            ),
            as: ana
        )
        let counted = accepted.map { count in
            [
                ReconcileDonation.Line(
                    line: 1,
                    accepted: count,
                    refused: (lines.first?.quantity ?? 0) - count,
                    refusalReason: .damaged
                )
            ]
        }
        _ = try await application.perform(
            ReconcileDonation(donation: donation, lines: counted),
            as: ana
        )
        return donation
    }

    /// An individual's laptop of 2019, valued by the grid at what is kept, by the gift's number.
    public func laptopOfAnIndividual(
        from donor: Int64,
        estimateCents: Int64? = nil,
        keptCents: Int64? = nil
    ) async throws -> Int64 {
        let donation = try await gift(
            from: donor,
            [GivenLine(kind: .laptop, madeIn: 2019, quantity: 1)]
        )
        _ = try await application.perform(
            ValueDonation(
                donation: donation,
                lines: [
                    .init(
                        line: 1,
                        estimateCents: estimateCents,
                        condition: .b,
                        keptCents: keptCents
                    )
                ]
            ),
            as: ana
        )
        return donation
    }

    /// Publishes a grid that says so much of a laptop made from 2018 on, in good condition.
    public func valuationGrid(laptopCents: Int64) async throws {
        guard let day = Day(2020, 1, 1) else { return }
        _ = try await application.perform(
            PublishValuationGrid(
                grid: "FR-DONS-2020",
                from: day,
                rows: [.init(kind: .laptop, madeFrom: 2018, condition: .b, cents: laptopCents)]
            ),
            as: dan
        )
    }
}
