import Application
import Domain

/// What of all addresses a process serves: those of the logins that it was given.
struct ServedAddresses: Sendable {
    let sides: Set<Side>

    /// Whether an address is served here.
    ///
    /// Every address is the workshop's unless it is named here: a page that is added later is not served by the social
    /// services' process by mistake.
    func includes(_ path: String) -> Bool {
        guard let needed = Self.sides(of: path) else { return true }
        return !sides.isDisjoint(with: needed)
    }

    /// The logins of which one is enough; nil for an address that asks for none in particular.
    private static func sides(of path: String) -> Set<Side>? {
        let parts = path.split(separator: "/").map(String.init)
        let name = parts.count > 1 ? parts[1] : ""
        switch parts.first ?? "" {
        case "", "assets", "favicon.ico", "health", "metrics", "sign-out", "invitation", "language",
            "all":
            return nil
        case "sign-in": return name == "provider" ? [.main] : nil
        case "applications": return [.social]
        case "documents":
            return DocumentType(ofNumber: name)?.isOfSocialDesk == true ? [.social] : [.main]
        case "import": return side(ofList: name)
        case "do": return side(ofCommand: name)
        case "list": return side(ofQuestion: name)
        case "api":
            let named = parts.count > 3 ? parts[3] : ""
            switch parts.count > 2 ? parts[2] : "" {
            case "commands": return side(ofCommand: named)
            case "questions": return side(ofQuestion: named)
            case "lists": return side(ofList: named)
            case "openapi.json": return nil
            default: return [.main]
            }
        default: return [.main]
        }
    }

    private static func side(ofCommand name: String) -> Set<Side>? {
        Catalogue.commands.first { $0.name == name }.map { [$0.side] }
    }

    private static func side(ofList name: String) -> Set<Side>? {
        ListKinds.all.first { $0.name == name }.map { [$0.side] }
    }

    private static func side(ofQuestion name: String) -> Set<Side>? {
        Catalogue.questions.first { $0.name == name }.map { [$0.side] }
    }
}
