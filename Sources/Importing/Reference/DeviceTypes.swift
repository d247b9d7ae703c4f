import Domain

/// A set of types of devices, in one word of memory: rows are copied by the hundred thousand.
struct DeviceTypes: Sendable, Hashable {
    private var bits: UInt32 = 0

    var isEmpty: Bool { bits == 0 }

    init() {}

    /// From words set apart by spaces; nil when one is no type.
    init?(words: String) {
        for word in words.split(separator: " ") {
            guard let type = DeviceType(rawValue: String(word)) else { return nil }
            bits |= Self.bit(type)
        }
    }

    func contains(_ type: DeviceType) -> Bool { bits & Self.bit(type) != 0 }

    mutating func formIntersection(_ other: DeviceTypes) { bits &= other.bits }

    private static func bit(_ type: DeviceType) -> UInt32 {
        DeviceType.allCases.firstIndex(of: type).map { 1 << UInt32($0) } ?? 0
    }
}

extension DeviceType {
    /// Machines that one person calls this and another that, without either being wrong.
    private static let alike: [Set<DeviceType>] = [
        [.desktopTower, .desktopSet, .allInOne, .miniPc, .server], [.laptop, .tablet],
        [.monitor, .crt], [.printer, .mfp],
    ]

    private static let machines = alike.reduce(into: Set([DeviceType.smartphone])) {
        $0.formUnion($1)
    }

    /// Whether what is called this can by no means be of a family of the other; accessories go with any.
    func denies(_ other: DeviceType) -> Bool {
        guard self != other, Self.machines.contains(self), Self.machines.contains(other) else {
            return false
        }
        return !Self.alike.contains { $0.contains(self) && $0.contains(other) }
    }
}
