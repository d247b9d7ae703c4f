import Domain
import Importing

/// A report on its way to its door.
struct SentHardware: Encodable {
    let source: String
    let facts: HardwareFacts
    let identifiers: [Identifier]
    let drives: [Drive]
    let components: [Component]
    let batteries: [Battery]

    struct Identifier: Encodable {
        let kind, value, key, maker: String
        let junk: Bool
    }

    struct Drive: Encodable {
        let mediaKind, maker, model, serial, serialKey, wwn, firmware, interface: String?
        let capacityGB: Int?
        let health: Health?

        enum CodingKeys: String, CodingKey {
            case maker, model, serial, wwn, firmware, interface, health
            case mediaKind = "media_kind"
            case serialKey = "serial_key"
            case capacityGB = "capacity_gb"
        }
    }

    struct Health: Encodable {
        let passed: Bool?
        let hours, powerCycles, reallocated, pending, uncorrectable, percentUsed, temperature: Int?

        enum CodingKeys: String, CodingKey {
            case passed, hours, temperature
            case powerCycles = "power_cycles"
            case reallocated = "reallocated_sectors"
            case pending = "pending_sectors"
            case uncorrectable = "uncorrectable_sectors"
            case percentUsed = "percent_used"
        }
    }

    struct Component: Encodable {
        let kind: String
        let maker, model, serial: String?
        let facts: Facts

        struct Facts: Encodable {
            var sizeMB: Int?
            var technology: String?
            var slot: String?
            var cores: Int?

            enum CodingKeys: String, CodingKey {
                case technology, slot, cores
                case sizeMB = "size_mb"
            }
        }
    }

    struct Battery: Encodable {
        let maker, model, serial, technology: String?
        let designMWh, fullMWh, cycles, healthPercent: Int?

        enum CodingKeys: String, CodingKey {
            case maker, model, serial, technology, cycles
            case designMWh = "design_mwh"
            case fullMWh = "full_mwh"
            case healthPercent = "health_percent"
        }
    }
}

/// What is kept of a report as it stood, beside the file itself.
struct HardwareFacts: Encodable {
    let maker, model, serial, sku, boardMaker, boardModel, firmware, cpu, uuid, assetTag,
        os: String?
    let storageKind: String?
    let cores, threads, ramMB, usableRAMMB, memorySlots, storageGB: Int?
    let partial: Bool?
    /// Placeholders that were passed over.
    let passedOver: [String]?

    enum CodingKeys: String, CodingKey {
        case maker, model, serial, sku, firmware, cpu, uuid, os, cores, threads, partial
        case boardMaker = "board_maker"
        case boardModel = "board_model"
        case assetTag = "asset_tag"
        case storageKind = "storage_kind"
        case ramMB = "ram_mb"
        case usableRAMMB = "usable_ram_mb"
        case memorySlots = "memory_slots"
        case storageGB = "storage_gb"
        case passedOver = "passed_over"
    }
}
