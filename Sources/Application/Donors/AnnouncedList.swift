public import Domain
import Importing
public import Postgres
public import Store

/// The list that came with an announced gift, as it came; for the pages that show and import it.
struct AnnouncedList: Question {
    static let name = "announced-list"
    static let summary = Phrase(
        fr: "la liste d'un don annoncé",
        en: "the list of an announced gift"
    )
    static let permission = AnnounceDonation.permission

    let announcement: Int64

    struct Answer: Codable, Sendable {
        let name: String
        let bytes: [UInt8]
    }

    func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let file = try Failure.running { () throws(PostgresError) in
            try AnnouncementStore.file(of: announcement, circumstances.speaker, in: db)
        }
        guard let file else {
            throw .refused(
                Refusal(.unknownAnnouncement, ["announcement": .number(Int(announcement))])
            )
        }
        return Answer(name: file.name, bytes: file.bytes)
    }
}

extension Application {
    /// The list of an announced gift, byte for byte.
    ///
    /// - Throws: `unknown_announcement`, also for one without a list.
    public func announcedList(
        of announcement: Int64,
        as speaker: Speaker
    ) async throws(Failure) -> AnnouncedGift.List {
        let found = try await ask(AnnouncedList(announcement: announcement), as: speaker)
        return AnnouncedGift.List(name: found.name, bytes: found.bytes)
    }

    /// The first records of a list as text, heading included, without importing anything.
    ///
    /// - Throws: `.file` when the import would not read it.
    public func preview(of list: AnnouncedGift.List) throws(Failure) -> [[String]] {
        let file = try UploadedFile(list.bytes, list.name)
        defer { file.remove() }
        return try ListSource.opening(file.path, sheet: nil, lists(), DeviceListPlan.Choices())
            .plan.preview
    }
}
