public import Domain

extension DocumentStore {
    /// What a document is of; each by its number.
    public struct Subject: Hashable, Sendable {
        public var donation: Int64?
        public var device: Int64?
        public var sale: Int64?
        public var voucher: Int64?
        public var placement: Int64?
        public var donor: Int64?
        public var drive: Int64?
        public var shipment: Int64?
        public var taking: Int64?
        public var closing: Closing?
        public var registerYear: Int16?
        /// The days that it speaks of, both included.
        public var covers: Days?

        public struct Closing: Hashable, Sendable {
            /// `day`, `month` or `year`.
            public let period: String
            public let nth: Int32

            public init(period: String, nth: Int32) {
                self.period = period
                self.nth = nth
            }
        }

        public struct Days: Hashable, Sendable {
            public let from: Day
            public let to: Day

            public init(from: Day, to: Day) {
                self.from = from
                self.to = to
            }
        }

        public init(
            donation: Int64? = nil,
            device: Int64? = nil,
            sale: Int64? = nil,
            voucher: Int64? = nil,
            placement: Int64? = nil,
            donor: Int64? = nil,
            drive: Int64? = nil,
            shipment: Int64? = nil,
            taking: Int64? = nil,
            closing: Closing? = nil,
            registerYear: Int16? = nil,
            covers: Days? = nil
        ) {
            self.donation = donation
            self.device = device
            self.sale = sale
            self.voucher = voucher
            self.placement = placement
            self.donor = donor
            self.drive = drive
            self.shipment = shipment
            self.taking = taking
            self.closing = closing
            self.registerYear = registerYear
            self.covers = covers
        }

        /// What has no argument of its own at the door.
        var further: String { SentJSON.text(FurtherSubject(self)) }
    }
}

/// The columns of a document's subject that its door takes as JSON.
private struct FurtherSubject: Encodable {
    let donor: Int64?
    let drive: Int64?
    let shipment: Int64?
    let taking: Int64?
    let period: String?
    let nth: Int32?
    let registerYear: Int16?
    let covers: String?

    init(_ subject: DocumentStore.Subject) {
        donor = subject.donor
        drive = subject.drive
        shipment = subject.shipment
        taking = subject.taking
        period = subject.closing?.period
        nth = subject.closing?.nth
        registerYear = subject.registerYear
        covers = subject.covers.map { "[\($0.from.iso),\($0.to.iso)]" }
    }

    enum CodingKeys: String, CodingKey {
        case covers
        case donor = "donor_id"
        case drive = "drive_id"
        case shipment = "shipment_id"
        case taking = "return_id"
        case period = "closing_period"
        case nth = "closing_nth"
        case registerYear = "register_year"
    }
}
