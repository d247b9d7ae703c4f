import Importing
import Postgres
import Store

extension KnownMachines {
    /// Everything that a chunk of reports could be about, and the machines that persons named.
    static func loading(
        for reports: [ReadHardware],
        and named: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> KnownMachines {
        var known = KnownMachines()
        let held = try holders(of: reports, speaker, in: db)
        let devices = Set(
            try carriers(of: reports, speaker, in: db) + held.map(\.device) + named
        ).sorted()
        guard !devices.isEmpty else { return known }
        let states = try HardwareStore.states(of: devices, speaker, in: db)
        for (device, state) in states { known.add(device, state: state) }
        let gone = states.filter { HardwareDecider.hasLeft($0.value) }.keys.sorted()
        for departure in try HardwareStore.departures(of: gone, speaker, in: db) {
            known.add(departure)
        }
        for stored in try HardwareStore.identifiers(of: devices, speaker, in: db) {
            guard let identifier = MachineIdentifier(stored) else { continue }
            known.add(identifier, of: stored.device)
        }
        for drive in held {
            known.add(drive: drive.serialKey, of: drive.device, isCounted: drive.isCounted)
        }
        return known
    }

    private static func carriers(
        of reports: [ReadHardware],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64] {
        var kinds: [String] = []
        var keys: [String] = []
        for identifier in Set(reports.flatMap(\.identifiers)) where !identifier.isJunk {
            for key in identifier.searchKeys {
                kinds.append(identifier.kind.rawValue)
                keys.append(key)
            }
        }
        guard !keys.isEmpty else { return [] }
        return try HardwareStore.devices(identifiedBy: kinds, keys, speaker, in: db)
    }

    private static func holders(
        of reports: [ReadHardware],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [HardwareStore.HeldDrive] {
        let serials = Set(reports.flatMap(\.drives).compactMap(\.serialKey)).sorted()
        guard !serials.isEmpty else { return [] }
        return try HardwareStore.holders(ofDrives: serials, speaker, in: db)
    }
}

extension MachineIdentifier {
    /// A kept value; nil for kinds that say nothing of the hardware.
    init?(_ stored: HardwareStore.Identifier) {
        guard let kind = Kind(rawValue: stored.kind) else { return nil }
        let key = kind == .uuid ? SystemUUID.key(stored.key) ?? stored.key : stored.key
        self.init(
            kind: kind,
            value: stored.value,
            key: key,
            maker: stored.maker,
            isJunk: stored.isJunk
        )
    }

    /// The keys under which the value may be kept: lists keep an identifier in the order in which they write it.
    var searchKeys: [String] {
        kind == .uuid ? SystemUUID.spellings(key) : [key]
    }
}
