public import Postgres

/// All that the page of one machine shows, read in one snapshot.
public struct DeviceCard: Sendable {
    public let device: Int64
    public let sheet: DeviceSheet
    public let identifiers: [DevicePage.Identifier]
    public let stays: [DevicePage.Stay]
    public let drives: [BenchDrive]
    /// Drives that reports found and nobody counted.
    public let uncounted: [String]
    /// The attempts on the drives of the present stay.
    public let wipes: [DevicePage.WipeLine]
    public let tests: [TestStore.Result]
    public let grade: DevicePage.GradeLine?
    public let flags: [DevicePage.Flag]
    public let components: [DevicePage.Component]
    /// The latest fifty steps.
    public let history: [DevicePage.HistoryLine]
    public let merges: [MergeStore.Merge]

    /// Nil when nobody knows the device.
    public static func reading(of device: Int64, _ speaker: Speaker) -> Reading<DeviceCard?> {
        Reading(
            together: DevicePage.sheet(device, speaker),
            DevicePage.identifiers(of: device, speaker),
            DevicePage.stays(of: device, speaker),
            DriveStore.drives(of: device, speaker),
            DevicePage.wipes(of: device, speaker),
            TestStore.latest(of: device, speaker),
            DevicePage.grade(of: device, speaker),
            DevicePage.flags(of: device, speaker),
            DevicePage.components(of: device, speaker),
            DevicePage.history(of: device, before: nil, limit: 50, speaker),
            MergeStore.merges(of: device, speaker),
            DriveStore.uncounted(in: device, speaker)
        )
        .map { (found) throws(PostgresError) -> DeviceCard? in
            guard let sheet = found.0 else { return nil }
            return DeviceCard(
                device: device,
                sheet: sheet,
                identifiers: found.1,
                stays: found.2,
                drives: found.3,
                uncounted: found.11,
                wipes: found.4,
                tests: found.5,
                grade: found.6,
                flags: found.7,
                components: found.8,
                history: found.9,
                merges: found.10
            )
        }
    }
}
