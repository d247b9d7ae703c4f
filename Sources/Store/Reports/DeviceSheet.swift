import Postgres

/// All of one machine that is told once.
public struct DeviceSheet: Codable, Hashable, Sendable {
    public let kind: String
    public let maker: String?
    public let model: String?
    public let serial: String?
    public let externalReference: String?
    public let cpu: String?
    public let memoryMB: Int32?
    public let storageGB: Int32?
    public let storageKind: String?
    public let system: String?
    public let weightGrams: Int32?
    public let comment: String?
    /// For a conditional change.
    public let version: Int32
    public let state: String
    public let stay: Int32
    /// Nil until somebody counted.
    public let driveCount: Int32?
    public let place: String?
    public let lot: String?
    public let openedBy: String
    public let arrivedAt: String
    public let donation: Int64?
    public let donationReference: String?
    public let donor: String?
    public let donorKind: String?
    public let originClass: String
    public let originRegime: String

    enum CodingKeys: String, CodingKey {
        case kind, maker, model, serial, cpu, comment, version, state, stay, place, lot, donation,
            donor
        case externalReference = "external_ref"
        case memoryMB = "ram_mb"
        case storageGB = "storage_gb"
        case storageKind = "storage_kind"
        case system = "os"
        case weightGrams = "weight_g"
        case driveCount = "drive_count"
        case openedBy = "opened_by"
        case arrivedAt = "arrived_at"
        case donationReference = "donation_reference"
        case donorKind = "donor_kind"
        case originClass = "origin_class"
        case originRegime = "origin_regime"
    }

    init(_ row: Row) throws(PostgresError) {
        kind = try row.decode("kind")
        maker = try row.decode("maker")
        model = try row.decode("model")
        serial = try row.decode("serial")
        externalReference = try row.decode("external_ref")
        cpu = try row.decode("cpu")
        memoryMB = try row.decode("ram_mb")
        storageGB = try row.decode("storage_gb")
        storageKind = try row.decode("storage_kind")
        system = try row.decode("os")
        weightGrams = try row.decode("weight_g")
        comment = try row.decode("comment")
        version = try row.decode("version")
        state = try row.decode("state")
        stay = try row.decode("stay")
        driveCount = try row.decode("drive_count")
        place = try row.decode("place")
        lot = try row.decode("lot")
        openedBy = try row.decode("opened_by")
        arrivedAt = try row.decode("arrived_at", as: Timestamp.self).iso
        donation = try row.decode("donation_id")
        donationReference = try row.decode("donation_reference")
        donor = try row.decode("donor")
        donorKind = try row.decode("donor_kind")
        originClass = try row.decode("origin_class")
        originRegime = try row.decode("origin_regime")
    }
}
