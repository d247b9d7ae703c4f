public import Domain
public import Postgres

/// Takes a placed device back; every proof of its drives is void.
public struct EndPlacement: Command {
    public static let name = "end-placement"
    public static let summary = Phrase(
        fr: "reprend un appareil confié",
        en: "takes a placed device back"
    )
    public static let permission = Permission(.shop)

    public let device: DeviceReference
    public let fault: String?

    public init(device: DeviceReference, fault: String? = nil) {
        self.device = device
        self.fault = fault
    }

    public var subject: DeviceReference? { device }

    /// - Throws: `nothing_to_take_back` when it is not placed.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> TakeBackDevice.Outcome {
        try TakeBackDevice(device: device, cause: .endOfPlacement, fault: fault)
            .run(in: db, circumstances)
    }
}
