import Domain
import Importing
import Store

extension SentHardware {
    /// A cleaned report with what identifies its machine.
    init(_ report: HardwareReport, _ identifiers: [MachineIdentifier]) {
        source = report.source.rawValue
        facts = HardwareFacts(report)
        self.identifiers = identifiers.map {
            Identifier(
                kind: $0.kind.rawValue,
                value: $0.value,
                key: $0.key,
                maker: $0.maker,
                junk: $0.isJunk
            )
        }
        // Nothing would tell a drive without any number from the next one.
        drives = Drive.merged(
            report.drives.filter { $0.serial != nil || $0.wwn != nil }.map(Drive.init)
        )
        components = Self.components(report)
        batteries = report.batteries.map(Battery.init)
    }

    /// What can be taken out and followed; memory that is soldered cannot.
    private static func components(_ report: HardwareReport) -> [Component] {
        var components: [Component] = report.processors.map {
            Component(
                kind: "processor",
                maker: $0.maker,
                model: $0.model,
                serial: nil,
                facts: .init(cores: $0.cores)
            )
        }
        components += report.memory.filter { !$0.isSoldered }.map {
            Component(
                "memory",
                $0.plate,
                .init(sizeMB: $0.sizeMB, technology: $0.technology, slot: $0.slot)
            )
        }
        components += report.parts.map { Component($0.kind, $0.plate, .init()) }
        components += report.batteries.filter { $0.model != nil || $0.serial != nil }.map {
            Component(
                kind: "battery",
                maker: $0.maker,
                model: $0.model,
                serial: $0.serial,
                facts: .init(technology: $0.technology)
            )
        }
        return components
    }
}

extension SentHardware.Component {
    init(_ kind: String, _ plate: HardwareReport.Plate, _ facts: Facts) {
        self.init(
            kind: kind,
            maker: plate.maker,
            model: plate.model,
            serial: plate.serial,
            facts: facts
        )
    }
}

extension SentHardware.Drive {
    init(_ drive: DriveReport) {
        self.init(
            mediaKind: drive.kind?.rawValue,
            maker: drive.maker,
            model: drive.model,
            serial: drive.serial,
            serialKey: drive.serial.map(DriveStore.key),
            wwn: drive.wwn,
            firmware: drive.firmware,
            interface: drive.interface,
            capacityGB: drive.capacityGB,
            health: drive.health.isEmpty ? nil : SentHardware.Health(drive.health)
        )
    }
}

extension SentHardware.Health {
    /// Figures past 32 bits are a drive's own nonsense and are left out.
    init(_ health: DriveHealth) {
        func small(_ figure: Int?) -> Int? { figure.flatMap { Int32(exactly: $0).map(Int.init) } }
        self.init(
            passed: health.passed,
            hours: small(health.hours),
            powerCycles: small(health.powerCycles),
            reallocated: health.reallocatedSectors,
            pending: health.pendingSectors,
            uncorrectable: health.uncorrectableSectors,
            percentUsed: small(health.percentUsed),
            temperature: small(health.temperature)
        )
    }
}

extension SentHardware.Battery {
    init(_ battery: BatteryReport) {
        func small(_ figure: Int?) -> Int? { figure.flatMap { Int32(exactly: $0).map(Int.init) } }
        self.init(
            maker: battery.maker,
            model: battery.model,
            serial: battery.serial,
            technology: battery.technology,
            designMWh: small(battery.designMWh),
            fullMWh: small(battery.fullMWh),
            cycles: small(battery.cycles),
            healthPercent: battery.healthPercent.flatMap { (0...150).contains($0) ? $0 : nil }
        )
    }
}

extension HardwareFacts {
    init(_ report: HardwareReport) {
        let plate = report.namePlate
        let modules = report.memory.map(\.sizeMB).reduce(0, +)
        let capacity = report.drives.compactMap(\.capacityGB).reduce(0, +)
        self.init(
            maker: plate.maker,
            model: plate.model,
            serial: report.system.serial ?? report.chassis.serial,
            sku: report.system.sku,
            boardMaker: report.board.maker,
            boardModel: report.board.model,
            firmware: report.firmware.version,
            cpu: report.cpu,
            uuid: report.uuid,
            assetTag: report.assetTag,
            os: report.os,
            storageKind: report.drives.first?.kind?.rawValue,
            cores: report.processors.first?.cores,
            threads: report.processors.first?.threads,
            ramMB: modules > 0 ? Int32(exactly: modules).map(Int.init) : nil,
            usableRAMMB: report.memoryMB.flatMap { Int32(exactly: $0).map(Int.init) },
            memorySlots: report.memorySlots,
            storageGB: capacity > 0 ? Int32(exactly: capacity).map(Int.init) : nil,
            partial: report.isPartial ? true : nil,
            passedOver: report.notes.isEmpty ? nil : report.notes
        )
    }
}
