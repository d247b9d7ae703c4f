import Documents
public import Domain
import Postgres
public import Store

/// Whose data are exported.
public enum HeldSubject: Sendable, Hashable {
    case household(Int64)
    case donor(Int64)
    /// By login.
    case person(String)

    var label: Phrase {
        switch self {
        case .household(let number): Phrase(fr: "foyer \(number)", en: "household \(number)")
        case .donor(let number): Phrase(fr: "donateur \(number)", en: "donor \(number)")
        case .person(let login): Phrase(fr: "compte \(login)", en: "account \(login)")
        }
    }

    var reference: String {
        switch self {
        case .household(let number): "DDP-F\(number)"
        case .donor(let number): "DDP-D\(number)"
        case .person(let login): "DDP-\(login)"
        }
    }

    /// Exporting is a command: that it was done is written down.
    func export(
        from application: Application,
        as speaker: Speaker
    ) async throws(Failure) -> SubjectExport {
        switch self {
        case .household(let number):
            try await application.perform(ExportHousehold(household: number), as: speaker)
        case .donor(let number):
            try await application.perform(ExportDonor(donor: number), as: speaker)
        case .person(let login):
            try await application.perform(ExportPerson(login: login), as: speaker)
        }
    }
}

extension DocumentDrawer {
    /// Exports what is held about a subject, on paper; nothing of it is kept.
    public func held(
        about subject: HeldSubject,
        in language: Language,
        as speaker: Speaker
    ) async throws(PaperFailure) -> [UInt8] {
        let export = try await exported(subject, as: speaker)
        let letterhead = try await ask(Letterhead(), as: speaker)
        let paper = HeldData(
            language: language,
            issue: Issue(
                number: subject.reference,
                day: export.exportedOn,
                instant: letterhead.instant
            ),
            issuer: letterhead.issuer,
            subject: subject.label.text(in: language),
            sections: HeldReading.sections(of: export.held, in: language),
            clocks: RetentionClock.allCases.map {
                HeldData.Section.Line($0.label.text(in: language), $0.law.text(in: language))
            }
        )
        let imprint = Imprint(
            contentHash: Digest.hex(Digest.sha256(canonicalJSON(paper)))
        )
        let press = try press()
        do throws(DrawingError) {
            return try press.pdf(of: paper, imprint: imprint)
        } catch {
            throw .undrawable(error.description)
        }
    }
}

/// The house as its papers name it, now; never listed, because it is part of a paper and not an answer.
struct Letterhead: Question {
    static let name = "letterhead"
    static let summary = Phrase(fr: "l'en-tête des papiers", en: "the letterhead of papers")
    static let permission = Permission(.dpo)

    struct Answer: Codable, Sendable {
        let issuer: Issuer
        /// Seconds since 1970.
        let instant: Int64
    }

    func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let organisation = try Failure.running { () throws(PostgresError) in
            try IssuerStore.organisation(of: circumstances.speaker, in: db)
        }
        let issuing = DocumentIssuing(
            circumstances: circumstances,
            organisation: organisation,
            replaced: nil
        )
        return Answer(
            issuer: issuing.issuer,
            instant: circumstances.instant.microseconds / 1_000_000
        )
    }
}
