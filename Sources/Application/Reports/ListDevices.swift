public import Domain
public import Postgres
public import Store

/// Machines, narrowed by what is known of them, page by page.
public struct ListDevices: SharedQuestion {
    public typealias Answer = Page<Line>

    public static let name = "list-devices"
    public static let summary = Phrase(fr: "liste les appareils", en: "lists devices")
    public static let permission = Permission(roles: BenchReaders.roles)

    public var state: String?
    public var kind: DeviceType?
    /// A place, by name or way.
    public var place: String?
    public var donation: Int64?
    /// Words, each any part of maker, model, serial number or the donor's number.
    ///
    /// Where no machine has them all, those that are called nearly so are told, each with how alike it is.
    public var text: String?
    /// The last number of the page before.
    public var after: Int64?
    /// At most 200; 50 when it is nil.
    public var limit: Int?

    public init() {}

    /// How many characters are looked for; a whole letter that was pasted would be compared with every machine.
    private static let longest = 100

    /// A machine of the list.
    public struct Line: Codable, Sendable, Hashable {
        public let device: String
        public let number: Int64
        public let kind: String
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let state: String
        public let place: String?
        public let donation: Int64?
        public let grade: String?
        public let blocked: Bool
        public let since: String
        /// In percent, where the machine is only called nearly as was asked for.
        public let likeness: Int32?

        init(_ line: DeviceLine) {
            device = DeviceReference(number: line.number).text
            number = line.number
            kind = line.kind
            maker = line.maker
            model = line.model
            serial = line.serial
            state = line.state
            place = line.place
            donation = line.donation
            grade = line.grade
            blocked = line.isBlocked
            since = line.since
            likeness = line.likeness
        }
    }

    public func reading(for speaker: Speaker) -> Reading<[DeviceLine]>? {
        place == nil ? reading(inPlace: nil, speaker) : nil
    }

    public func reading(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Reading<[DeviceLine]> {
        let place = try place.map { (name) throws(Failure) in
            try PlaceReference(name).resolve(in: db, circumstances.speaker).place
        }
        return reading(inPlace: place, circumstances.speaker)
    }

    private func reading(inPlace place: Int32?, _ speaker: Speaker) -> Reading<[DeviceLine]> {
        var filter = DeviceFilter()
        filter.state = state
        filter.kind = kind?.rawValue
        filter.donation = donation
        filter.text = text.flatMap {
            $0.allSatisfy(\.isWhitespace) ? nil : String($0.prefix(Self.longest))
        }
        filter.place = place
        return ReportStore.devices(filter, after: after, limit: PageLimit.of(limit), speaker)
    }

    public func answer(
        _ found: [DeviceLine],
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        if let text, text.count > Self.longest {
            let expected = Phrase(
                fr: "un texte de \(Self.longest) signes au plus",
                en: "a text of at most \(Self.longest) characters"
            )
            throw .unreadable(Unreadable("text", expected: expected))
        }
        if let state {
            do { _ = try circumstances.map.state(State(rawValue: state)) } catch {
                throw .refused(error)
            }
        }
        // What is nearly so is one page.
        let limit = found.first?.likeness == nil ? PageLimit.of(limit) : .max
        return Page(found.map(Line.init), limit: limit) { $0.number }
    }
}

/// The steps of one machine, the latest first, page by page.
public struct DeviceHistory: SharedQuestion {
    public typealias Answer = Page<DevicePage.HistoryLine>

    public static let name = "device-history"
    public static let summary = Phrase(
        fr: "l'histoire d'un appareil, la dernière étape d'abord",
        en: "the history of a device, the latest step first"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    public let device: DeviceReference
    /// The last number of the page before.
    public let after: Int64?
    public let limit: Int?

    public init(device: DeviceReference, after: Int64? = nil, limit: Int? = nil) {
        self.device = device
        self.after = after
        self.limit = limit
    }

    public func reading(for speaker: Speaker) -> Reading<[DevicePage.HistoryLine]>? {
        device.number.map { reading(of: $0, speaker) }
    }

    public func reading(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Reading<[DevicePage.HistoryLine]> {
        let speaker = circumstances.speaker
        return reading(of: try device.resolve(in: db, speaker, following: false), speaker)
    }

    private func reading(of number: Int64, _ speaker: Speaker) -> Reading<[DevicePage.HistoryLine]>
    {
        let nth = after.map { Int32(clamping: $0) }
        return DevicePage.history(of: number, before: nth, limit: PageLimit.of(limit), speaker)
    }

    public func answer(
        _ found: [DevicePage.HistoryLine],
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<DevicePage.HistoryLine> {
        Page(found, limit: PageLimit.of(limit)) { Int64($0.nth) }
    }
}
