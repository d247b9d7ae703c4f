import Domain
import Postgres
import Store

extension Failure {
    /// Runs a door of the counter, and gives the facts of its refusals the words that people read.
    static func counter<R>(_ body: () throws(PostgresError) -> R) throws(Failure) -> R {
        do throws(Failure) {
            return try running(body)
        } catch .refused(let refusal) {
            throw .refused(refusal.worded)
        }
    }
}

extension Refusal {
    /// The same, with amounts, days and kinds also as each language writes them.
    ///
    /// Doors tell facts as machines do: cents, ISO days, words of the vocabularies, numbers of devices.
    fileprivate var worded: Refusal {
        var told: [String: Fact] = [:]
        for (name, value) in facts {
            switch name {
            case "shown", "current", "total", "paid", "missing", "refund", "adjusted", "lowest",
                "price", "cash":
                told[name] = Int64(value).map { .money(Money(cents: $0)) }
            case "limit" where code == .cashLimitExceeded:
                told[name] = Int64(value).map { .money(Money(cents: $0)) }
            case "last_day", "first_day", "day":
                told[name] = Day(value).map(Fact.day)
            case "kind":
                told[name] = DeviceType(rawValue: value).map(Fact.word)
            case "allowed":
                let kinds = value.split(separator: ",").map { $0.filter { $0 != " " } }
                told[name] = .list(kinds.compactMap { DeviceType(rawValue: $0) })
            case "device":
                told[name] = Int64(value).map { .text(DeviceReference(number: $0).text) }
            case "period":
                told[name] = Period(rawValue: value).map { .word(value, $0.label) }
            default: break
            }
        }
        let worded = Refusal(code, told)
        return Refusal(
            code: code,
            facts: facts.merging(worded.facts) { _, better in better },
            next: next.isEmpty ? code.nextAtTheCounter : next
        )
    }
}

extension Refusal.Code {
    /// What helps, where the answer does not depend on the device.
    fileprivate var nextAtTheCounter: [String] {
        switch self {
        case .voucherExpired: ["renew-voucher"]
        case .voucherRevoked, .voucherAlreadyRenewed, .voucherUnknown: ["enter-application"]
        case .quotaReached, .kindNotAllowed, .voucherNotYetValid: ["show-voucher"]
        case .priceChanged: ["quote"]
        case .noPrice: ["publish-price-grid"]
        case .capMissing: ["publish-caps"]
        case .refundOverPrice, .deviceAlreadySold: ["show-sale"]
        default: []
        }
    }
}
