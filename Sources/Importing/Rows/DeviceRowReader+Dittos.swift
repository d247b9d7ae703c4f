extension DeviceRowReader {
    /// Takes what the row above says in the same column.
    mutating func repeatAbove(_ cell: LentBytes, _ field: DeviceField, in index: Int) {
        guard takeAbove(field) else { return fail(.nothingAbove, cell, in: index) }
        note(.asAbove, cell, in: index)
    }

    /// - Returns: false when it says nothing.
    private mutating func takeAbove(_ field: DeviceField) -> Bool {
        switch field {
        case .maker: take(text: \.maker)
        case .model: take(text: \.model)
        case .cpu: take(text: \.cpu)
        case .condition: take(text: \.condition)
        case .os: take(text: \.os)
        case .kind: take(\.kind)
        case .ramMB: take(\.ramMB)
        case .weightG: take(\.weightG)
        case .boughtOn: take(\.boughtOn)
        case .quantity: take(\.quantity)
        case .storageKind: take(\.storageKind)
        case .storageGB: takeStorage()
        case .externalRef, .serial, .driveSerial, .imei, .mac, .uuid, .comment: false
        }
    }

    private mutating func take<Value>(_ field: WritableKeyPath<StagedDevice, Value?>) -> Bool {
        guard let value = above[keyPath: field] else { return false }
        device[keyPath: field] = value
        return true
    }

    /// A drive may be known by its kind alone.
    private mutating func takeStorage() -> Bool {
        let hasKind = device.storageKind == nil && take(\.storageKind)
        return take(\.storageGB) || hasKind
    }

    /// Into the memory of this row: that of the row above is overwritten when this one is kept.
    private mutating func take(text field: WritableKeyPath<StagedDevice, LentBytes?>) -> Bool {
        guard let text = above[keyPath: field] else { return false }
        let mark = arena.count
        arena.append(text)
        device[keyPath: field] = arena.lent(since: mark)
        return true
    }

    /// Keeps what the next row may repeat.
    mutating func keepAbove() {
        let first = (device.maker?.count ?? 0) + (device.model?.count ?? 0)
        let second = (device.cpu?.count ?? 0) + (device.os?.count ?? 0)
        aboveArena.begin(room: first + second + (device.condition?.count ?? 0))
        above.maker = kept(device.maker)
        above.model = kept(device.model)
        above.cpu = kept(device.cpu)
        above.condition = kept(device.condition)
        above.os = kept(device.os)
        above.kind = device.kind
        above.ramMB = device.ramMB
        above.weightG = device.weightG
        above.boughtOn = device.boughtOn
        above.quantity = device.quantity
        above.storageGB = device.storageGB
        above.storageKind = device.storageKind
    }

    private mutating func kept(_ text: LentBytes?) -> LentBytes? {
        guard let text else { return nil }
        let mark = aboveArena.count
        aboveArena.append(text)
        return aboveArena.lent(since: mark)
    }
}
