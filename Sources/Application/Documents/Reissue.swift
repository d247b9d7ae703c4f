import Documents
import Domain
import Postgres
import Store

/// A cancelled paper, issued anew from what is known now: those that are made of their subject and its days alone.
struct Reissue {
    let replaced: IssuedPaper
    let issuing: DocumentIssuing

    func issue(in db: isolated Connection) throws(Failure) -> IssuedDocument {
        let subject = replaced.subject
        let donation = subject.donation ?? 0
        switch replaced.kind {
        case .enr: return try IssueCommitment(donation: donation).issue(issuing, in: db)
        case .bre: return try IssueReuseStatement(donation: donation).issue(issuing, in: db)
        case .usAck:
            let old = try content(WrittenAcknowledgement.self, in: db)
            let command = IssueAcknowledgement(donation: donation, returned: old.returned)
            return try command.issue(issuing, in: db)
        case .caOdr:
            let old = try content(OfficialDonationReceipt.self, in: db)
            return try IssueOfficialReceipt(
                donation: donation,
                appraiser: old.appraiser,
                advantage: old.advantageDescription,
                language: old.language
            )
            .issue(issuing, in: db)
        case .ukRgaLetter:
            let old = try content(RetailGiftAidLetter.self, in: db)
            return try IssueGiftAidLetter(
                donor: subject.donor ?? 0,
                occasion: old.occasion == .sale ? .sale : .yearEnd,
                day: old.from
            )
            .issue(issuing, in: db)
        case .reg: return try IssueRegister(year: subject.registerYear).issue(issuing, in: db)
        case .rdo:
            let year = subject.covers?.from.year
            let command = IssueDonorReport(
                donation: subject.donation,
                donor: subject.donor,
                year: year
            )
            return try command.issue(issuing, in: db)
        case .atv, .rad, .d222: return try ofDays(in: db)
        default: return try ofTheHouse(in: db)
        }
    }

    private func ofDays(in db: isolated Connection) throws(Failure) -> IssuedDocument {
        let donor = replaced.subject.donor ?? 0
        let days = replaced.subject.covers
        switch replaced.kind {
        case .atv:
            return try IssueVATCertificate(donor: donor, year: days?.from.year)
                .issue(issuing, in: db)
        case .rad:
            return try IssueYearStatement(donor: donor, year: days?.from.year)
                .issue(issuing, in: db)
        default: return try IssueDeclaration(yearEnd: days?.to).issue(issuing, in: db)
        }
    }

    private func ofTheHouse(in db: isolated Connection) throws(Failure) -> IssuedDocument {
        let subject = replaced.subject
        switch replaced.kind {
        case .avo:
            let old = try content(CreditNote.self, in: db)
            return try IssueCreditNote(return: subject.taking ?? 0, language: old.language)
                .issue(issuing, in: db)
        case .clo:
            let period = subject.closing.flatMap { Period(rawValue: $0.period) } ?? .day
            return try IssueClosingPaper(period: period, nth: subject.closing?.nth)
                .issue(issuing, in: db)
        case .cde:
            let command =
                subject.drive.map { IssueDestructionCertificate(drive: DriveReference("#\($0)")) }
                ?? IssueDestructionCertificate(donation: subject.donation ?? 0)
            return try command.issue(issuing, in: db)
        case .bsd:
            let old = try content(WasteManifest.self, in: db)
            return try IssueManifest(shipment: subject.shipment ?? 0, language: old.language)
                .issue(issuing, in: db)
        default:
            let old = try content(PlacementPaper.self, in: db)
            return try IssuePlacementPaper(
                placement: subject.placement ?? 0,
                language: old.language
            )
            .issue(issuing, in: db)
        }
    }

    private func content<C: DocumentContent>(
        _ type: C.Type,
        in db: isolated Connection
    ) throws(Failure) -> C {
        let text = try Failure.running { () throws(PostgresError) in
            try DocumentStore.content(of: replaced, issuing.circumstances.speaker, in: db)
        }
        guard let text, let content = FrozenContent.read(type, text) else {
            throw .refused(Refusal(.unknownDocument, ["document": .text(replaced.number)]))
        }
        return content
    }
}
