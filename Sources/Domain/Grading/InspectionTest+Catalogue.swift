/// What failing a test means for the grade.
public enum TestImportance: String, Codable, Hashable, Sendable {
    /// Nothing with this fault leaves the workshop.
    case blocking
    /// Boot, screen, keyboard, charge: without it the device does not serve.
    case primary
    /// One way of reaching a network; the last one that works is primary.
    case network
    /// A defect that may be declared, two at most.
    case secondary
}

extension InspectionTest {
    public var importance: TestImportance {
        switch self {
        case .powerOn, .firmwareUnlocked, .noRemoteLock, .electricalSafety: .blocking
        case .processorStress, .memory, .storageHealth, .systemBoot, .screen, .touchScreen,
            .keyboard, .charger, .printedPage, .longRun:
            .primary
        case .wifi, .ethernet, .cellular: .network
        case .drivers, .pointer, .usbPorts, .videoOutput, .audio, .webcam, .microphone, .bluetooth,
            .fan, .hinges, .completeness, .scanner:
            .secondary
        }
    }

    /// The tests of a type, in the order of the bench sheet.
    public static func catalogue(for type: DeviceType) -> [InspectionTest] {
        switch type {
        case .laptop: always + computer + [.screen, .keyboard, .pointer, .hinges, .charger] + media
        case .allInOne, .desktopSet: always + computer + [.screen, .keyboard, .pointer] + media
        case .desktopTower, .miniPc: always + computer + [.audio]
        case .server: always + computer
        case .tablet, .smartphone: always + mobile
        case .monitor, .crt: [.powerOn, .electricalSafety, .screen, .longRun, .completeness]
        case .printer: [.powerOn, .electricalSafety, .printedPage, .usbPorts, .completeness]
        case .mfp:
            [.powerOn, .electricalSafety, .printedPage, .scanner, .usbPorts, .completeness]
        case .network, .peripheral, .storageMedium:
            [.powerOn, .electricalSafety, .longRun, .completeness]
        }
    }

    private static let always: [InspectionTest] = [
        .powerOn, .firmwareUnlocked, .noRemoteLock, .electricalSafety,
    ]

    private static let computer: [InspectionTest] = [
        .processorStress, .memory, .storageHealth, .systemBoot, .drivers, .usbPorts, .videoOutput,
        .wifi, .ethernet, .bluetooth, .fan, .completeness,
    ]

    private static let media: [InspectionTest] = [.audio, .webcam, .microphone]

    private static let mobile: [InspectionTest] = [
        .touchScreen, .systemBoot, .charger, .audio, .webcam, .microphone, .wifi, .cellular,
        .bluetooth, .completeness,
    ]
}

extension InspectionTest: CodingKeyRepresentable {}
