import Cluster

/// Something that must not be possible, in plain SQL, with the walls that stand against it.
///
/// The first wall is the one that refuses. Where several are named, one would do: all of them have to fall before the
/// attack goes through.
struct Attack: Sendable, CustomStringConvertible {
    let name: String
    let login: Login
    let walls: [Wall]
    let sql: String

    init(_ name: String, as login: Login = .owner, on walls: [Wall], _ sql: String) {
        self.name = name
        self.login = login
        self.walls = walls
        self.sql = sql
    }

    var description: String { name }

    static let all =
        onLifecycle + onMerging + onWiping + onWipingFurther + onSales + onMoney + onDocuments
        + onVouchers + onFamilies + onKeys + onNeighbours + acrossOrganisations + onPrivileges
        + onPowers + onPublic + onSigning + onPrices + onWritten
}
