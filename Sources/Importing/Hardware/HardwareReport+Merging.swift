extension HardwareReport {
    /// Adds what another program found in the same machine: what is known stays, what is missing is filled in.
    mutating func fill(from other: HardwareReport) {
        kind = kind ?? other.kind
        label = label ?? other.label
        isVirtual = isVirtual || other.isVirtual
        system.fill(from: other.system)
        board.fill(from: other.board)
        chassis.fill(from: other.chassis)
        firmware.fill(from: other.firmware)
        uuid = uuid ?? other.uuid
        assetTag = assetTag ?? other.assetTag
        imei = imei ?? other.imei
        os = os ?? other.os
        if processors.isEmpty { processors = other.processors }
        if memory.isEmpty { memory = other.memory }
        memoryMB = memoryMB ?? other.memoryMB
        memorySlots = memorySlots ?? other.memorySlots
        for port in other.ports where !ports.contains(where: { $0.mac == port.mac }) {
            ports.append(port)
        }
        for drive in other.drives { merge(drive) }
        for battery in other.batteries { merge(battery) }
        if parts.isEmpty { parts = other.parts }
        notes += other.notes
    }

    private mutating func merge(_ drive: DriveReport) {
        guard let index = drives.firstIndex(where: { $0.isSame(as: drive) }) else {
            return drives.append(drive)
        }
        drives[index].fill(from: drive)
    }

    private mutating func merge(_ battery: BatteryReport) {
        guard let index = batteries.firstIndex(where: { $0.isSame(as: battery) }) else {
            return batteries.append(battery)
        }
        batteries[index].fill(from: battery)
    }
}

extension HardwareReport.Plate {
    mutating func fill(from other: HardwareReport.Plate) {
        maker = maker ?? other.maker
        model = model ?? other.model
        serial = serial ?? other.serial
        version = version ?? other.version
        sku = sku ?? other.sku
    }
}

extension DriveReport {
    /// By serial number, of which some programs print only the beginning or put the maker before.
    func isSame(as other: DriveReport) -> Bool {
        if let wwn, wwn == other.wwn { return true }
        guard let mine = serial, let its = other.serial else { return false }
        return mine == its
            || (min(mine.count, its.count) >= 8 && (mine.hasSuffix(its) || its.hasSuffix(mine)))
    }

    mutating func fill(from other: DriveReport) {
        kind = kind ?? other.kind
        maker = maker ?? other.maker
        // The longer name is the whole one: SCSI cuts models at 16 characters.
        if other.model?.count ?? 0 > model?.count ?? 0 { model = other.model }
        serial = serial ?? other.serial
        wwn = wwn ?? other.wwn
        firmware = firmware ?? other.firmware
        interface = interface ?? other.interface
        bytes = bytes ?? other.bytes
        if health.isEmpty { health = other.health }
        if erasures.isEmpty { erasures = other.erasures }
    }
}

extension BatteryReport {
    func isSame(as other: BatteryReport) -> Bool {
        if let serial, serial == other.serial { return true }
        return model == other.model && (serial == nil || other.serial == nil)
    }

    mutating func fill(from other: BatteryReport) {
        maker = maker ?? other.maker
        model = model ?? other.model
        serial = serial ?? other.serial
        technology = technology ?? other.technology
        // Measured where both capacities stand together.
        if designMWh == nil || (fullMWh == nil && other.fullMWh != nil) {
            designMWh = other.designMWh ?? designMWh
            fullMWh = other.fullMWh ?? fullMWh
        }
        cycles = cycles ?? other.cycles
        statedPercent = statedPercent ?? other.statedPercent
    }
}
