public import Cluster
import Domain
import Glibc
import Importing
import Postgres
public import Store

/// Moulin ready to work: the server answers, the schema is this program's, somebody is speaking.
public struct OpenMoulin: Sendable {
    public let application: Application
    public let speaker: Speaker
    public let installation: Installation
    /// nil with a server of someone else's.
    let server: RunningCluster?

    /// Closes connections, and stops the server if this process started it.
    public func close() async {
        await application.main?.close()
        await application.social?.close()
        await application.everybody?.close()
        application.reader?.close()
        if let server, server.isOwner { await server.stop() }
    }
}

extension Installation {
    /// Makes everything ready, in the way the person does not notice: starts or finds the server, migrates a private one.
    public func open(
        observe: @escaping @Sendable (Observation) -> Void = { _ in }
    ) async throws(InstallationFailure) -> OpenMoulin {
        try await open(observe) { (application) throws(InstallationFailure) in
            try await speaker(application)
        }
    }

    /// As `open`, for a service that speaks as whoever signs in, and as nobody until then.
    ///
    /// A process that gets one side alone holds no connection, and no address, of the other login.
    public func openForService(
        sides: Set<Side> = Set(Side.allCases),
        observe: @escaping @Sendable (Observation) -> Void
    ) async throws(InstallationFailure) -> OpenMoulin {
        let nobody = Speaker(organisation: settings.organisation, person: 0)
        return try await open(observe, sides, sharing: true) { (_) throws(InstallationFailure) in
            nobody
        }
    }

    private func open(
        _ observe: @escaping @Sendable (Observation) -> Void,
        _ sides: Set<Side> = Set(Side.allCases),
        sharing: Bool = false,
        speaking: (Application) async throws(InstallationFailure) -> Speaker
    ) async throws(InstallationFailure) -> OpenMoulin {
        let server = try await startServer()
        do throws(InstallationFailure) {
            try await bringSchema()
            let application = try application(observe, sides, sharing: sharing)
            let speaker = try await speaking(application)
            return OpenMoulin(
                application: application,
                speaker: speaker,
                installation: self,
                server: server
            )
        } catch {
            if let server, server.isOwner { await server.stop() }
            throw error
        }
    }

    /// Starts the private server, or finds it running; nil when the server is someone else's.
    public func startServer() async throws(InstallationFailure) -> RunningCluster? {
        guard isPrivate else { return nil }
        do { return try await cluster.start() } catch { throw .cluster(error) }
    }

    /// Application and pools, without a look at the database.
    public func application(
        _ observe: @escaping @Sendable (Observation) -> Void = { _ in },
        _ sides: Set<Side> = Set(Side.allCases),
        sharing: Bool = false
    ) throws(InstallationFailure) -> Application {
        let kept = KeptLists(schema)
        return Application(
            main: sides.contains(.main) ? Pool(connection(as: .main)) : nil,
            social: sides.contains(.social) ? Pool(connection(as: .social)) : nil,
            everybody: sides.contains(.main) ? Pool(connection(as: .everybody)) : nil,
            reader: sharing && sides.contains(.main) ? SharedReader(connection(as: .main)) : nil,
            map: try map,
            secrets: try secrets(),
            lists: { kept.lists },
            publicAddress: settings.publicAddress,
            observe: observe
        )
    }

    /// Migrates a private server that is behind; asks for it with someone else's.
    private func bringSchema() async throws(InstallationFailure) {
        guard try await !isCurrent() else { return }
        guard isPrivate else { throw .schemaDiffers }
        _ = try await migrate()
    }

    /// Whether the database was made by exactly these texts.
    public func isCurrent() async throws(InstallationFailure) -> Bool {
        let fingerprint: String
        do { fingerprint = try Migrator.fingerprint(of: schema) } catch { throw .schema(error) }
        return try await asking(.main) { (db) throws(PostgresError) in
            try Migrator.isCurrent(fingerprint, in: db)
        }
    }

    /// Brings the database to this program's schema.
    public func migrate() async throws(InstallationFailure) -> Migrator.Outcome {
        let migrator = Migrator(schema: schema, key: try secrets().signing)
        if isPrivate { try await bringLogins() }
        do {
            let db = try await Connection.open(connection(as: .owner))
            do {
                let outcome = try await migrator.migrate(db)
                await db.close()
                return outcome
            } catch {
                await db.close()
                throw error
            }
        } catch let failure as MigrationFailure {
            throw .migration(failure)
        } catch let error as PostgresError {
            throw .database(error)
        } catch {
            preconditionFailure("migrating throws one of two errors")
        }
    }

    /// Makes the logins that a private server of an older Moulin does not have yet.
    private func bringLogins() async throws(InstallationFailure) {
        try await asking(.superuser) { (db) throws(PostgresError) in
            for login in Login.created {
                try LoginStore.bring(
                    login.role,
                    attributes: Login.attributes,
                    to: PrivateCluster.databaseName,
                    in: db
                )
            }
        }
    }

    /// Founds the organisation, as the owner; false when it existed.
    public func found(_ founding: Founding) async throws(InstallationFailure) -> Bool {
        let key = try secrets().signing
        return try await asking(.owner) { (db) throws(PostgresError) in
            try founding.found(in: db, key: key, now: Int64(time(nil)))
        }
    }

    /// The person who acts, by the login of the settings or of the system.
    public func speaker(_ application: Application) async throws(InstallationFailure) -> Speaker {
        let login = settings.login ?? Self.systemUser
        let organisation = settings.organisation
        let found = try await asking(.main) { (db) throws(PostgresError) in
            try PersonStore.logins(of: organisation, in: db)
        }
        guard !found.isEmpty else { throw .notFounded }
        guard let person = found[login] else {
            throw .personUnknown(login, known: found.keys.sorted())
        }
        return Speaker(organisation: organisation, person: person)
    }

    /// The name of the system's user who runs this program.
    public static var systemUser: String {
        getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "nobody"
    }

    func asking<R: Sendable>(
        _ login: Login,
        _ body: @Sendable (isolated Connection) throws(PostgresError) -> R
    ) async throws(InstallationFailure) -> R {
        do {
            let db = try await Connection.open(connection(as: login))
            do {
                let answer = try await body(db)
                await db.close()
                return answer
            } catch {
                await db.close()
                throw error
            }
        } catch let error as PostgresError {
            throw .database(error)
        } catch {
            preconditionFailure("asking throws the database's errors only")
        }
    }
}
