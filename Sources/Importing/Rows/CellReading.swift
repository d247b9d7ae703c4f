import Domain

/// Reads the cells of columns whose values repeat.
enum CellReading {
    static func read(
        _ cell: LentBytes,
        for field: DeviceField,
        unit: String?,
        reference: ImportReference,
        facts: ColumnFacts
    ) -> Reading {
        if SpreadsheetDamage.isError(cell) { return .problem(SpreadsheetDamage.problem(cell)) }
        var scratch: [UInt8] = []
        if reference.junk.isDitto(cell, scratch: &scratch) { return .ditto }
        if reference.junk.contains(cell, as: junkKind(field), scratch: &scratch) {
            return .placeholder
        }
        switch field {
        case .kind:
            let parts = reference.kinds.severalMachines(in: cell, parting: "+&,\n")
            return parts.map { .problem(.severalMachines($0)) } ?? kind(cell, reference, &scratch)
        case .model:
            guard cell.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "&") })
            else { return .text }
            let parts = reference.kinds.severalMachines(in: cell, parting: "+&")
            return parts.map { .problem(.severalMachines($0)) } ?? .text
        case .quantity:
            switch QuantityReading.read(cell) {
            case .success(let number): return .number(number, nil, parts: 1)
            case .failure(let problem): return .problem(problem)
            }
        case .ramMB, .storageGB, .weightG: return size(cell, field, unit, reference)
        case .storageKind: return storageKind(cell)
        case .boughtOn: return date(cell, facts, reference)
        default: return .text
        }
    }

    private static func junkKind(_ field: DeviceField) -> JunkIdentities.Kind {
        switch field {
        case .maker: .maker
        case .model: .model
        case .ramMB, .storageGB, .storageKind: .size
        default: .any
        }
    }

    private static func kind(
        _ cell: LentBytes,
        _ reference: ImportReference,
        _ scratch: inout [UInt8]
    ) -> Reading {
        switch reference.kinds.reading(cell, scratch: &scratch) {
        case .type(let type):
            return .kind(type, mayBe: reference.kinds.alternatives(cell, scratch: &scratch))
        case .part: return .problem(.notADevice)
        case .unsaid: return .placeholder
        case .unknown:
            // "Latitude portable": a family is known although the words are not.
            if case .type(let type) = reference.kind(ofModel: cell, scratch: &scratch) {
                return .kind(type, mayBe: DeviceTypes())
            }
            return .problem(.unknownKind(nearest: reference.kinds.nearest(to: cell)))
        }
    }

    private static func date(
        _ cell: LentBytes,
        _ facts: ColumnFacts,
        _ reference: ImportReference
    ) -> Reading {
        switch DateReading.read(cell, convention: facts.dates, words: reference.dates) {
        case .day(let day): .day(day)
        case .placeholder: .placeholder
        case .vague: .vagueDay
        case .problem(let problem): .problem(problem)
        }
    }

    private static func storageKind(_ cell: LentBytes) -> Reading {
        var kind: StorageKind?
        let words = String(decoding: cell, as: UTF8.self).lowercased()
            .split { !$0.isLetter && $0 != "." }
        for word in words {
            guard let named = StorageKind(word: String(word)) else { continue }
            kind = kind == .nvme ? .nvme : named
        }
        return kind.map(Reading.storageKind) ?? .problem(.unknownStorageKind)
    }

    private static func size(
        _ cell: LentBytes,
        _ field: DeviceField,
        _ unit: String?,
        _ reference: ImportReference
    ) -> Reading {
        let quantity: Units.Quantity =
            switch field {
            case .ramMB: .memory
            case .weightG: .weight
            default: .storage
            }
        let read = SizeReading.read(cell, of: quantity, unit: unit, units: reference.units)
        switch read {
        case .failure(.notASize) where quantity == .weight: return .problem(.notAWeight)
        case .failure(let problem): return .problem(problem)
        case .success(let size):
            if size.count == 0, let kind = size.storageKind {
                return field == .storageGB ? .storageKind(kind) : .problem(.notASize)
            }
            let unitSize = quantity == .memory ? 0x1p20 : quantity == .storage ? 1e9 : 1
            let number = (size.bytes / unitSize).rounded()
            guard number < 1e9 else {
                return .problem(quantity == .weight ? .notAWeight : .notASize)
            }
            guard number > 0 else { return .placeholder }
            let kind = size.count > 1 ? nil : size.storageKind
            return .number(Int32(number), kind, parts: size.count)
        }
    }
}
