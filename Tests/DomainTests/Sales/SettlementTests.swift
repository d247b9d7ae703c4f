import Domain
import Testing

@Suite struct SettlementTests {
    @Test func `payments may be mixed, and change comes out of the cash`() throws {
        let payments = [Payment(.card, .eur(50)), Payment(.cash, .eur(40))]

        let settlement = try Settlement(of: .eur(80), by: payments)

        #expect(settlement.change == .eur(10))
        #expect(settlement.payments == payments)
    }

    @Test(arguments: [
        ([Payment(.card, .eur(79))], Refusal.Code.paymentIncomplete),
        ([], .paymentIncomplete),
        ([Payment(.card, .eur(81))], .paymentTooHigh),
        (
            [Payment(.card, .eur(80)), Payment(.cash, .eur(5)), Payment(.cheque, .eur(5))],
            .paymentTooHigh
        ),
        ([Payment(.cash, .eur(0))], .paymentNotPositive),
        ([Payment(.cash, .eur(-5)), Payment(.card, .eur(85))], .paymentNotPositive),
        ([Payment(.free, .eur(80))], .paymentNotPositive),
        ([Payment(.instalments, .eur(80))], .methodBringsNoMoney),
        ([Payment(.card, .eur(20)), Payment(.instalments, .eur(60))], .methodBringsNoMoney),
    ])
    func `what does not meet the total is refused by name`(payments: [Payment], code: Refusal.Code)
    {
        let refusal = #expect(throws: Refusal.self) { try Settlement(of: .eur(80), by: payments) }

        #expect(refusal?.code == code)
    }

    @Test func `change is given as long as the cash covers it`() throws {
        for cash: Int64 in 1...100 {
            let payments = [Payment(.card, .eur(50)), Payment(.cash, .eur(cash))]
            let settlement = try? Settlement(of: .eur(60), by: payments)
            #expect((settlement != nil) == (cash >= 10))
            #expect(settlement.map { $0.change == .eur(cash - 10) } ?? true)
        }
    }

    @Test(arguments: [(1_000, true), (1_001, false)])
    func `a consumer pays a thousand euros in cash at most`(euros: Int64, isAllowed: Bool) {
        let settlement = try? Settlement(of: .eur(euros), by: [Payment(.cash, .eur(1_100))])

        #expect((settlement != nil) == isAllowed)
    }

    @Test(arguments: [
        (2, nil), (4, nil), (5, Refusal.Code.tooManyInstalments), (1, .tooFewInstalments),
        (0, .tooFewInstalments), (-2, .tooFewInstalments),
    ])
    func `a plan has from two to four instalments`(count: Int, code: Refusal.Code?) {
        let refusal = Self.refusal { () throws(Refusal) in
            try PaymentRules().requireInstalments(count)
        }

        #expect(refusal?.code == code)
        #expect(refusal?.sentence(in: .fr).contains("…") != true)
        #expect(refusal?.sentence(in: .en).contains("…") != true)
    }

    private static func refusal(_ body: () throws(Refusal) -> Void) -> Refusal? {
        do throws(Refusal) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [PaymentMethod.cash, .card, .cheque, .transfer, .thirdParty])
    func `every way by which money arrives settles`(method: PaymentMethod) throws {
        let settlement = try Settlement(of: .eur(80), by: [Payment(method, .eur(80))])

        #expect(settlement.change.isZero)
    }

    @Test func `a device may come back on the fourteenth day and not on the fifteenth`() throws {
        let delivered = try Day(reading: "2026-03-10")
        let period = ReturnPeriod(deliveredOn: delivered)

        try period.requireOpen(on: delivered.adding(days: 14), device: "M-7K3Q-9F")
        let refusal = #expect(throws: Refusal.self) {
            try period.requireOpen(on: delivered.adding(days: 15), device: "M-7K3Q-9F")
        }
        #expect(refusal?.facts["last_day"] == "2026-03-24")
    }
}
