public import Domain
public import Postgres
public import Store

/// Takes a gift in: the day, who handed it over, how many of each line; and enters it in the register of second-hand goods.
public struct ReceiveDonation: Command {
    public static let name = "receive-donation"
    public static let summary = Phrase(fr: "reçoit un don", en: "receives a donation")
    public static let permission = Permission(.intake, .admin)

    public struct Count: Codable, Sendable, Hashable {
        public let line: Int32
        public let received: Int32

        public init(line: Int32, received: Int32) {
            self.line = line
            self.received = received
        }
    }

    /// The paper that an individual shows, as the register asks for it.
    public struct IdentityPaper: Codable, Sendable, Hashable {
        public let nature: String
        public let number: String
        public let issuedOn: Day
        public let authority: String

        enum CodingKeys: String, CodingKey {
            case nature, number, authority
            case issuedOn = "issued_on"
        }
    }

    public let donation: Int64
    /// The day of hand-over; absent: today.
    public let receivedOn: Day?
    public let handedOverBy: String
    /// Lines of which another number came than was announced.
    public let counts: [Count]?
    public let identityPaper: IdentityPaper?

    enum CodingKeys: String, CodingKey {
        case donation, counts
        case receivedOn = "received_on"
        case handedOverBy = "handed_over_by"
        case identityPaper = "identity_paper"
    }

    public init(
        donation: Int64,
        receivedOn: Day? = nil,
        handedOverBy: String,
        counts: [Count]? = nil,
        identityPaper: IdentityPaper? = nil
    ) {
        self.donation = donation
        self.receivedOn = receivedOn
        self.handedOverBy = handedOverBy
        self.counts = counts
        self.identityPaper = identityPaper
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donation: Int64
        public let receivedOn: Day
        /// Nil when there was nothing to enter yet.
        public let register: RegisterStore.Numbers?

        enum CodingKeys: String, CodingKey {
            case donation, register
            case receivedOn = "received_on"
        }
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let gift = try Donation.lock(donation, whileIn: [.announced], in: db, circumstances)
        let day = receivedOn ?? circumstances.today
        try requirePossible(day, circumstances.today)
        let bearer = try DonorText.name(handedOverBy)
        let speaker = circumstances.speaker
        var lines = try Failure.running { () throws(PostgresError) in
            try DonationStore.lines(of: donation, speaker, in: db)
        }
        for index in lines.indices { lines[index].received = lines[index].quantity }
        for count in counts ?? [] {
            lines[try lines.place(of: count.line, in: donation)].received = max(0, count.received)
        }
        let counted = lines
        try Failure.running { () throws(PostgresError) in
            for line in counted { try DonationStore.write(line, of: donation, speaker, in: db) }
            try DonationStore.receive(donation, on: day, from: bearer, of: speaker, in: db)
        }
        let keeping = RegisterKeeping(bearer: bearer, paper: identityPaper)
        let numbers = try keeping.enter(gift, counted, in: db, circumstances)
        return Outcome(donation: donation, receivedOn: day, register: numbers)
    }

    private func requirePossible(_ day: Day, _ today: Day) throws(Failure) {
        guard day <= today else {
            throw .refused(
                Refusal(
                    .backDated,
                    [
                        "day": .day(day),
                        "rule": .word(
                            "not_in_the_future",
                            Phrase(
                                fr: "un don ne se reçoit pas dans l'avenir",
                                en: "a gift is not received in the future"
                            )
                        ),
                    ]
                )
            )
        }
    }
}
