import Application
import Domain
import HTTPTypes

/// A donor's own page, behind a link that nobody guesses: papers, what became of the machines, consent.
///
/// Looking at it changes nothing, so that a mailbox that follows links to test them does no harm.
enum DonorLinkPage {
    static let routes: [Route] = [
        .get("/gifts/:link", .everybody) { (visit) throws(Failure) in try await show(visit) },
        .post("/gifts/:link", .everybody) { (visit) throws(Failure) in try await consent(visit) },
        .get("/gifts/:link/papers/:paper", .everybody) { (visit) throws(Failure) in
            try await paper(visit)
        },
    ]

    struct Content {
        let of: Any
        let link: String
        let donations: [Any]
        let documents: [Any]
        let fates: [DonationPage.Fate]
        let machines: [Machine]
        let next: Int64?
        let units: Int64
        let kilograms: Int64
        let reuse: String?
        let carbon: Carbon?
    }

    struct Machine {
        let label: String
        let name: String
        let kind: String
        let serial: String?
        let fate: String
        let donation: Int64
    }

    struct Carbon {
        let kilograms: Int
        let method: String
        let source: String
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let link = visit.parameter("link")
        let found = try await visit.site.desk.donorPage(
            behind: link,
            after: visit.query.number("after") ?? 0,
            from: visit.address
        )
        let content = Content(
            of: visit.content(found.page),
            link: link,
            donations: found.page["donations"].elements.map { visit.content($0) },
            documents: found.page["documents"].elements.map { visit.content($0) },
            fates: DonationPage.fates(found.outcome.units, visit),
            machines: found.machines.map { machine($0, visit) },
            next: found.next,
            units: found.outcome.unitsIn,
            kilograms: (found.outcome.gramsIn + 500) / 1_000,
            reuse: found.outcome.reusePerMille.map { perCent($0, visit.language) },
            carbon: found.carbon.map {
                Carbon(
                    kilograms: $0.kilograms,
                    method: $0.method.label(in: visit.language),
                    source: "\($0.source) (\($0.factorVersion))"
                )
            }
        )
        return visit.site.page(
            "donor-link",
            title: visit.text("gifts.title"),
            content,
            visit
        ).unseen
    }

    private static func machine(_ machine: DonorLinkAnswer.Machine, _ visit: Visit) -> Machine {
        let kind = machine.kind.label(in: visit.language)
        return Machine(
            label: machine.label,
            name: machine.name.isEmpty ? kind.capitalisedFirst : machine.name,
            kind: kind,
            serial: machine.serial,
            fate: machine.fate.label(in: visit.language),
            donation: machine.donation
        )
    }

    /// Tenths of a per cent as people read them: `62,5 %`.
    static func perCent(_ perMille: Int, _ language: Language) -> String {
        let comma = language == .fr ? "," : "."
        let tenth = perMille % 10 == 0 ? "" : "\(comma)\(perMille % 10)"
        return "\(perMille / 10)\(tenth)" + (language == .fr ? "\u{A0}%" : "%")
    }

    private static func consent(_ visit: Visit) async throws(Failure) -> Reply {
        let link = visit.parameter("link")
        if let purpose = visit.form["purpose"], ["papers", "mail"].contains(purpose) {
            try await visit.site.desk.consent(
                to: purpose,
                given: visit.form["given"] == "true",
                behind: link,
                from: visit.address
            )
        }
        return Reply.see("/gifts/\(link.addingPercentEncoding)?done=consent").unseen
    }

    private static func paper(_ visit: Visit) async throws(Failure) -> Reply {
        let number = visit.parameter("paper")
        do throws(PaperFailure) {
            let pdf = try await visit.site.desk.paper(
                number,
                behind: visit.parameter("link"),
                from: visit.address
            )
            return Reply.pdf(pdf, name: "\(number).pdf").unseen
        } catch {
            throw error.failure
        }
    }
}

extension Reply {
    /// A page that only its link leads to: no index lists it, and no other page learns its address.
    var unseen: Reply {
        var reply = self
        reply.headers[.referrerPolicy] = "strict-origin"
        reply.headers[.robots] = "noindex, nofollow, noarchive"
        return reply
    }
}
