public import Domain
public import Postgres
import Store

/// The register of second-hand goods of a year, a page at a time, with who brought what.
public struct ShowRegister: Question {
    public static let name = "register"
    public static let summary = Phrase(
        fr: "montre le registre des objets mobiliers",
        en: "shows the register of second-hand goods"
    )
    public static let permission = Permission(.registerKeeper)

    public let year: Int16
    /// The last number of the page before.
    public let after: Int32?
    public let limit: Int32?

    public init(year: Int16, after: Int32? = nil, limit: Int32? = nil) {
        self.year = year
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let year: Int16
        public let no: Int32
        public let enteredOn: String
        public let device: String?
        public let quantity: Int32
        public let description: String
        public let serials: [String]
        /// An estimate: the goods were acquired free of charge.
        public let valueCents: Int64
        public let donation: Int64?
        /// Name, address and papers of who brought it, as JSON; nil once erased.
        public let source: String?
        /// The chain's link, in hexadecimal.
        public let hash: String

        enum CodingKeys: String, CodingKey {
            case year, no, device, quantity, description, serials, donation, source, hash
            case enteredOn = "entered_on"
            case valueCents = "value_cents"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Line] {
        let lines = try Failure.running { () throws(PostgresError) in
            try RegisterStore.lines(
                year: year,
                after: after ?? 0,
                limit: DonorPage.bounded(limit),
                of: circumstances.speaker,
                in: db
            )
        }
        return lines.map {
            Line(
                year: $0.year,
                no: $0.no,
                enteredOn: $0.enteredOn,
                device: $0.device.map { DeviceReference(number: $0).text },
                quantity: $0.quantity,
                description: $0.description,
                serials: $0.serials,
                valueCents: $0.valueCents,
                donation: $0.donation,
                source: $0.source,
                hash: Digest.hex($0.hash)
            )
        }
    }
}
