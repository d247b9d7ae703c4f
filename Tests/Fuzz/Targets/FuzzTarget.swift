import Glibc
import Tabular

/// One reader under libFuzzer: `MOULIN_FUZZ` names it, `MOULIN_REFERENCE` the folder of the reference tables.
enum FuzzTarget {
    /// A reading ends with an answer or a typed error; a trap, a failed check, or too much time or memory is a finding.
    typealias Reading = @Sendable (UnsafeRawBufferPointer) -> Void

    static let readings: [String: Reading] = [
        "csv": CSVTarget.run,
        "xlsx": { WorkbookTarget.run($0, as: .xlsx) },
        "ods": { WorkbookTarget.run($0, as: .ods) },
        "json": JSONTarget.run,
        "lshw": ReportTarget.readHardware,
        "dmidecode": ReportTarget.readHardware,
        "nwipe": ReportTarget.readWipes,
    ]

    static let chosen: Reading = {
        let name = getenv("MOULIN_FUZZ").map { String(cString: $0) } ?? ""
        guard let reading = readings[name] else {
            fatalError("MOULIN_FUZZ names no reader: \(name)")
        }
        return reading
    }()
}

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    FuzzTarget.chosen(UnsafeRawBufferPointer(start: bytes, count: count))
    return 0
}
