public import Domain
public import Postgres
public import Store

/// A drive, through all the machines it was in.
public struct ShowDrive: Question {
    public static let name = "show-drive"
    public static let summary = Phrase(
        fr: "montre un support, ses effacements et sa garde",
        en: "shows a drive, its wipes and its custody"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    public let drive: DriveReference

    public init(drive: DriveReference) {
        self.drive = drive
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let drive: DevicePage.Drive
        public let wipes: [DevicePage.WipeLine]
        /// The latest first.
        public let custody: [CustodyLog.Line]
        /// Labels of the machines that it was counted in, the latest first.
        public let devices: [String]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let speaker = circumstances.speaker
        let number = try drive.resolve(in: db, speaker)
        let found = try Failure.running { () throws(PostgresError) in
            try DevicePage.drive(number, speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownDrive, ["drive": .text(drive.text)]))
        }
        let (wipes, custody) = try Failure.running { () throws(PostgresError) in
            (
                try db.answer(DevicePage.wipes(ofDrive: number, speaker)),
                try CustodyStore.log(of: number, latest: 200, speaker, in: db)
            )
        }
        let latestFirst = custody.reversed().map(CustodyLog.Line.init)
        var seen: Set<String> = []
        let devices = latestFirst.compactMap(\.device).filter { seen.insert($0).inserted }
        return Answer(
            drive: found,
            wipes: wipes,
            custody: latestFirst,
            devices: devices
        )
    }
}
