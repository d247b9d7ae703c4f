import Application
import Domain
import HTTPTypes
import Mustache

/// What every page has around it.
struct Frame {
    /// A page of the navigation.
    struct Link {
        let path: String
        let label: String
        let isHere: Bool
    }

    let t: [String: Any]
    let language: String
    let otherLanguage: String
    let otherLanguageName: String
    let title: String
    /// Where the page is found again.
    let pathWithQuery: String
    /// What this page is for and what comes next; nil for a page that explains itself.
    let help: String?
    let assets: [String: String]
    let links: [Link]
    /// nil for a stranger.
    let person: String?
    /// The name of the shared bench; nil elsewhere.
    let station: String?
    let isStation: Bool
    /// Who gave the last PIN here, so that only the PIN is typed again.
    let pinLogin: String
    let organisation: String
    /// Binds a form to the session.
    let csrf: String
    /// Makes sending a form twice act once.
    let key: String
    let notice: String?
    /// Why what was asked for was not done.
    let problem: String?
    /// True when somebody else changed what the page shows.
    let isOutdated: Bool
    let content: Any
}

extension Site {
    /// A page: `template` with `content`, in the frame of every page.
    func page(
        _ template: String,
        title: String,
        _ content: Any,
        _ visit: Visit,
        status: HTTPResponse.Status = .ok
    ) -> Reply {
        let other: Language = visit.language == .fr ? .en : .fr
        let frame = Frame(
            t: locales.words(visit.language),
            language: visit.language.rawValue,
            otherLanguage: other.rawValue,
            otherLanguageName: other == .fr ? "Français" : "English",
            title: title,
            pathWithQuery: visit.pathWithQuery,
            help: Help.text(of: visit),
            assets: assets.addresses.reduce(into: [:]) { $0[dotless($1.key)] = $1.value },
            links: visit.visitor.map { links(for: $0, visit) } ?? openLinks(visit),
            person: visit.visitor?.name,
            station: visit.station,
            isStation: visit.station != nil,
            pinLogin: visit.form["confirm_login"] ?? "",
            organisation: visit.visitor?.organisation ?? "",
            csrf: visit.session.map { signIn.formToken(for: $0) } ?? "",
            key: FormKey.fresh(),
            notice: visit.told
                ?? (visit.problem == nil ? DoneNotice(visit)?.sentence(visit) : nil),
            problem: visit.problem,
            isOutdated: visit.isOutdated,
            content: content
        )
        guard let text = templates.render(frame, withTemplate: template) else {
            // A test opens every page, so this is met only when files are missing from an installation.
            return Reply(status: .internalServerError)
        }
        return .html(text, status: status)
    }

    private func links(for visitor: Visitor, _ visit: Visit) -> [Frame.Link] {
        Navigation.entries.filter { entry in
            visitor.may(entry.permission) && offer.includes(entry.path)
                && entry.insteadOf.map { !offer.includes($0) } ?? true
        }.map { entry in
            Frame.Link(
                path: entry.path,
                label: visit.text(entry.label),
                isHere: visit.path == entry.path || visit.path.hasPrefix(entry.path + "/")
            )
        }
    }

    private func openLinks(_ visit: Visit) -> [Frame.Link] {
        Navigation.open.map { path, label in
            Frame.Link(
                path: path,
                label: visit.text(label),
                isHere: visit.path == path || visit.path.hasPrefix(path + "/")
            )
        }
    }

    /// Dots lead into objects in a template.
    private func dotless(_ name: String) -> String {
        String(name.map { $0 == "." ? "_" : $0 })
    }
}
