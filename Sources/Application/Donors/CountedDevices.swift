import Domain
import Store

/// The lines of a gift of which only devices are known: alike ones on one line, as they came.
struct CountedDevices {
    let devices: [GivenDevice]

    init(_ devices: [GivenDevice]) {
        self.devices = devices
    }

    /// In the order in which the first of each was written down.
    ///
    /// A device that is still announced is missing; one that went back to its donor came and was not accepted.
    var lines: [DonationLine] {
        var lines: [DonationLine] = []
        for device in devices where device.state != "cancelled" {
            let same = lines.firstIndex {
                $0.kind == device.kind && $0.maker == device.maker && $0.model == device.model
            }
            let index = same ?? lines.count
            if same == nil { lines.append(line(Int32(index + 1), device)) }
            lines[index].quantity += 1
            guard device.state != "announced" else { continue }
            lines[index].received += 1
            if device.state != "returned_to_donor" { lines[index].accepted += 1 }
        }
        return lines
    }

    private func line(_ number: Int32, _ device: GivenDevice) -> DonationLine {
        DonationLine(
            line: number,
            kind: device.kind,
            maker: device.maker,
            model: device.model,
            description: GivenLine.description(device.kind, device.maker, device.model),
            quantity: 0
        )
    }
}
