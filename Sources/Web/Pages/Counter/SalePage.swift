import Application
import Domain

/// One sale: what was paid, its slip, its guarantee, and the way back.
enum SalePage {
    static let page = ActingPage(
        "/sales/:thing",
        commands: [
            "issue-sale-slip", "open-warranty-case", "close-warranty-case", PayInstalment.name,
        ],
        next: { command, outcome, _ in
            command == "issue-sale-slip"
                ? .page("/documents/\(outcome["document"].text.addingPercentEncoding)/pdf") : .here
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let of: Any
        let change: String?
        let documents: [Any]
        let maySlip: Bool
        let mayCare: Bool
        let isActive: Bool
        let endings: [Choice]
        /// What is taken next of a sale by instalments; nil when nothing is due.
        let instalment: Instalment?
    }

    struct Instalment {
        let amount: String
        let tendered: String
        let methods: [Choice]

        init?(_ sale: JSONValue, _ visit: Visit) {
            guard visit.may(PayInstalment.name), sale["status"].text == "active",
                case .number(let due) = sale["due_cents"], due > 0
            else { return nil }
            let typed = visit.query["payments.0.cents:euros!"]
            amount = typed ?? Euros.typed(due, in: visit.language)
            tendered = visit.query["payments.0.tendered:euros"] ?? ""
            methods = visit.choices(
                PaymentMethod.self,
                named: "payments.0.method",
                among: CounterPage.methods,
                else: .cash
            )
        }
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        guard case .number(let number) = JSONValue(bytes: Array(visit.parameter("thing").utf8))
        else {
            throw .refused(Refusal(.unknownSale, ["sale": .text(visit.parameter("thing"))]))
        }
        let sale = try await visit.answer("show-sale", ["sale": .number(number)])
        let documents = try await visit.answerIfAllowed("list-documents", ["sale": .number(number)])
        let content = Content(
            of: visit.content(sale),
            change: ["sell-device", PayInstalment.name].contains(visit.query["done"])
                ? change(sale, visit) : nil,
            documents: (documents?.elements ?? []).map { visit.content($0) },
            maySlip: visit.may("issue-sale-slip"),
            mayCare: visit.may("open-warranty-case"),
            isActive: sale["status"].text == "active",
            endings: visit.choices(CloseWarrantyCase.Ending.self, named: "outcome"),
            instalment: Instalment(sale, visit)
        )
        return visit.site.page(
            "sale",
            title: visit.text("sale.title") + " \(number)",
            content,
            visit
        )
    }

    /// What was to be given back in cash; nil when nothing was.
    private static func change(_ sale: JSONValue, _ visit: Visit) -> String? {
        let back = sale["payments"].elements.reduce(Int64(0)) { sum, payment in
            guard case .number(let tendered) = payment["tendered"],
                case .number(let cents) = payment["cents"]
            else { return sum }
            return sum + tendered - cents
        }
        return back > 0 ? Money(cents: back).formatted(in: visit.language) : nil
    }
}

/// A machine that comes back over the counter.
enum ReturnPage {
    static let page = ActingPage(
        "/counter/returns",
        commands: ["take-back-device"],
        next: { _, outcome, visit in
            .page(
                visit.done(
                    "take-back-device",
                    outcome,
                    at: "/devices/\(outcome["device"].text.addingPercentEncoding)"
                )
            )
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let device: String
        let of: Any?
        let causes: [Choice]
        let fault: String
        let refund: String
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        guard visit.may("take-back-device") else { throw .forbidden(needs: [.shop]) }
        let name = visit.query["device"] ?? ""
        var found: JSONValue?
        if !name.isEmpty {
            found = try await visit.answerIfAllowed("show-device", ["device": .text(name)])
        }
        let content = Content(
            device: name,
            of: found.map { visit.content($0) },
            causes: visit.choices(TakeBackDevice.Cause.self, named: "cause"),
            fault: visit.query["fault"] ?? "",
            refund: visit.query["refund_cents:euros"] ?? ""
        )
        return visit.site.page("return", title: visit.text("return.title"), content, visit)
    }
}
