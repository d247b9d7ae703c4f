public import Domain
import Postgres
public import Store

/// Everybody who may act, by login; and the day on which the organisation began.
public struct StaffDirectory: Sendable {
    public let speakers: [String: Speaker]
    public let foundedOn: Day
}

extension OpenMoulin {
    /// The people of the organisation, for a program that acts for several of them.
    public func staff() async throws(Failure) -> StaffDirectory {
        let organisation = speaker.organisation
        return try await application.lease(.main) { (db) throws(Failure) -> StaffDirectory in
            let found = try Failure.running { () throws(PostgresError) in
                (
                    try PersonStore.logins(of: organisation, in: db),
                    try PersonStore.foundingDay(of: organisation, in: db)
                )
            }
            let speakers = found.0.mapValues { Speaker(organisation: organisation, person: $0) }
            return StaffDirectory(speakers: speakers, foundedOn: found.1)
        }
    }
}
