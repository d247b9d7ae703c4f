public import Domain
public import Postgres
import Store

/// Accepts an announced gift: it becomes a donation of a donor who is known, or of a new one.
///
/// Lines and contact are taken over; what was announced names nobody afterwards. A list that was left is imported by hand,
/// when somebody has looked at it.
public struct AcceptAnnouncement: Command {
    public static let name = "accept-announcement"
    public static let summary = Phrase(
        fr: "accepte un don annoncé par un inconnu",
        en: "accepts a gift that a stranger announced"
    )
    public static let permission = AnnounceDonation.permission

    public let announcement: Int64
    /// The donor who announced it, when known here; absent for a new one.
    public let donor: Int64?

    public init(announcement: Int64, donor: Int64? = nil) {
        self.announcement = announcement
        self.donor = donor
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let announcement: Int64
        public let donation: Int64
        public let donor: Int64
    }

    /// - Throws: `unknown_announcement`, `announcement_decided`, and what announcing a donation refuses.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let found = try AnnouncementStore.Announced.require(announcement, in: db, circumstances)
        if let outcome = found.outcome {
            throw .refused(
                Refusal(
                    .announcementDecided,
                    ["announcement": .number(Int(announcement)), "outcome": .text(outcome)]
                )
            )
        }
        let giver: Int64
        if let donor { giver = donor } else { giver = try newDonor(found, in: db, circumstances) }
        let lines = try Failure.running { () throws(PostgresError) in
            try AnnouncementStore.lines(of: announcement, circumstances.speaker, in: db)
        }
        let announced = AnnounceDonation(
            donor: giver,
            lines: lines.map {
                GivenLine(kind: $0.kind, description: $0.description, quantity: $0.quantity)
            },
            announcedOn: found.announcedOn
        )
        let donation = try announced.run(in: db, circumstances).donation
        try Failure.running { () throws(PostgresError) in
            try AnnouncementStore.decide(announcement, donation: donation, reason: nil, in: db)
        }
        return Outcome(announcement: announcement, donation: donation, donor: giver)
    }

    /// Whoever stays anonymous is written down as a person without a name, who gets no receipt.
    private func newDonor(
        _ found: AnnouncementStore.Announced,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Int64 {
        let nobody = Phrase(fr: "Don anonyme \(found.number)", en: "Anonymous gift \(found.number)")
        let added = try AddDonor(
            kind: DonorKind(rawValue: found.donorKind) ?? .individual,
            name: found.name ?? nobody.text(in: found.language),
            email: found.email,
            phone: found.phone,
            language: found.language
        ).run(in: db, circumstances).donor
        if found.consentsToMail {
            _ = try RecordDonorConsent(donor: added, purpose: "mail", given: true, how: "announced")
                .run(in: db, circumstances)
        }
        return added
    }
}

/// Refuses an announced gift; the reason is told to whoever follows its link.
public struct RefuseAnnouncement: Command {
    public static let name = "refuse-announcement"
    public static let summary = Phrase(
        fr: "refuse un don annoncé par un inconnu",
        en: "refuses a gift that a stranger announced"
    )
    public static let permission = AnnounceDonation.permission

    public let announcement: Int64
    public let reason: String

    public init(announcement: Int64, reason: String) {
        self.announcement = announcement
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let announcement: Int64
    }

    /// - Throws: `unknown_announcement`, `announcement_decided`, `reason_missing`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw .refused(Refusal(.reasonMissing, ["step": .text(Self.name)]))
        }
        try Failure.running { () throws(PostgresError) in
            try AnnouncementStore.decide(announcement, donation: nil, reason: reason, in: db)
        }
        return Outcome(announcement: announcement)
    }
}
