public import Application
import Cluster
import Domain
import Importing
import Postgres
public import Schema
public import Store
public import TestSupport

/// A migrated database with one small town in it, cloned for a test of its own.
public struct Town: Sendable {
    public let database: TestDatabase
    public let application: Application
    public let secrets: Secrets
    /// Holds every role of the workshop and the counter.
    public let ana: Speaker
    /// Enters families' files and decides.
    public let bea: Speaker
    /// The other approver.
    public let cid: Speaker
    /// Administrator and auditor, without any work of the house.
    public let dan: Speaker

    /// Lends a town to a test, and takes its database away afterwards.
    public static func with<R>(_ body: (Town) async throws -> R) async throws -> R {
        let schema = try Self.schema()
        let secrets = try Self.secrets()
        let template = TestTemplate(
            fingerprint: try Migrator.fingerprint(of: schema) + "town 2",
            prepare: { database in try await prepare(database, schema, secrets) }
        )
        return try await TestDatabase.with(template) { database in
            try await body(try Town(database, schema, secrets))
        }
    }

    private init(_ database: TestDatabase, _ schema: Schema, _ secrets: Secrets) throws {
        self.database = database
        self.secrets = secrets
        // A machine that runs every suite at once may be slow to connect; no test is about that.
        let limits = PoolLimits(patience: .seconds(300))
        application = Application(
            main: Pool(ConnectionSettings(database.conninfo(for: .main)), limits: limits),
            social: Pool(ConnectionSettings(database.conninfo(for: .social)), limits: limits),
            everybody: Pool(ConnectionSettings(database.conninfo(for: .everybody)), limits: limits),
            reader: SharedReader(ConnectionSettings(database.conninfo(for: .main))),
            map: try LifecycleMap(states: schema.states.text, steps: schema.steps.text),
            secrets: secrets,
            lists: { ImportReference(shipped: schema) }
        )
        ana = Speaker(organisation: 1, person: 1)
        bea = Speaker(organisation: 1, person: 2)
        cid = Speaker(organisation: 1, person: 3)
        dan = Speaker(organisation: 1, person: 4)
    }

    /// The schema's texts, beside the test program.
    public static func schema() throws -> Schema {
        try Schema.locate(resources: nil, program: CommandLine.arguments.first ?? "")
    }

    public static func secrets() throws -> Secrets {
        guard let signing = SigningKey([UInt8](repeating: 7, count: 32)) else {
            preconditionFailure("32 bytes are a key")
        }
        return Secrets(
            signing: signing,
            household: [UInt8](repeating: 9, count: 32),
            factor: [UInt8](repeating: 5, count: 32)
        )
    }

    private static func prepare(
        _ database: TestDatabase,
        _ schema: Schema,
        _ secrets: Secrets
    ) async throws {
        let owner = try await database.connect(as: .owner)
        _ = try await Migrator(schema: schema, key: secrets.signing).migrate(owner)
        _ = try await founding.found(in: owner, key: secrets.signing, now: 4_000_000_000)
        await owner.close()
    }

    private static let founding = Founding(
        organisation: 1,
        name: "La Ressourcerie d'Issy",
        address: ["12 rue du Moulin", "92130 Issy-les-Moulineaux"],
        siren: "123456789",
        object: "réemploi informatique solidaire",
        founders: [
            .init(
                login: "ana",
                name: "Ana Martin",
                roles: [
                    .intake, .technician, .wipeOperator, .grader, .shop, .receiptIssuer,
                    .accountant, .registerKeeper,
                ]
            ),
            .init(login: "bea", name: "Béa Durand", roles: [.socialAgent, .socialApprover]),
            .init(login: "cid", name: "Cid Roux", language: .en, roles: [.socialApprover]),
            .init(login: "dan", name: "Dan Petit", roles: [.admin, .auditor, .dpo, .qaVerifier]),
        ],
        receipts: .association(signer: "Ana Martin", title: "présidente")
    )
}
