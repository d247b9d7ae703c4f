/// What the counter may know of an approval: code, days, kinds.
///
/// Never an income.
public struct Voucher: Hashable, Codable, Sendable {
    public let code: String
    public let validity: DayRange
    public let isRevoked: Bool
    /// What is left of each kind that it covers; a kind that is not here is not covered.
    public let remaining: [QuotaKind: Int]

    public init(
        code: String,
        validity: DayRange,
        isRevoked: Bool = false,
        remaining: [QuotaKind: Int]
    ) {
        self.code = code
        self.validity = validity
        self.isRevoked = isRevoked
        self.remaining = remaining
    }

    /// Refuses a voucher that does not serve for this type on this day.
    ///
    /// - Throws: `voucher_revoked`, `voucher_not_yet_valid`, `voucher_expired`, `kind_not_allowed` or
    ///   `quota_reached`.
    public func requireUsable(for type: DeviceType, on day: Day) throws(Refusal) {
        let voucher = Fact.text(code)
        if isRevoked { throw Refusal(.voucherRevoked, ["voucher": voucher]) }
        if day < validity.first {
            let first = Fact.day(validity.first)
            throw Refusal(.voucherNotYetValid, ["voucher": voucher, "first_day": first])
        }
        if day >= validity.end {
            let last = Fact.day(validity.last)
            throw Refusal(.voucherExpired, ["voucher": voucher, "last_day": last], next: ["renew"])
        }
        guard let kind = type.quotaKind, let left = remaining[kind] else {
            let allowed = Fact.list(QuotaKind.allCases.filter { remaining[$0] != nil })
            let facts: [String: Fact] = [
                "voucher": voucher, "kind": .word(type), "allowed": allowed,
            ]
            throw Refusal(.kindNotAllowed, facts)
        }
        guard left > 0 else {
            throw Refusal(.quotaReached, ["voucher": voucher, "kind": .word(kind)])
        }
    }
}
