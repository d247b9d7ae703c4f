import Domain
import Postgres
import Store

extension Donation {
    /// The gift of a number.
    ///
    /// - Throws: `unknown_donation`.
    static func require(
        _ number: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Donation {
        let found = try Failure.running { () throws(PostgresError) in
            try DonationStore.find(number, of: circumstances.speaker, in: db)
        }
        return try known(found, number)
    }

    /// The gift, kept from others until the commit, in one of these statuses.
    ///
    /// - Throws: `unknown_donation`, `donation_not_in_status`.
    static func lock(
        _ number: Int64,
        whileIn statuses: [DonationStatus],
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Donation {
        let found = try Failure.running { () throws(PostgresError) in
            try DonationStore.lock(number, of: circumstances.speaker, in: db)
        }
        let donation = try known(found, number)
        guard statuses.contains(donation.status) else {
            throw .refused(
                Refusal(
                    .donationNotInStatus,
                    [
                        "donation": .text(String(number)), "status": .word(donation.status),
                        "needed": .list(statuses),
                    ]
                )
            )
        }
        return donation
    }

    /// What a standing receipt says of a gift does not change under it.
    ///
    /// - Throws: `document_already_issued`.
    func requireNoPaper(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        let standing = try Failure.running { () throws(PostgresError) in
            try DocumentStore.standing(of: number, circumstances.speaker, in: db)
        }
        guard let document = standing.first else { return }
        throw .refused(
            Refusal(
                .documentAlreadyIssued,
                ["donation": .text(String(number)), "document": .text(document)],
                next: ["cancel-document", "reprint-document"]
            )
        )
    }

    /// What the donor gets in return lowers the receipt, and never raises it.
    static func requireCounterpart(_ cents: Int64?) throws(Failure) {
        let amount = Phrase(
            fr: "une contrepartie de zéro ou plus (counterpart_cents)",
            en: "a counterpart of zero or more (counterpart_cents)"
        )
        try Failure.requireNotNegative(cents, amount)
    }

    private static func known(_ found: Donation?, _ number: Int64) throws(Failure) -> Donation {
        guard let found else {
            throw .refused(Refusal(.unknownDonation, ["donation": .text(String(number))]))
        }
        return found
    }
}

extension Failure {
    /// Asks the rules of the domain, giving their refusal the shape of a failure.
    static func judging<R>(_ body: () throws(Refusal) -> R) throws(Failure) -> R {
        do { return try body() } catch { throw .refused(error) }
    }
}
