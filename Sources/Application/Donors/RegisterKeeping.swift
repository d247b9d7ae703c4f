import Documents
import Domain
import Postgres
import Store

/// Enters a gift in the register of second-hand goods (Code pénal 321-7).
///
/// One line for each device that is known by itself, one for the rest of each line of the gift.
struct RegisterKeeping {
    let bearer: String
    let paper: ReceiveDonation.IdentityPaper?

    /// Enters what is not in the register yet; nil when all of it is.
    func enter(
        _ gift: Donation,
        _ lines: [DonationLine],
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RegisterStore.Numbers? {
        let speaker = circumstances.speaker
        let donor = try Donor.require(gift.donor, in: db, circumstances)
        return try Failure.running { () throws(PostgresError) -> RegisterStore.Numbers? in
            let entered = try RegisterStore.entered(of: gift.number, speaker, in: db)
            let devices = try DonationStore.devices(of: gift.number, speaker, in: db)
            let entries = RegisterEntries(lines: lines, devices: devices, entered: entered).missing
            return try RegisterStore.enter(
                entries,
                of: gift.number,
                source: source(donor),
                salts: entries.map { _ in Digest.random(16) },
                in: db
            )
        }
    }

    private func source(_ donor: Donor) -> String {
        let source = Source(
            name: donor.name,
            kind: donor.kind.rawValue,
            address: donor.address,
            registration: donor.siret ?? donor.siren,
            bearer: bearer,
            paper: paper
        )
        return String(decoding: canonicalJSON(source), as: UTF8.self)
    }

    private struct Source: Encodable {
        let name: String
        let kind: String
        let address: [String]
        let registration: String?
        let bearer: String
        let paper: ReceiveDonation.IdentityPaper?
    }
}

/// What of a gift is still to be entered: pure counting.
struct RegisterEntries {
    let lines: [DonationLine]
    let devices: [GivenDevice]
    let entered: RegisterStore.Entered

    var missing: [RegisterStore.Entry] {
        let (fresh, singles) = devicesByThemselves
        var left = singles
        var elsewhere = enteredElsewhere
        var entries = fresh.map { entry($0) }
        for line in lines {
            var open = line.received - (entered.quantityByLine[line.line] ?? 0)
            if open > 0, let known = elsewhere[line.description] {
                elsewhere[line.description] = max(0, known - open)
                open = max(0, open - known)
            }
            let known = line.kind.map { min(left[$0] ?? 0, max(0, open)) } ?? 0
            if let kind = line.kind { left[kind, default: 0] -= known }
            if open > known { entries.append(entry(line, open - known)) }
        }
        return entries
    }

    /// What stands entered under a line that holds fewer now: goods that a line split off took with it.
    private var enteredElsewhere: [String: Int32] {
        var known: [String: Int32] = [:]
        for line in lines {
            let over = (entered.quantityByLine[line.line] ?? 0) - line.received
            if over > 0 { known[line.description, default: 0] += over }
        }
        return known
    }

    /// Devices to enter by themselves, and how many of each kind are entered so then.
    ///
    /// A device identified after its line was entered is one of those that the line's entry speaks of.
    private var devicesByThemselves: (fresh: [GivenDevice], singles: [DeviceType: Int32]) {
        var spoken: [DeviceType: Int32] = [:]
        for line in lines {
            guard let kind = line.kind else { continue }
            spoken[kind, default: 0] += entered.quantityByLine[line.line] ?? 0
        }
        var fresh: [GivenDevice] = []
        var singles: [DeviceType: Int32] = [:]
        for device in devices where !["announced", "cancelled"].contains(device.state) {
            if entered.devices.contains(device.number) {
                singles[device.kind, default: 0] += 1
            } else if spoken[device.kind, default: 0] > 0 {
                spoken[device.kind, default: 0] -= 1
            } else {
                fresh.append(device)
                singles[device.kind, default: 0] += 1
            }
        }
        return (fresh, singles)
    }

    private func entry(_ line: DonationLine, _ count: Int32) -> RegisterStore.Entry {
        RegisterStore.Entry(
            line: line.line,
            device: nil,
            quantity: count,
            description: count == 1 ? line.description : "\(count) × \(line.description)",
            serial: nil,
            value: (line.reviewedUnitCents ?? line.declaredUnitCents ?? 0) * Int64(count)
        )
    }

    private func entry(_ device: GivenDevice) -> RegisterStore.Entry {
        let value = lines.first { $0.kind == device.kind }
            .flatMap { $0.reviewedUnitCents ?? $0.declaredUnitCents }
        return RegisterStore.Entry(
            line: nil,
            device: device.number,
            quantity: 1,
            description: GivenLine.description(device.kind, device.maker, device.model),
            serial: device.serial,
            value: value ?? 0
        )
    }
}
