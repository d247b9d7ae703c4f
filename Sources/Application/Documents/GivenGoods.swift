import Documents
import Domain
import Postgres
import Store

/// What of a gift was received and accepted as goods: the only things that a receipt may name (rulebook 1.2, V7).
struct GivenGoods {
    let gift: Donation
    let donor: Donor
    let lines: [DonationLine]
    let devices: [GivenDevice]

    /// Reads the gift and keeps it from others until the commit.
    static func lock(
        _ donation: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> GivenGoods {
        let gift = try Donation.lock(
            donation,
            whileIn: DonationStatus.allCases,
            in: db,
            circumstances
        )
        let speaker = circumstances.speaker
        // The name on a paper is the giver's own, also after a merge.
        let donor = try Failure.running { () throws(PostgresError) in
            try DonorStore.find(gift.donor, of: speaker, in: db)
        }
        guard let donor else {
            throw .refused(Refusal(.unknownDonor, ["donor": .text(String(gift.donor))]))
        }
        return try Failure.running { () throws(PostgresError) in
            GivenGoods(
                gift: gift,
                donor: donor,
                lines: try DonationStore.lines(of: donation, speaker, in: db).filter {
                    $0.goods > 0
                },
                devices: try DonationStore.devices(of: donation, speaker, in: db).filter {
                    !Self.out.contains($0.state)
                }
            )
        }
    }

    /// States in which a device is on no paper.
    static let out: Set<String> = ["announced", "cancelled", "returned_to_donor", "missing"]

    /// - Throws: `donation_not_in_status` before the gift was counted.
    func requireReconciled() throws(Failure) {
        guard gift.status == .reconciled else {
            throw .refused(
                Refusal(
                    .donationNotInStatus,
                    [
                        "donation": .text(String(gift.number)), "status": .word(gift.status),
                        "needed": .word(DonationStatus.reconciled),
                    ],
                    next: [ReconcileDonation.name]
                )
            )
        }
    }

    /// - Throws: `nothing_accepted`.
    func requireSomething() throws(Failure) {
        guard count > 0 else {
            throw .refused(
                Refusal(.nothingAccepted, ["donation": .text(String(gift.number))])
            )
        }
    }

    var count: Int { lines.reduce(0) { $0 + Int($1.goods) } }

    /// Goods by line, with values where `valued`.
    func goods(_ language: Language, valued: Bool) -> [GoodsLine] {
        lines.map { line in
            let nature = (line.kind ?? .peripheral).label(in: language)
            let isNamed = line.maker != nil || line.model != nil
            return GoodsLine(
                quantity: Int(line.goods),
                nature: nature,
                brand: line.maker ?? "",
                model: line.model
                    ?? (isNamed || line.description == nature ? "" : line.description),
                unitValue: valued ? unitValue(of: line) : nil
            )
        }
    }

    /// One line for each device that is known by itself.
    func serials(_ language: Language) -> [SerialLine] {
        devices.map { device in
            let words = [device.kind.label(in: language), device.maker, device.model]
            return SerialLine(
                code: DeviceReference(number: device.number).text,
                serial: device.serial ?? "–",
                description: words.compactMap { $0 }.joined(separator: " ")
            )
        }
    }

    /// What one of a line is worth: the letter's figure for all, the line's own, or what the review kept.
    func unitValue(of line: DonationLine) -> Money? {
        let cents =
            donor.kind == .individual
            ? line.reviewedUnitCents : gift.valuation?.unitCents ?? line.declaredUnitCents
        return gift.valuation?.totalCents == nil ? cents.map { Money(cents: $0) } : nil
    }

    /// The gift as the rules of receipts read it.
    ///
    /// A figure for every item is multiplied by what was accepted; a total, or the sum of lines, stands for itself.
    var asked: Domain.Gift {
        let (unit, times) = worth
        return Domain.Gift(
            name: String(gift.number),
            donorName: donor.name,
            donorKind: gift.donorKind,
            address: EnvelopeAddress.postal(donor.address),
            legalForm: donor.legalForm,
            siren: donor.siren,
            acceptedCount: count == 0 ? 0 : times,
            valuation: unit.flatMap { unit in
                gift.valuation.map {
                    GiftValuation(basis: $0.basis, unitValue: unit, writtenProof: $0.letter)
                }
            },
            counterpart: Money(cents: gift.counterpartCents),
            givenOn: gift.receivedOn ?? Day(number: 0)
        )
    }

    private var worth: (unit: Money?, times: Int) {
        if let total = gift.valuation?.totalCents { return (Money(cents: total), 1) }
        if donor.kind != .individual, let unit = gift.valuation?.unitCents {
            return (Money(cents: unit), count)
        }
        var sum = Money.zero()
        for line in lines {
            guard let unit = unitValue(of: line) else { return (nil, count) }
            sum = sum + unit * Int(line.goods)
        }
        return (sum, 1)
    }
}
