public import Domain
public import Store

/// Somebody who has proven who they are, with all that a page says of them.
public struct Visitor: Sendable {
    public let speaker: Speaker
    /// As the request found them.
    public let opening: Opening
    public let login: String
    public let name: String
    public let language: Language
    /// The roles held when the request came.
    public let roles: Set<Role>
    public let organisation: String
    /// The day it is where the organisation is.
    public let today: Day
    /// The commands and questions a program's key is for; empty for all.
    public let scopes: [String]
    /// The name of the shared bench at which nobody has said who they are; nil for everybody else.
    public internal(set) var station: String?
    /// True for whoever has to add a second factor before anything else.
    public internal(set) var owesFactor = false

    /// Whether any of these roles is held.
    public func may(_ permission: Permission) -> Bool {
        !permission.roles.isDisjoint(with: roles)
    }

    /// Whether the key that was shown is for this command or question.
    public func isFor(_ name: String) -> Bool {
        scopes.isEmpty || scopes.contains(name)
    }
}
