import Domain
import Postgres
import Store

/// Who may read, cancel and reprint documents of each type.
///
/// A document of gift carries an address, one of sale may carry a name: each is for those whose work it is.
enum DocumentRights {
    static let everyReader = Permission(roles: DocumentType.allCases.flatMap { readers(of: $0) })
    static let everyIssuer = Permission(roles: DocumentType.allCases.flatMap { issuers(of: $0) })

    static func readers(of kind: DocumentType) -> Set<Role> {
        let always: Set<Role> = [.auditor, .accountant, .dpo, .admin]
        return always.union(issuers(of: kind))
    }

    static func issuers(of kind: DocumentType) -> Set<Role> {
        switch kind {
        case .fac, .avo, .bdo, .clo: [.shop, .accountant]
        case .bon, .dec: [.socialAgent, .socialApprover]
        case .cef, .cde: [.receiptIssuer, .wipeOperator, .qaVerifier, .intake]
        case .adn, .rdo: [.receiptIssuer, .intake]
        case .reg: [.registerKeeper]
        case .bsd: [.technician, .intake, .registerKeeper]
        case .cmd: [.shop]
        case .ddp: [.dpo]
        case .rfp, .rfe, .acg, .enr, .bre, .atv, .rad, .d222, .usAck, .caOdr, .ukRgaLetter:
            [.receiptIssuer]
        }
    }

    static func readable(by person: Store.Person) -> [DocumentType] {
        DocumentType.allCases.filter { !readers(of: $0).isDisjoint(with: person.roles) }
    }

    static func require(
        _ roles: Set<Role>,
        _ person: Store.Person
    ) throws(Failure) {
        guard roles.isDisjoint(with: person.roles) else { return }
        throw .forbidden(needs: roles.sorted { $0.rawValue < $1.rawValue })
    }
}

extension IssuedPaper {
    /// The document of a printed number, in capitals or not.
    ///
    /// - Throws: `unknown_document`.
    static func require(
        _ number: String,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedPaper {
        let found = try Failure.running { () throws(PostgresError) in
            try DocumentStore.find(number.uppercased(), of: circumstances.speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownDocument, ["document": .text(number)]))
        }
        return found
    }

    /// - Throws: `document_cancelled`.
    func requireStanding() throws(Failure) {
        guard cancelledAt == nil else {
            throw .refused(Refusal(.documentCancelled, ["document": .text(number)]))
        }
    }
}
