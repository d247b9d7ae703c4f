import Application
import Domain

/// The pages that everyone who may see them finds at the top.
enum Navigation {
    struct Entry {
        let path: String
        /// A key of the locales.
        let label: String
        let permission: Permission
        /// The page in whose place it stands where that one is not served; nil for a page of its own.
        var insteadOf: String?
    }

    static let entries: [Entry] = [
        Entry(path: "/bench", label: "nav.bench", permission: ShowDevice.permission),
        Entry(path: "/board", label: "nav.board", permission: BoardPermission.value),
        Entry(path: "/counter", label: "nav.counter", permission: QuotePrice.permission),
        Entry(path: "/list/list-devices", label: "nav.devices", permission: ListDevices.permission),
        Entry(
            path: "/donations",
            label: "nav.donations",
            permission: question("list-donations")
        ),
        Entry(path: "/list/list-sales", label: "nav.sales", permission: question("list-sales")),
        Entry(
            path: "/applications",
            label: "nav.applications",
            permission: question("list-applications")
        ),
        Entry(
            path: "/list/list-documents",
            label: "nav.documents",
            permission: question("list-documents")
        ),
        Entry(
            path: "/list/list-social-papers",
            label: "nav.documents",
            permission: question("list-social-papers"),
            insteadOf: "/list/list-documents"
        ),
        Entry(path: "/figures", label: "nav.figures", permission: question("stock")),
        Entry(path: "/audit", label: "nav.audit", permission: AuditPage.permission),
        Entry(path: "/staff", label: "nav.people", permission: question("list-people")),
        Entry(
            path: "/proposals",
            label: "nav.proposals",
            permission: Permission(.admin, .dpo, .receiptIssuer)
        ),
        Entry(path: "/all", label: "nav.all", permission: Permission(roles: Role.allCases)),
    ]

    /// What a stranger finds at the top: paths and keys of the locales.
    static let open: [(path: String, label: String)] = [
        ("/catalogue", "open.catalogue"), ("/give", "open.give"), ("/verify", "open.verify"),
        ("/public/figures", "open.figures"),
    ]

    private static func question(_ name: String) -> Permission {
        Catalogue.questions.first { $0.name == name }?.permission ?? Permission()
    }

    private enum BoardPermission {
        static let value = Navigation.question("board")
    }
}
