import Application
import Domain
import FoundationEssentials

/// The counter: a voucher and a machine, the price with its reason, the money, the sale.
enum CounterPage {
    static let page = ActingPage(
        "/counter",
        commands: [
            "sell-device", "reserve-device", "release-reservation", "release-expired-reservations",
            "close-day", "lower-price",
        ],
        asksFirst: ["close-day"],
        next: { command, outcome, visit in
            switch command {
            case "sell-device":
                .page(visit.done(command, outcome, at: "/sales/\(outcome["sale"].text)"))
            case "close-day": .shown
            case "lower-price": .page(visit.done(command, outcome, at: Self.address(of: outcome)))
            default: .page(visit.done(command, outcome, at: "/counter"))
            }
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let voucher: String
        let device: String
        let bearer: Any?
        let isUsable: Bool
        let whyNot: String?
        let quote: Any?
        let noQuote: String?
        let isGift: Bool
        let expected: String
        /// What the sale's form says of a price that was set by hand, in cents; nil where none was.
        let adjusted: String?
        let rows: [PaymentRow]
        let sales: AnswerTable?
        let hasSales: Bool
        let reserved: [Any]
        let closing: Any?
        /// What closing the till would close; nil when nobody is asked about it.
        let toClose: Any?
        let closingDay: String
        let instalments: String
        let maySell: Bool
    }

    struct PaymentRow {
        let row: Int
        let amount: String
        let tendered: String
        let methods: [Choice]
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        guard visit.may("quote") else { throw .forbidden(needs: [.shop]) }
        let voucher = visit.query["voucher"] ?? ""
        let device = visit.query["device"] ?? ""
        let bearer = try await asked("show-voucher", ["voucher": .text(voucher)], visit, voucher)
        let isUsable = bearer.answer?["is_usable"] == true
        let quote = try await asked(
            "quote",
            ["voucher": .text(voucher), "device": .text(device)],
            visit,
            isUsable ? device : ""
        )
        let content = Content(
            voucher: voucher,
            device: device,
            bearer: bearer.answer.map { visit.content($0) },
            isUsable: isUsable,
            whyNot: bearer.sentence ?? whyNot(bearer.answer, visit),
            quote: quote.answer.map { visit.content($0) },
            noQuote: quote.sentence,
            isGift: quote.answer?["is_gift"] == true,
            expected: quote.answer?["price_cents"].text ?? "",
            adjusted: quote.answer.flatMap { lowered($0)?.text },
            rows: rows(quote.answer, visit),
            sales: try await today(visit),
            hasSales: true,
            reserved: try await reserved(visit),
            closing: visit.outcome == .null ? nil : visit.content(visit.outcome),
            toClose: visit.rehearsed == .null ? nil : visit.content(visit.rehearsed),
            closingDay: visit.query["day"] ?? "",
            instalments: visit.query["instalments"] ?? "",
            maySell: visit.may("sell-device")
        )
        return visit.site.page("counter", title: visit.text("nav.counter"), content, visit)
    }

    /// An answer, or the sentence that says why there is none; neither when nothing was asked for.
    private static func asked(
        _ question: String,
        _ fields: [String: JSONValue],
        _ visit: Visit,
        _ decisive: String
    ) async throws(Failure) -> (answer: JSONValue?, sentence: String?) {
        guard !decisive.isEmpty else { return (nil, nil) }
        do throws(Failure) {
            return (try await visit.answer(question, fields), nil)
        } catch {
            switch error {
            case .refused, .unreadable: return (nil, error.sentence(in: visit.language))
            case .file, .forbidden, .unauthenticated, .database: throw error
            }
        }
    }

    /// The voucher's own refusal, said as a sale would say it.
    private static func whyNot(_ bearer: JSONValue?, _ visit: Visit) -> String? {
        guard let refusal = bearer?["refusal"], refusal != .null else { return nil }
        return RefusalReading.sentence(refusal, visit)
    }

    /// How money is taken over the counter.
    static let methods: [PaymentMethod] = [.card, .cash, .cheque, .transfer, .thirdParty]

    private static func rows(_ quote: JSONValue?, _ visit: Visit) -> [PaymentRow] {
        guard let quote, case .number(let cents) = lowered(quote) ?? quote["price_cents"] else {
            return []
        }
        return (0..<3).map { row in
            let name = "payments.\(row).method"
            let typed = visit.query["payments.\(row).cents:euros!"]
            let isFirst = row == 0 && visit.query["command"] != "sell-device"
            let usual = isFirst ? Euros.typed(cents, in: visit.language) : ""
            return PaymentRow(
                row: row,
                amount: typed ?? usual,
                tendered: visit.query["payments.\(row).tendered:euros"] ?? "",
                methods: visit.choices(
                    PaymentMethod.self,
                    named: name,
                    among: methods,
                    else: row == 0 ? .cash : .card
                )
            )
        }
    }

    private static func lowered(_ quote: JSONValue) -> JSONValue? {
        let cents = quote["lowered"]["price_cents"]
        return cents == .null ? nil : cents
    }

    private static func address(of outcome: JSONValue) -> String {
        "/counter?voucher=\(outcome["voucher"].text.addingPercentEncoding)"
            + "&device=\(outcome["device"].text.addingPercentEncoding)"
    }

    private static func today(_ visit: Visit) async throws(Failure) -> AnswerTable? {
        guard let day = visit.visitor?.today.iso else { return nil }
        let sales = try await visit.answer("list-sales", ["day": .text(day)])
        guard !sales["rows"].elements.isEmpty else { return nil }
        let entry = try Catalogue.question(named: "list-sales")
        return AnswerTable(
            AnswerReading(
                value: sales,
                columns: entry.columns,
                language: visit.language,
                words: visit.site.words
            )
        )
    }

    private static func reserved(_ visit: Visit) async throws(Failure) -> [Any] {
        try await visit.answer("list-devices", ["state": "reserved"])["rows"].elements
            .map { visit.content($0) }
    }
}

/// What an answer tells of a refusal, as a sentence.
enum RefusalReading {
    static func sentence(_ refusal: JSONValue, _ visit: Visit) -> String {
        let read = try? JSONDecoder().decode(Refusal.self, from: Data(refusal.bytes))
        return read?.sentence(in: visit.language) ?? refusal["code"].text
    }
}
