import Application
import Domain
import HTTPTypes

/// What is on the shelf, for families; with a voucher its price, and a button that keeps a machine for seven days.
///
/// A voucher's code travels in forms only: no address of a page holds it.
enum CataloguePage {
    static let routes: [Route] = [
        .get("/catalogue", .everybody) { (visit) throws(Failure) in
            try await show(visit, Sent(visit.query, voucher: nil))
        },
        .post("/catalogue", .everybody) { (visit) throws(Failure) in
            try await act(visit)
        },
    ]

    /// What was asked for.
    private struct Sent {
        let kind: DeviceType?
        let after: Int64
        let voucher: String?

        init(_ fields: Fields, voucher: String?) {
            kind = fields["kind"].flatMap(DeviceType.init(rawValue:))
            after = fields.number("after") ?? 0
            self.voucher = voucher
        }
    }

    struct Content {
        let kinds: [Choice]
        let kind: String
        let machines: [Machine]
        let next: Int64?
        let code: String
        let voucher: Voucher?
        let kept: [Kept]
        let keepsSome: Bool
    }

    struct Machine {
        let device: String
        let name: String
        let kind: String
        let grade: String
        let words: [String]
        let price: String
        /// nil without a voucher, or where it does not serve.
        let yours: String?
        let isForOthers: Bool
    }

    struct Voucher {
        let lastDay: String
        /// Why it does not serve, in one word of the house; nil while it does.
        let problem: String?
    }

    struct Kept {
        let device: String
        let name: String
        let until: String
    }

    private static func act(_ visit: Visit) async throws(Failure) -> Reply {
        let voucher = visit.form["voucher"]
        var visit = visit
        var status = HTTPResponse.Status.ok
        do throws(Failure) {
            if let voucher, let device = visit.form["reserve"] {
                visit.told = try await kept(device, for: voucher, visit)
            } else if let voucher, let device = visit.form["release"] {
                try await visit.site.desk.release(device, voucher: voucher, from: visit.address)
                visit.told = visit.text("catalogue.released")
            }
        } catch {
            (visit.problem, status) = try said(error, visit)
        }
        var reply = try await show(visit, Sent(visit.form, voucher: voucher))
        if reply.status == .ok { reply.status = status }
        return reply
    }

    /// Keeps a machine, and says until when; one that is kept for this voucher already stays so, as for a page that is loaded again.
    private static func kept(
        _ device: String,
        for voucher: String,
        _ visit: Visit
    ) async throws(Failure) -> String {
        let desk = visit.site.desk
        do throws(Failure) {
            let day = try await desk.reserve(device, voucher: voucher, from: visit.address)
            return visit.text("catalogue.kept_until") + " "
                + day.formatted(in: visit.language, .short)
        } catch {
            guard case .refused(let refusal) = error, refusal.code != .voucherUnknown else {
                throw error
            }
            let shelf = try await desk.shelf(voucher: voucher, from: visit.address)
            let mine = shelf.voucher?["kept"].elements.first { label($0["number"]) == device }
            guard let mine else { throw error }
            let day = SpokenDate.spoken(mine["last_day"].text, in: visit.language) ?? ""
            return visit.text("catalogue.kept_already") + " " + day
        }
    }

    private static func show(_ visit: Visit, _ sent: Sent) async throws(Failure) -> Reply {
        do throws(Failure) {
            let shelf = try await visit.site.desk.shelf(
                sent.kind,
                after: sent.after,
                voucher: sent.voucher,
                from: visit.address
            )
            return page(visit, sent, shelf, status: .ok)
        } catch {
            // Without the voucher everybody sees the shelf; what was wrong with it is said above.
            var visit = visit
            let status: HTTPResponse.Status
            (visit.problem, status) = try said(error, visit)
            let shelf = try await visit.site.desk.shelf(
                sent.kind,
                after: sent.after,
                from: visit.address
            )
            return page(visit, sent, shelf, status: status)
        }
    }

    private static func said(
        _ failure: Failure,
        _ visit: Visit
    ) throws(Failure) -> (String, HTTPResponse.Status) {
        switch failure {
        case .refused, .unreadable:
            return (failure.sentence(in: visit.language), Problem(failure, visit).status)
        case .file, .forbidden, .unauthenticated, .database: throw failure
        }
    }

    private static func page(
        _ visit: Visit,
        _ sent: Sent,
        _ shelf: Shelf,
        status: HTTPResponse.Status
    ) -> Reply {
        let kept = shelf.voucher?["kept"].elements ?? []
        let content = Content(
            kinds: visit.choices(
                DeviceType.self,
                named: "kind",
                among: [
                    .laptop, .desktopTower, .desktopSet, .allInOne, .miniPc, .monitor, .tablet,
                    .smartphone, .printer,
                ],
                else: sent.kind
            ),
            kind: sent.kind?.rawValue ?? "",
            machines: shelf.machines.map { machine($0, shelf, visit) },
            next: shelf.next,
            code: shelf.voucher == nil ? "" : sent.voucher ?? "",
            voucher: shelf.voucher.map { voucher($0, visit) },
            kept: kept.map { item in
                let name = [item["maker"], item["model"]].filter { $0 != .null }.map(\.text)
                return Kept(
                    device: label(item["number"]),
                    name: name.joined(separator: " "),
                    until: SpokenDate.spoken(item["last_day"].text, in: visit.language) ?? ""
                )
            },
            keepsSome: !kept.isEmpty
        )
        return visit.site.page(
            "catalogue",
            title: visit.text("catalogue.title"),
            content,
            visit,
            status: status
        )
    }

    private static func machine(
        _ line: ShowCatalogue.Line,
        _ shelf: Shelf,
        _ visit: Visit
    ) -> Machine {
        let kind = line.kind.label(in: visit.language)
        let yours = shelf.prices[line.device]
        return Machine(
            device: line.device,
            name: line.name.isEmpty ? kind.capitalisedFirst : line.name,
            kind: kind,
            grade: line.grade.map { $0.label(in: visit.language) } ?? "",
            words: line.words.map { written($0.text(in: visit.language)) },
            price: price(line, visit.language),
            yours: yours.map { Money(cents: $0).formatted(in: visit.language) },
            isForOthers: shelf.voucher != nil && yours == nil
        )
    }

    /// With a capital, unless it is a maker's own word, such as i5-8250U.
    private static func written(_ words: String) -> String {
        words.dropFirst().first?.isNumber == true ? words : words.capitalisedFirst
    }

    /// One price, or the least and the most.
    private static func price(_ line: ShowCatalogue.Line, _ language: Language) -> String {
        let (low, high) = (Money(cents: line.fromCents), Money(cents: line.toCents))
        guard line.fromCents != line.toCents else { return low.formatted(in: language) }
        let (from, to) = (low.formatted(in: language), high.formatted(in: language))
        return Phrase(fr: "de \(from) à \(to)", en: "\(from) to \(to)").text(in: language)
    }

    private static func voucher(_ shown: JSONValue, _ visit: Visit) -> Voucher {
        let day = SpokenDate.spoken(shown["last_day"].text, in: visit.language) ?? ""
        let why = shown["why_not"]
        return Voucher(
            lastDay: day,
            problem: why == .null ? nil : visit.text("catalogue.\(why.text)")
        )
    }

    private static func label(_ number: JSONValue) -> String {
        guard case .number(let number) = number else { return "" }
        return (try? LabelCode(device: number))?.text ?? ""
    }
}

/// What the town does with what it is given, for everybody.
enum OpenFiguresPage {
    static let routes: [Route] = [
        .get("/public/figures", .everybody) { (visit) throws(Failure) in
            try await show(visit)
        },
        .get("/api/v1/figures", .everybody) { (visit) throws(Failure) in
            try visit.said([])
            return .json(try await visit.site.desk.figures().json)
        },
    ]

    struct Content {
        let hasYears: Bool
        let machines: String
        let weights: String
        let method: String
        let source: String
        let least: Int
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let figures = try await visit.site.desk.figures()
        let content = Content(
            hasYears: !figures.years.isEmpty,
            machines: figures.machines(in: visit.language).figure,
            weights: figures.weights(in: visit.language).figure,
            method: figures.method.label(in: visit.language),
            source: "\(figures.source) (\(figures.factorVersion))",
            least: OpenFigures.least
        )
        return visit.site.page(
            "open-figures",
            title: visit.text("figures.open"),
            content,
            visit
        )
    }
}
