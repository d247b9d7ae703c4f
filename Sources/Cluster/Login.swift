/// The logins of the cluster; a process uses one, and none can become another.
public enum Login: String, Sendable, CaseIterable {
    /// The superuser, for bootstrap and repair only: it passes even forced row policies.
    case superuser = "moulin"
    /// Owns the database and migrates it.
    case owner = "moulin_owner"
    /// Serves the workshop, the shop and the pages; cannot see incomes.
    case main = "moulin_main"
    /// Serves eligibility, the only one that reads incomes.
    case social = "moulin_social"
    /// Serves whoever comes without an account; sees no table, only doors made for strangers.
    case everybody = "moulin_public"

    /// The name of the role on the server.
    public var role: String { rawValue }

    /// The logins that the bootstrap creates; `initdb` makes the superuser.
    public static let created: [Login] = [.owner, .main, .social, .everybody]

    /// Those that serve, and may connect to the database without owning it.
    public static let serving: [Login] = [.main, .social, .everybody]

    /// What a created login is, and above all is not.
    ///
    /// NOINHERIT: a role granted later serves only after SET ROLE, so that no grant widens a login by
    /// itself.
    public static let attributes =
        "LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
}
