import Domain
import Importing
import Postgres
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

/// The list that came with the announcement of a donation; for the pages that offer and import it.
struct AnnouncedListOfDonation: Question {
    static let name = "announced-list-of-donation"
    static let summary = AnnouncedList.summary
    static let permission = AnnounceDonation.permission

    let donation: Int64

    func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> AnnouncedList.Answer? {
        try Failure.running { () throws(PostgresError) in
            try AnnouncementStore.file(ofDonation: donation, circumstances.speaker, in: db)
        }
        .map { AnnouncedList.Answer(name: $0.name, bytes: $0.bytes) }
    }
}

extension Application {
    /// The list that a donation was announced with, byte for byte; nil when there was none.
    public func announcedList(
        ofDonation donation: Int64,
        as speaker: Speaker
    ) async throws(Failure) -> AnnouncedGift.List? {
        let asked = AnnouncedListOfDonation(donation: donation)
        return try await ask(asked, as: speaker).map {
            AnnouncedGift.List(name: $0.name, bytes: $0.bytes)
        }
    }

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
        return try ListSource.ofDevices(file.path, sheet: nil, lists(), DeviceListPlan.Choices())
            .plan.preview
    }
}
