import Application

/// Which words of the command line stand for which entries of the list.
///
/// An entry that has no words of its own is reached by its name under `moulin do`.
enum VerbList {
    static let words: [(noun: String, verb: String, entry: String)] = [
        ("device", "list", "list-devices"),
        ("device", "show", "show-device"),
        ("device", "history", "device-history"),
        ("device", "add", "add-devices"),
        ("device", "step", "take-step"),
        ("device", "steps", "take-steps"),
        ("device", "describe", "describe-device"),
        ("device", "move", "move-device"),
        ("device", "flag", "raise-flag"),
        ("device", "unflag", "lift-flag"),
        ("device", "found", "find-device"),
        ("device", "doubt", "decide-doubt"),
        ("device", "test", "record-tests"),
        ("device", "grade", "grade-device"),
        ("device", "shelve", "shelve-device"),
        ("device", "labels", "device-labels"),
        ("drive", "count", "count-drives"),
        ("drive", "wipe", "record-wipe"),
        ("drive", "report", "record-wipe-report"),
        ("drive", "remove", "remove-drive"),
        ("drive", "destroy", "destroy-drive"),
        ("drive", "custody", "note-custody"),
        ("drive", "check", "check-wipe"),
        ("drive", "queue", "wipe-queue"),
        ("drive", "show", "show-drive"),
        ("part", "add", "add-component"),
        ("part", "harvest", "harvest-component"),
        ("part", "transplant", "transplant-component"),
        ("part", "dismantle", "dismantle-device"),
        ("part", "count", "count-part"),
        ("part", "use", "use-part"),
        ("donor", "add", "add-donor"),
        ("donor", "change", "change-donor"),
        ("donor", "merge", "merge-donors"),
        ("donor", "contact", "add-donor-contact"),
        ("donor", "end-contact", "end-donor-contact"),
        ("donor", "consent", "record-donor-consent"),
        ("donor", "show", "show-donor"),
        ("donor", "list", "list-donors"),
        ("donor", "export", "export-donor"),
        ("donor", "erase", "erase-donor"),
        ("donor", "find", "find-donor"),
        ("donation", "announce", "announce-donation"),
        ("donation", "correct", "correct-donation"),
        ("donation", "receive", "receive-donation"),
        ("donation", "reconcile", "reconcile-donation"),
        ("donation", "value", "value-donation"),
        ("donation", "cancel", "cancel-donation"),
        ("donation", "show", "show-donation"),
        ("donation", "list", "list-donations"),
        ("donation", "outcome", "donation-outcome"),
        ("donation", "register", "register"),
        ("application", "enter", "enter-application"),
        ("application", "proof", "note-proof"),
        ("application", "means", "set-evidence"),
        ("application", "override", "propose-override"),
        ("application", "decide", "decide-application"),
        ("application", "appeal", "appeal"),
        ("application", "withdraw", "withdraw-application"),
        ("application", "list", "list-applications"),
        ("application", "show", "show-application"),
        ("application", "income", "view-income"),
        ("application", "preview", "preview-decision"),
        ("application", "letter", "issue-decision-letter"),
        ("application", "read-letter", "show-decision-letter"),
        ("application", "statistics", "social-statistics"),
        ("household", "show", "show-household"),
        ("household", "change", "change-household"),
        ("household", "add-adult", "add-adult"),
        ("household", "remove-adult", "remove-adult"),
        ("household", "object", "record-objection"),
        ("household", "export", "export-household"),
        ("household", "erase", "erase-household"),
        ("waiting", "list", "waiting-list"),
        ("waiting", "join", "join-waiting-list"),
        ("waiting", "leave", "leave-waiting-list"),
        ("waiting", "order", "publish-waiting-order"),
        ("retention", "run", "run-retention"),
        ("voucher", "expire", "expire-vouchers"),
        ("voucher", "show", "show-voucher"),
        ("voucher", "renew", "renew-voucher"),
        ("voucher", "revoke", "revoke-voucher"),
        ("voucher", "paper", "issue-voucher-paper"),
        ("sale", "quote", "quote"),
        ("sale", "reserve", "reserve-device"),
        ("sale", "release", "release-reservation"),
        ("sale", "release-expired", "release-expired-reservations"),
        ("sale", "make", "sell-device"),
        ("sale", "show", "show-sale"),
        ("sale", "list", "list-sales"),
        ("sale", "journal", "sales-journal"),
        ("sale", "slip", "issue-sale-slip"),
        ("sale", "close-day", "close-day"),
        ("sale", "close-month", "close-month"),
        ("sale", "close-year", "close-year"),
        ("return", "take", "take-back-device"),
        ("return", "open-case", "open-warranty-case"),
        ("return", "close-case", "close-warranty-case"),
        ("placement", "make", "place-device"),
        ("placement", "end", "end-placement"),
        ("placement", "list", "list-placements"),
        ("shipment", "prepare", "prepare-shipment"),
        ("shipment", "ship", "ship"),
        ("shipment", "dispose", "dispose-devices"),
        ("shipment", "drives", "hand-over-drives"),
        ("document", "receipt", "issue-receipt"),
        ("document", "attestation", "issue-attestation"),
        ("document", "deed", "issue-deed"),
        ("document", "erasure", "issue-erasure-certificate"),
        ("document", "cancel", "cancel-document"),
        ("document", "replace", "replace-document"),
        ("document", "reprint", "reprint-document"),
        ("document", "show", "show-document"),
        ("document", "list", "list-documents"),
        ("document", "verify", "verify-document"),
        ("document", "declaration", "declaration-222bis"),
        ("place", "add", "add-place"),
        ("place", "site", "add-site"),
        ("place", "lot", "add-lot"),
        ("place", "list", "list-places"),
        ("price", "grid", "publish-price-grid"),
        ("price", "caps", "publish-caps"),
        ("price", "brackets", "publish-brackets"),
        ("price", "values", "publish-valuation-grid"),
        ("price", "show", "show-grid"),
        ("price", "preview", "preview-price-grid"),
        ("price", "grades", "publish-grade-table"),
        ("price", "eligibility", "publish-eligibility-pack"),
        ("user", "add", "add-person"),
        ("user", "grant", "grant-role"),
        ("user", "end-role", "end-role"),
        ("user", "list", "list-people"),
        ("user", "export", "export-person"),
        ("user", "erase", "erase-person"),
        ("user", "invite", "invite-person"),
        ("user", "sign-out", "end-sessions"),
        ("user", "token", "make-token"),
        ("report", "stock", "stock"),
        ("report", "ageing", "ageing"),
        ("report", "flow", "flow"),
        ("report", "board", "board"),
        ("report", "stuck", "stuck-devices"),
        ("device", "doubts", "list-doubts"),
        ("device", "hardware", "record-hardware-report"),
    ]

    /// The nouns that have verbs, in the order of the table, and `do`.
    static var nouns: [String] {
        words.map(\.noun).reduce(into: []) { nouns, noun in
            if !nouns.contains(noun) { nouns.append(noun) }
        } + ["do"]
    }

    static func verbs(of noun: String) -> [Verb] {
        words.filter { $0.noun == noun }.compactMap { verb($0.noun, $0.verb, $0.entry) }
    }

    /// Every entry under its own name.
    static var byName: [Verb] {
        Catalogue.commands.map { Verb(noun: "do", name: $0.name, target: .command($0)) }
            + Catalogue.questions.map { Verb(noun: "do", name: $0.name, target: .question($0)) }
    }

    private static func verb(_ noun: String, _ verb: String, _ entry: String) -> Verb? {
        if let command = Catalogue.commands.first(where: { $0.name == entry }) {
            return Verb(noun: noun, name: verb, target: .command(command))
        }
        if let question = Catalogue.questions.first(where: { $0.name == entry }) {
            return Verb(noun: noun, name: verb, target: .question(question))
        }
        return nil
    }
}
