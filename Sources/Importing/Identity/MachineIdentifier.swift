/// One value that could identify a machine, as it is kept beside the machine.
public struct MachineIdentifier: Sendable, Hashable {
    /// The words of the database.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case serial, uuid, mac, imei
        case boardSerial = "board_serial"
        case chassisSerial = "chassis_serial"
    }

    public let kind: Kind
    /// As the machine says it.
    public let value: String
    /// As it is compared: capitals, without the signs that programs add or drop.
    public let key: String
    /// The maker whose numbers these are, as it is compared; empty when nobody says, and for numbers that are unique in the world.
    public let maker: String
    /// A placeholder: kept so that a person can see why it did not count.
    public let isJunk: Bool

    public init(kind: Kind, value: String, key: String, maker: String = "", isJunk: Bool = false) {
        self.kind = kind
        self.value = value
        self.key = key
        self.maker = maker
        self.isJunk = isJunk
    }

    /// Whether the other can be the same number: equal keys, and makers that are equal or unknown.
    ///
    /// Makers are compared by their first word: "Dell" writes lists, "Dell Inc." writes firmware.
    public func agrees(with other: MachineIdentifier) -> Bool {
        kind == other.kind && key == other.key
            && (maker.isEmpty || other.maker.isEmpty
                || Self.firstWord(maker) == Self.firstWord(other.maker))
    }

    private static func firstWord(_ maker: String) -> String {
        let word = String(maker.lowercased().prefix { $0.isLetter || $0.isNumber })
        // One company by three names of its firmware.
        return ["hp", "hewlett", "hpe"].contains(word) ? "hp" : word
    }
}
