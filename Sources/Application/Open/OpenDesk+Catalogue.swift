public import Domain
import Postgres
import Store

/// The shelf as a family sees it, with what it costs them when they showed a voucher.
public struct Shelf: Sendable {
    public let machines: [ShowCatalogue.Line]
    /// What each costs with the voucher, in cents by label; those that it is not for are left out.
    public let prices: [String: Int64]
    /// The number after which the next machines come; nil at the end.
    public let next: Int64?
    /// Kinds it serves for, last day, why it does not serve, what is kept for it; nil without one.
    ///
    /// Never whose it is.
    public let voucher: JSONValue?
}

extension OpenDesk {
    static let shelfLength = 48

    /// What stands on the shelf; with the price for a voucher when one is shown.
    ///
    /// - Throws: `.unreadable` for a mistyped code; `voucher_unknown`, `too_many_attempts`.
    public func shelf(
        _ kind: DeviceType? = nil,
        after: Int64 = 0,
        voucher: String? = nil,
        from address: String
    ) async throws(Failure) -> Shelf {
        let limit = Self.shelfLength
        let code = try voucher.map { (text) throws(Failure) in try VoucherReference(text).code() }
        let caller = bucket(of: address)
        let found = try await act {
            (db) throws(PostgresError) -> ([ShelfStore.Machine], [Int64: Int64], String?)? in
            let machines = try ShelfStore.openly(kind, after: after, limit: Int32(limit), in: db)
            guard let code else { return (machines, [:], nil) }
            guard let shown = try ShelfStore.voucher(code, caller: caller, in: db) else {
                return nil
            }
            let prices = try ShelfStore.prices(
                of: machines.map(\.number),
                voucher: code,
                caller: caller,
                in: db
            )
            return (machines, prices, shown)
        }
        guard let (machines, prices, shown) = found else { throw Self.unknown(code) }
        let answer = ShowCatalogue.Answer(machines, limit: limit)
        return Shelf(
            machines: answer.rows,
            prices: Dictionary(
                prices.map { (DeviceReference(number: $0.key).text, $0.value) },
                uniquingKeysWith: { $1 }
            ),
            next: answer.next,
            voucher: shown.map { JSONValue(bytes: Array($0.utf8)) }
        )
    }

    /// Keeps a machine for a voucher, seven days.
    ///
    /// - Throws: `voucher_unknown`, `reservations_used_up`, `reserved_for_another`, `quota_reached` and what a reservation at the
    ///   counter refuses.
    public func reserve(
        _ label: String,
        voucher: String,
        from address: String
    ) async throws(Failure) -> Day {
        let code = try VoucherReference(voucher).code()
        let number = try Self.number(label)
        let caller = bucket(of: address)
        let day = try await act { (db) throws(PostgresError) in
            try ShelfStore.reserve(number, voucher: code, caller: caller, in: db)
        }
        guard let day else { throw Self.unknown(code) }
        return day
    }

    /// Lets a machine go that is kept for this voucher; nothing when it is not.
    public func release(
        _ label: String,
        voucher: String,
        from address: String
    ) async throws(Failure) {
        let code = try VoucherReference(voucher).code()
        let number = try Self.number(label)
        let caller = bucket(of: address)
        _ = try await act { (db) throws(PostgresError) in
            try ShelfStore.release(number, voucher: code, caller: caller, in: db)
        }
    }

    private static func number(_ label: String) throws(Failure) -> Int64 {
        do throws(Unreadable) {
            return try LabelCode(reading: label, as: .device).deviceNumber ?? 0
        } catch {
            throw .unreadable(error)
        }
    }

    private static func unknown(_ code: String?) -> Failure {
        .refused(Refusal(.voucherUnknown, ["voucher": .text(code ?? "")]))
    }
}
