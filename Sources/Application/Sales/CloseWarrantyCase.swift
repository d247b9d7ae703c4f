public import Domain
public import Postgres
import Store

/// Closes a case under the guarantee; a repair lengthens the guarantee by six months (L.217-13).
public struct CloseWarrantyCase: Command {
    public static let name = "close-warranty-case"
    public static let summary = Phrase(
        fr: "clôt un dossier de garantie",
        en: "closes a case under the guarantee"
    )
    public static let permission = Permission(.shop)

    public enum Ending: String, Vocabulary {
        case repaired, replaced, refunded, rejected

        public var label: Phrase {
            switch self {
            case .repaired: Phrase(fr: "réparé", en: "repaired")
            case .replaced: Phrase(fr: "remplacé", en: "replaced")
            case .refunded: Phrase(fr: "remboursé", en: "refunded")
            case .rejected: Phrase(fr: "rejeté", en: "rejected")
            }
        }
    }

    public let warrantyCase: Int64
    public let outcome: Ending

    public init(warrantyCase: Int64, outcome: Ending) {
        self.warrantyCase = warrantyCase
        self.outcome = outcome
    }

    private enum CodingKeys: String, CodingKey {
        case outcome
        case warrantyCase = "case"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let warrantyCase: Int64
        public let sale: Int64
        public let outcome: Ending
        public let warrantyUntil: Day

        private enum CodingKeys: String, CodingKey {
            case sale, outcome
            case warrantyCase = "case"
            case warrantyUntil = "warranty_until"
        }
    }

    /// - Throws: `unknown_warranty_case`, `warranty_case_closed`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let speaker = circumstances.speaker
        let number = Fact.number(Int(warrantyCase))
        let found = try Failure.running { () throws(PostgresError) in
            try WarrantyStore.find(warrantyCase, speaker, in: db)
        }
        guard let found else { throw .refused(Refusal(.unknownWarrantyCase, ["case": number])) }
        let guaranteed = try WarrantyStore.found(found.sale, in: db, circumstances)
        let extended = try extended(guaranteed, found)
        let closed = try Failure.running { () throws(PostgresError) in
            try WarrantyStore.close(
                warrantyCase,
                outcome: outcome.rawValue,
                on: circumstances.today,
                extendedUntil: extended?.lastDay,
                speaker,
                in: db
            )
        }
        guard closed else {
            let day = Fact.day(found.closedOn ?? circumstances.today)
            throw .refused(Refusal(.warrantyCaseClosed, ["case": number, "day": day]))
        }
        return Outcome(
            warrantyCase: warrantyCase,
            sale: found.sale,
            outcome: outcome,
            warrantyUntil: (extended ?? guaranteed.warranty).lastDay
        )
    }

    private func extended(
        _ guaranteed: WarrantyStore.Guaranteed,
        _ found: WarrantyStore.Case
    ) throws(Failure) -> Warranty? {
        guard outcome == .repaired, found.closedOn == nil else { return nil }
        do throws(Refusal) {
            let label = DeviceReference(number: guaranteed.device).text
            return try guaranteed.warranty.repaired(defectShownOn: found.openedOn, device: label)
        } catch {
            throw .refused(error)
        }
    }
}
