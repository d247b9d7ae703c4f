public import Application
import Domain
import Store

extension Town {
    /// Tells what the town's papers name of the organisation, as Dan.
    public func describe(_ told: (inout DescribeOrganisation) -> Void) async throws {
        var command = DescribeOrganisation()
        told(&command)
        _ = try await application.perform(command, as: dan)
    }

    /// A company's gift of laptops with its letter, by number.
    public func valuedGift(
        _ laptops: Int32 = 40,
        unitCents: Int64 = 6_000,
        from donor: Int64? = nil
    )
        async throws -> Int64
    {
        let giver: Int64
        if let donor { giver = donor } else { giver = try await self.donor(.company) }
        let donation = try await gift(
            from: giver,
            [GivenLine(kind: .laptop, maker: "Dell", model: "Latitude 5400", quantity: laptops)]
        )
        let letter = ValueDonation(
            donation: donation,
            basis: .netBookValue,
            unitCents: unitCents,
            letter: "lettre.pdf",
            letterOn: Day(2026, 10, 1),
            signer: "Paule Gérard"
        )
        _ = try await application.perform(letter, as: ana)
        return donation
    }

    /// A town hall's gift, announced with a year of make, received and counted, by number.
    public func publicGift(_ laptops: Int32 = 4, madeIn: Int16 = 2_019) async throws -> Int64 {
        try await gift(
            from: try await donor(.publicBody, name: "Mairie de Meudon"),
            [
                GivenLine(
                    kind: .laptop,
                    madeIn: madeIn,
                    quantity: laptops,
                    declaredUnitCents: 28_000
                )
            ]
        )
    }
}
