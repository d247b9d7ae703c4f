import Application
import Domain

/// A voucher: for whom, for what, until when; renewed or taken back by those who may.
enum VoucherPage {
    static let page = ActingPage(
        "/vouchers/:thing",
        commands: ["renew-voucher", "revoke-voucher", "issue-voucher-paper"],
        next: { command, outcome, _ in
            command == "issue-voucher-paper"
                ? .page("/documents/\(outcome["document"].text.addingPercentEncoding)/pdf") : .here
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let of: Any
        let whyNot: String?
        let mayRenew: Bool
        let mayRevoke: Bool
        let mayPrint: Bool
        let maySell: Bool
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let found = try await visit.answer(
            "show-voucher",
            ["voucher": .text(visit.parameter("thing"))]
        )
        let refusal = found["refusal"]
        let content = Content(
            of: visit.content(found),
            whyNot: refusal == .null ? nil : RefusalReading.sentence(refusal, visit),
            mayRenew: visit.may("renew-voucher") && found["is_renewed"] == false,
            mayRevoke: visit.may("revoke-voucher"),
            mayPrint: visit.may("issue-voucher-paper"),
            maySell: visit.may("sell-device")
        )
        return visit.site.page("voucher", title: found["voucher"].text, content, visit)
    }
}
