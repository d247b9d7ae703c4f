import Documents
import Domain
import Postgres
import Store

extension OpenDesk {
    /// The page that a link leads to, with a page of its machines.
    ///
    /// - Throws: `link_leads_nowhere` for one that has ended, was revoked or never was.
    public func donorPage(
        behind link: String,
        after: Int64 = 0,
        from address: String
    ) async throws(Failure) -> DonorLinkAnswer {
        let token = try Self.token(link)
        let caller = bucket(of: address)
        let found = try await act {
            (db) throws(PostgresError) -> (String, [DonorLinkStore.Machine])? in
            guard let page = try DonorLinkStore.show(token, caller: caller, in: db) else {
                return nil
            }
            let machines = try DonorLinkStore.machines(
                token,
                caller: caller,
                after: after,
                limit: DonorLinkAnswer.pageLength,
                in: db
            )
            return (page, machines)
        }
        guard let (page, machines) = found else { throw Self.nowhere }
        return DonorLinkAnswer(JSONValue(bytes: Array(page.utf8)), machines)
    }

    /// A paper of the donor's own, as PDF: the one that is kept, or drawn from the same frozen content.
    ///
    /// What is drawn here is not kept: a stranger leaves nothing in the house.
    public func paper(
        _ number: String,
        behind link: String,
        from address: String
    ) async throws(PaperFailure) -> [UInt8] {
        let found: DonorLinkStore.Paper?
        do throws(Failure) {
            let token = try Self.token(link)
            let caller = bucket(of: address)
            found = try await act { (db) throws(PostgresError) in
                try DonorLinkStore.paper(number, behind: token, caller: caller, in: db)
            }
        } catch {
            throw .failed(error)
        }
        guard let found else {
            throw .failed(.refused(Refusal(.unknownDocument, ["document": .text(number)])))
        }
        if let pdf = found.pdf { return pdf }
        return try await drawer.draw(found)
    }

    /// Writes down what the donor agrees or objects to: `papers` or `mail`.
    ///
    /// - Throws: `link_leads_nowhere`.
    public func consent(
        to purpose: String,
        given: Bool,
        behind link: String,
        from address: String
    ) async throws(Failure) {
        let token = try Self.token(link)
        let caller = bucket(of: address)
        let isSaid = try await act { (db) throws(PostgresError) in
            try DonorLinkStore.consent(
                to: purpose,
                given: given,
                behind: token,
                caller: caller,
                in: db
            )
        }
        guard isSaid else { throw Self.nowhere }
    }

    static func token(_ link: String) throws(Failure) -> [UInt8] {
        guard let token = Token(link) else { throw nowhere }
        return token.bytes
    }

    static let nowhere = Failure.refused(Refusal(.linkLeadsNowhere, ["days": .number(365)]))
}

extension DocumentDrawer {
    /// A paper from its frozen content, as its donor gets it.
    func draw(_ paper: DonorLinkStore.Paper) throws(PaperFailure) -> [UInt8] {
        guard let content = paper.content else { throw .erased(document: paper.number) }
        let imprint = Imprint(
            verificationCode: paper.verification,
            verificationURL: verificationURL(of: paper.verification),
            contentHash: paper.fingerprint,
            reprintedOn: nil
        )
        return try FrozenContent.draw(paper.kind, content, imprint, on: press())
    }
}
