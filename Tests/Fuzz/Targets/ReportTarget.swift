import Importing

/// Reports of machines and of wipes, whatever program wrote them, up to the identities that a device is matched by.
enum ReportTarget {
    static func readHardware(_ input: UnsafeRawBufferPointer) {
        guard let reports = try? HardwareDocument.read(Array(input)) else { return }
        for report in reports {
            _ = report.cleaned(FuzzReference.tables).identifiers(FuzzReference.tables)
            _ = (
                report.ramMB, report.drives.map(\.capacityGB), report.batteries.map(\.healthPercent)
            )
        }
    }

    static func readWipes(_ input: UnsafeRawBufferPointer) {
        let log = String(decoding: input, as: UTF8.self)
        _ = WipeDocument.entries(ofLog: log, clockOffset: 7200)
        _ = try? WipeDocument.read(Array(input))
    }
}
