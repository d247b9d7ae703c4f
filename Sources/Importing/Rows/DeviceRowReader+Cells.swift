import Domain
import Tabular

extension DeviceRowReader {
    mutating func read(_ cell: LentBytes, in index: Int) {
        switch readings[index].way {
        case .dropped, .extra: break
        case .remembered: readRemembered(cell, in: index)
        case .externalRef:
            if let text = text(cell, as: .any, in: index) { device.externalRef = text }
            if reference.junk.mayContain(cell), reference.junk.isDitto(cell, scratch: &scratch) {
                device.externalRef = nil
                notePlaceholder(cell, in: index)
            }
        case .comment where SpreadsheetDamage.isError(cell): notePlaceholder(cell, in: index)
        case .comment:
            let saysNothing =
                cell.count <= reference.junk.longest && reference.junk.mayContain(cell)
                && reference.junk.contains(cell, as: .any, scratch: &scratch)
            if !saysNothing { device.comment = cell }
        case .serial: readSerial(cell, in: index)
        case .driveSerial: device.driveSerial = serial(cell, in: index)
        case .imei: readIMEI(cell, in: index)
        case .mac: readMAC(cell, in: index)
        case .uuid: readUUID(cell, in: index)
        }
    }

    /// The cell, unless it says nothing or a spreadsheet damaged it.
    private mutating func text(
        _ cell: LentBytes,
        as kind: JunkIdentities.Kind,
        in index: Int
    ) -> LentBytes? {
        if SpreadsheetDamage.isError(cell) {
            fail(SpreadsheetDamage.problem(cell), cell, in: index)
            return nil
        }
        guard cell.count <= reference.junk.longest, reference.junk.mayContain(cell),
            reference.junk.contains(cell, as: kind, scratch: &scratch)
        else { return cell }
        notePlaceholder(cell, in: index)
        return nil
    }

    mutating func notePlaceholder(_ cell: LentBytes, in index: Int) {
        note(.saysNothing, cell, in: index)
    }

    private mutating func readRemembered(_ cell: LentBytes, in index: Int) {
        guard let field = readings[index].field else { return }
        if field == .boughtOn, let day = DateReading.usual(cell, convention: facts.dates) {
            device.boughtOn = day
            return
        }
        guard let known = memos[index].reading(of: cell) else {
            let unit = readings[index].unit
            let reading = CellReading.read(
                cell,
                for: field,
                unit: unit,
                reference: reference,
                facts: facts
            )
            memos[index].remember(reading, of: cell)
            return take(reading, cell, field, in: index)
        }
        take(known, cell, field, in: index)
    }

    @inline(__always)
    private mutating func take(
        _ reading: Reading,
        _ cell: LentBytes,
        _ field: DeviceField,
        in index: Int
    ) {
        switch reading {
        case .text: keep(cell, as: field)
        case .kind(let type, let mayBe):
            device.kind = type
            kindSaid = KindSaid(cell: cell, index: index, mayBe: mayBe)
        case .number(let number, let kind, let parts):
            keep(number, kind, as: field)
            if parts > 1 { note(.sum(parts), cell, in: index) }
        case .storageKind(let kind):
            if field == .storageKind || device.storageKind == nil { device.storageKind = kind }
        case .day(let day): device.boughtOn = day
        case .ditto: repeatAbove(cell, field, in: index)
        case .placeholder: notePlaceholder(cell, in: index)
        case .vagueDay:
            vagueDay = cell
            note(.vagueDay, cell, in: index)
        case .problem(let problem): fail(problem, cell, in: index)
        }
    }

    private mutating func keep(_ text: LentBytes, as field: DeviceField) {
        switch field {
        case .maker: device.maker = text
        case .model: device.model = text
        case .cpu: device.cpu = text
        case .condition: device.condition = text
        case .os: device.os = text
        default: break
        }
    }

    private mutating func keep(_ number: Int32, _ kind: StorageKind?, as field: DeviceField) {
        switch field {
        case .ramMB: device.ramMB = number
        case .weightG: device.weightG = number
        case .quantity: device.quantity = number
        case .storageGB:
            device.storageGB = number
            if device.storageKind == nil { device.storageKind = kind }
        default: break
        }
    }
}
