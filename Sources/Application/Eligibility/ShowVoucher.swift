public import Domain
public import Postgres
import Store

/// What the counter may know of a voucher: never an income, never a bracket.
public struct ShowVoucher: Question {
    public static let name = "show-voucher"
    public static let summary = Phrase(
        fr: "montre un bon : pour qui, pour quoi, jusqu'à quand",
        en: "shows a voucher: for whom, for what, until when"
    )
    public static let permission = Permission(.shop, .socialAgent, .socialApprover)
    public static var side: Side { .main }

    public let voucher: VoucherReference

    public init(voucher: VoucherReference) {
        self.voucher = voucher
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let voucher: String
        public let firstName: String
        public let initial: String
        public let kinds: [DeviceType]
        /// The kinds for which it still serves today.
        public let usableKinds: [DeviceType]
        public let from: Day
        /// The last day on which it serves.
        public let until: Day
        public let isRenewed: Bool
        public let isUsable: Bool
        /// Why it does not serve, as a sale would say it; nil when it does.
        public let refusal: Refusal?

        private enum CodingKeys: String, CodingKey {
            case voucher, initial, kinds, from, until, refusal
            case firstName = "first_name"
            case usableKinds = "usable_kinds"
            case isRenewed = "is_renewed"
            case isUsable = "is_usable"
        }
    }

    /// - Throws: `voucher_unknown`.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let code = try voucher.code()
        try circumstances.sign(in: db)
        let shown = try Failure.counter { () throws(PostgresError) in
            try VoucherStore.show(code, in: db)
        }
        return Answer(
            voucher: code,
            firstName: shown.firstName,
            initial: shown.initial,
            kinds: shown.kinds,
            usableKinds: shown.usableKinds,
            from: shown.firstDay,
            until: shown.lastDay,
            isRenewed: shown.isRenewed,
            isUsable: shown.whyNot == nil,
            refusal: shown.whyNot.flatMap(Refusal.Code.init(rawValue:)).map { why in
                Refusal(
                    why,
                    [
                        "voucher": .text(code), "first_day": .day(shown.firstDay),
                        "last_day": .day(shown.lastDay), "kind": .list(shown.kinds),
                    ]
                )
            }
        )
    }
}
