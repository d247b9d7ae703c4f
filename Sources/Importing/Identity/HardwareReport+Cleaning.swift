extension HardwareReport {
    /// The report without its placeholders, which become absent with a note.
    public func cleaned(_ reference: ImportReference) -> HardwareReport {
        var cleaned = self
        var sieve = JunkSieve(reference)
        sieve.clean(&cleaned.system, "system")
        sieve.clean(&cleaned.board, "board")
        sieve.clean(&cleaned.chassis, "chassis")
        sieve.clean(&cleaned.firmware, "firmware")
        sieve.clean(&cleaned.assetTag, .serial, "asset tag")
        sieve.clean(&cleaned.os, .any, "os")
        cleaned.processors = processors.filter { !sieve.isJunk($0.model, .model) }
        for index in memory.indices { sieve.clean(&cleaned.memory[index].plate, nil) }
        for index in parts.indices { sieve.clean(&cleaned.parts[index].plate, nil) }
        for index in drives.indices {
            sieve.clean(&cleaned.drives[index].maker, .maker, nil)
            sieve.clean(&cleaned.drives[index].model, .any, nil)
            sieve.clean(&cleaned.drives[index].serial, .serial, "drive")
            sieve.clean(&cleaned.drives[index].serial, .drive, "drive")
        }
        for index in batteries.indices {
            sieve.clean(&cleaned.batteries[index].maker, .maker, nil)
            sieve.clean(&cleaned.batteries[index].model, .any, nil)
            sieve.clean(&cleaned.batteries[index].serial, .serial, nil)
        }
        cleaned.notes += sieve.notes
        return cleaned
    }

    /// Everything that could identify the machine, placeholders included and marked.
    public func identifiers(_ reference: ImportReference) -> [MachineIdentifier] {
        var sieve = JunkSieve(reference)
        var found: [MachineIdentifier] = []
        let maker = system.maker.flatMap { sieve.isJunk($0, .maker) ? nil : $0 } ?? ""
        func add(
            _ kind: MachineIdentifier.Kind,
            _ value: String?,
            maker: String,
            _ sieve: inout JunkSieve
        ) {
            guard let value else { return }
            let key = kind == .boardSerial ? SerialKey.ofBoard(value) : SerialKey.of(value)
            guard !key.isEmpty, !found.contains(where: { $0.kind == kind && $0.key == key }) else {
                return
            }
            found.append(
                MachineIdentifier(
                    kind: kind,
                    value: value,
                    key: key,
                    maker: maker.lowercased(),
                    isJunk: sieve.isJunk(value, .serial)
                )
            )
        }
        add(.serial, system.serial, maker: maker, &sieve)
        // What stands on the case is what a person reads off the machine where the firmware says nothing.
        if found.allSatisfy(\.isJunk) { add(.serial, chassis.serial, maker: maker, &sieve) }
        add(.boardSerial, board.serial, maker: board.maker ?? "", &sieve)
        add(.chassisSerial, chassis.serial, maker: chassis.maker ?? maker, &sieve)
        if let uuid, let key = SystemUUID.key(uuid) {
            // Either order of the same bytes may be the one that is known as a placeholder.
            let isJunk = SystemUUID.spellings(key).contains { sieve.isJunk($0, .uuid) }
            found.append(MachineIdentifier(kind: .uuid, value: uuid, key: key, isJunk: isJunk))
        }
        if let imei {
            found.append(
                MachineIdentifier(
                    kind: .imei,
                    value: imei,
                    key: imei,
                    isJunk: sieve.isJunk(imei, .imei)
                )
            )
        }
        for port in ports where port.isBuiltIn && !port.isWireless {
            let isJunk = sieve.isJunk(port.mac, .mac) || port.isLocallyAdministered
            found.append(
                MachineIdentifier(
                    kind: .mac,
                    value: port.mac,
                    key: port.mac.uppercased(),
                    isJunk: isJunk
                )
            )
        }
        return found
    }
}

extension HardwareReport.NetworkPort {
    /// Made up by a program, not burnt in by a maker.
    var isLocallyAdministered: Bool {
        (UInt8(mac.prefix(2), radix: 16) ?? 0) & 0x02 != 0
    }
}

/// How serial numbers are compared.
enum SerialKey {
    /// Capitals without white space.
    static func of(_ value: String) -> String {
        value.uppercased().filter { !$0.isWhitespace }
    }

    /// Letters and figures alone: Dell writes its boards' between slashes, or dots, by the age of the firmware.
    static func ofBoard(_ value: String) -> String {
        value.uppercased().filter { $0.isLetter || $0.isNumber }
    }
}

/// Takes placeholders out, and notes it.
struct JunkSieve {
    private let junk: JunkIdentities
    private var scratch: [UInt8] = []
    private(set) var notes: [String] = []

    init(_ reference: ImportReference) {
        junk = reference.junk
    }

    mutating func isJunk(_ value: String, _ kind: JunkIdentities.Kind) -> Bool {
        var value = value
        return value.withUTF8 {
            junk.contains(UnsafeRawBufferPointer($0), as: kind, scratch: &scratch)
        }
            || (kind == .serial && value.utf8.count == 1)
    }

    /// `place` is nil where nobody needs to hear of it.
    mutating func clean(_ value: inout String?, _ kind: JunkIdentities.Kind, _ place: String?) {
        guard let said = value, isJunk(said, kind) else { return }
        if let place { notes.append("\(place): \(said)") }
        value = nil
    }

    mutating func clean(_ plate: inout HardwareReport.Plate, _ place: String?) {
        clean(&plate.maker, .maker, place.map { "\($0) maker" })
        clean(&plate.model, .model, place.map { "\($0) model" })
        clean(&plate.serial, .serial, place.map { "\($0) serial" })
        clean(&plate.version, .model, nil)
        clean(&plate.sku, .model, nil)
    }
}
