public import Domain
public import Postgres
import Store

/// Opens a case under the legal guarantee of conformity.
public struct OpenWarrantyCase: Command {
    public static let name = "open-warranty-case"
    public static let summary = Phrase(
        fr: "ouvre un dossier de garantie sur une vente",
        en: "opens a case under the guarantee of a sale"
    )
    public static let permission = Permission(.shop)

    public let sale: Int64
    public let fault: String
    /// The day on which the defect showed; today when it is nil, never later.
    public let shownOn: Day?

    public init(sale: Int64, fault: String, shownOn: Day? = nil) {
        self.sale = sale
        self.fault = fault
        self.shownOn = shownOn
    }

    private enum CodingKeys: String, CodingKey {
        case sale, fault
        case shownOn = "shown_on"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let warrantyCase: Int64
        public let sale: Int64
        /// Who has to prove what: `seller_must_rebut` or `buyer_proves`.
        public let cover: Warranty.Cover
        public let warrantyUntil: Day

        private enum CodingKeys: String, CodingKey {
            case sale, cover
            case warrantyCase = "case"
            case warrantyUntil = "warranty_until"
        }
    }

    /// - Throws: `unknown_sale`, `sale_ended`, `warranty_ended`, `back_dated`, `.unreadable` without a fault.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let fault = try Failure.written(
            fault,
            Phrase(fr: "le défaut constaté (fault)", en: "the fault that was found (fault)")
        )
        let day = shownOn ?? circumstances.today
        let guaranteed = try WarrantyStore.found(sale, in: db, circumstances)
        try require(day, of: guaranteed, circumstances.today)
        let warranty = guaranteed.warranty
        let cover = warranty.cover(of: day)
        guard cover != .ended else { throw .refused(guaranteed.ended) }
        let opened = try Failure.running { () throws(PostgresError) in
            try WarrantyStore.open(
                sale: sale,
                fault: fault,
                shownOn: day,
                isPresumed: cover == .sellerMustRebut,
                circumstances.speaker,
                in: db
            )
        }
        return Outcome(
            warrantyCase: opened,
            sale: sale,
            cover: cover,
            warrantyUntil: warranty.lastDay
        )
    }
}

extension OpenWarrantyCase {
    /// A defect shows itself while the buyer has the machine, and not after today.
    private func require(
        _ day: Day,
        of guaranteed: WarrantyStore.Guaranteed,
        _ today: Day
    ) throws(Failure) {
        guard guaranteed.isWithTheBuyer else {
            let label = Fact.text(DeviceReference(number: guaranteed.device).text)
            let facts = ["sale": .number(Int(sale)), "device": label]
            throw .refused(Refusal(.saleEnded, facts, next: ["show-sale"]))
        }
        guard day <= today else {
            let rule = Phrase(
                fr: "un défaut ne date pas de l'avenir",
                en: "no defect is of the future"
            )
            throw .impossible(day, "not_in_the_future", rule)
        }
        let delivered = guaranteed.deliveredOn
        guard day >= delivered else {
            let rule = Phrase(
                fr:
                    "un défaut ne se montre pas avant la remise, le \(delivered.formatted(in: .fr))",
                en: "no defect shows before the delivery, on \(delivered.formatted(in: .en))"
            )
            throw .impossible(day, "not_before_delivery", rule)
        }
    }
}

extension WarrantyStore {
    /// - Throws: `unknown_sale`.
    static func found(
        _ sale: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Guaranteed {
        let found = try Failure.running { () throws(PostgresError) in
            try guarantee(of: sale, circumstances.speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownSale, ["sale": .number(Int(sale))]))
        }
        return found
    }
}

extension WarrantyStore.Guaranteed {
    var ended: Refusal {
        let label = DeviceReference(number: device).text
        return Refusal(
            .warrantyEnded,
            ["device": .text(label), "last_day": .day(warranty.lastDay)],
            next: ["take-back-device"]
        )
    }
}
