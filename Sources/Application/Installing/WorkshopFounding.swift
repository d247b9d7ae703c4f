import Cluster
public import Domain
import Store

/// A small workshop's beginning: one person who does everything, until others are added.
public struct WorkshopFounding: Sendable {
    let name: String
    let address: [String]
    let siren: String?
    let object: String?
    let login: String
    let person: String
    let language: Language

    public init(
        name: String,
        address: [String],
        siren: String?,
        object: String?,
        login: String,
        person: String,
        language: Language
    ) {
        self.name = name
        self.address = address
        self.siren = siren
        self.object = object
        self.login = login
        self.person = person
        self.language = language
    }
}

extension Installation {
    /// Makes the database ready and founds the organisation in it; false when one existed.
    public func begin(_ founding: WorkshopFounding) async throws(InstallationFailure) -> Bool {
        let server = try await startServer()
        do throws(InstallationFailure) {
            _ = try await migrate()
            let isNew = try await found(
                Founding(
                    organisation: settings.organisation,
                    name: founding.name,
                    address: founding.address,
                    siren: founding.siren,
                    object: founding.object,
                    founders: [
                        .init(
                            login: founding.login,
                            name: founding.person,
                            language: founding.language,
                            roles: Role.allCases.filter { $0 != .donorPortal }
                        )
                    ]
                )
            )
            if let server, server.isOwner { await server.stop() }
            return isNew
        } catch {
            if let server, server.isOwner { await server.stop() }
            throw error
        }
    }
}
