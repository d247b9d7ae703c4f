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
    let others: [Founding.Founder]
    let receipts: ReceiptIssuing?

    public init(
        name: String,
        address: [String],
        siren: String?,
        object: String?,
        login: String,
        person: String,
        language: Language,
        issuesReceipts: Bool = false,
        signerTitle: String? = nil
    ) {
        others = []
        receipts =
            issuesReceipts
            ? .association(signer: person, title: signerTitle ?? "présidente") : nil
        self.name = name
        self.address = address
        self.siren = siren
        self.object = object
        self.login = login
        self.person = person
        self.language = language
    }
}

extension WorkshopFounding {
    /// The town of the demonstration: four people who share the work, and whoever looks on.
    public static func demonstration(alsoFor login: String) -> WorkshopFounding {
        WorkshopFounding(
            name: "La Ressourcerie d'Issy",
            address: ["12 rue du Moulin", "92130 Issy-les-Moulineaux"],
            siren: "123456789",
            object: "réemploi informatique solidaire",
            login: login,
            person: "Visiteur",
            language: .fr,
            others: [
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
                .init(
                    login: "dan",
                    name: "Dan Petit",
                    roles: [.admin, .auditor, .dpo, .qaVerifier]
                ),
            ]
        )
    }

    private init(
        name: String,
        address: [String],
        siren: String?,
        object: String?,
        login: String,
        person: String,
        language: Language,
        others: [Founding.Founder]
    ) {
        self.name = name
        self.address = address
        self.siren = siren
        self.object = object
        self.login = login
        self.person = person
        self.language = language
        self.others = others
        receipts = .association(signer: "Ana Martin", title: "présidente")
    }

    /// The others first, then the person with every role of the house.
    var founders: [Founding.Founder] {
        others + [
            .init(
                login: login,
                name: person,
                language: language,
                roles: Role.allCases.filter { $0 != .donorPortal }
            )
        ]
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
                    founders: founding.founders,
                    receipts: founding.receipts
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
