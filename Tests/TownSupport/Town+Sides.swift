public import Application
import Cluster
import Importing
import Postgres
import TestSupport

extension Town {
    /// The house of a process that was given one login alone.
    public func only(_ side: Side) throws -> Application {
        let limits = PoolLimits(patience: .seconds(300))
        func pool(_ own: Side, _ login: Login) -> Pool? {
            own == side
                ? Pool(ConnectionSettings(database.conninfo(for: login)), limits: limits) : nil
        }
        return Application(
            main: pool(.main, .main),
            social: pool(.social, .social),
            everybody: pool(.main, .everybody),
            map: application.map,
            secrets: secrets,
            lists: application.lists
        )
    }
}
