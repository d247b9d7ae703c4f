public import Domain
public import Postgres
public import Store

/// One machine as lists show it, by what stands on it.
///
/// What a scanner, a shelf's screen or another program asks: a line, where `ShowDevice` tells all.
public struct LookUpDevice: SharedQuestion {
    public typealias Answer = ListDevices.Line

    public static let name = "look-up-device"
    public static let summary = Phrase(
        fr: "retrouve un appareil par ce qui est écrit dessus",
        en: "looks a device up by what stands on it"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    /// The label of a record that was merged into another leads to that other.
    public let device: DeviceReference

    public init(device: DeviceReference) {
        self.device = device
    }

    public func reading(for speaker: Speaker) -> Reading<DeviceLine?>? {
        device.number.map { ReportStore.device($0, speaker) }
    }

    public func reading(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Reading<DeviceLine?> {
        let speaker = circumstances.speaker
        return ReportStore.device(try device.resolve(in: db, speaker, following: false), speaker)
    }

    /// - Throws: `unknown_device`.
    public func answer(
        _ found: DeviceLine?,
        _ circumstances: Circumstances
    ) throws(Failure) -> ListDevices.Line {
        guard let found else {
            throw .refused(Refusal(.unknownDevice, ["device": .text(device.text)]))
        }
        return ListDevices.Line(found)
    }
}
