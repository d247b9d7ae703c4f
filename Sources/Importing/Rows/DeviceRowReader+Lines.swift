import Tabular

extension DeviceRowReader {
    /// Whether a row is a line that people and programs write into a list and that is no device.
    mutating func isNoDevice(_ record: CSVRecord, _ first: Int) -> Bool {
        guard let cell = record[first]?.trimmed else { return false }
        if repeatsHeading(record, first) { return true }
        guard device.serial.map(Self.isCount) ?? true else { return false }
        let words = FoldedBytes.words(String(decoding: cell.prefix(80), as: UTF8.self))
        guard !words.isEmpty else { return false }
        if LineWords.areTotal(words) { return true }
        guard filledCount(record) <= 2 else { return false }
        if LineWords.beginRemark(words) { return true }
        return isTitle(record, first, words)
    }

    /// Whether a row is a line that programs draw under a heading: "----;-----", "| --- | --- |".
    func isRule(_ record: CSVRecord) -> Bool {
        (0..<record.count).allSatisfy { index in
            record[index]?.trimmed.allSatisfy { "-=_+|:*".utf8.contains($0) } ?? true
        }
    }

    /// Totals are counted in whatever column; no maker's serial is as short.
    private static func isCount(_ serial: LentBytes) -> Bool {
        serial.count <= 4 && serial.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    private func filledCount(_ record: CSVRecord) -> Int {
        (0..<min(map.columns.count, record.count)).count { record[$0]?.trimmed.isEmpty == false }
    }

    /// One cell of words in a list of several columns: "Salle de réunion", "Bâtiment A".
    private func isTitle(_ record: CSVRecord, _ first: Int, _ words: [[UInt8]]) -> Bool {
        guard map.fieldCount >= 3, filledCount(record) == 1 else { return false }
        let hasFigures = words.contains { $0.contains { $0 <= UInt8(ascii: "9") } }
        return switch readings[first].way {
        case .externalRef: words.count > 1 || !hasFigures
        case .remembered where readings[first].field == .kind:
            device.kind == nil || facts.usualCells >= 3 && reference.kinds.isPlural(words)
        case .remembered where readings[first].field == .maker: facts.usualCells >= 3
        case .remembered where readings[first].field == .model:
            facts.usualCells >= 3 && !hasFigures && !namesFamily
        case .extra, .comment, .dropped: true
        case .remembered, .serial, .driveSerial, .imei, .mac, .uuid: false
        }
    }

    /// "Latitude" alone may be a machine, where "Portables" is a title.
    private var namesFamily: Bool {
        device.model.flatMap { reference.families.type(ofModel: $0) } != nil
    }

    /// A list that was printed by pages repeats its heading on each.
    private func repeatsHeading(_ record: CSVRecord, _ first: Int) -> Bool {
        guard map.fieldCount >= 2, matches(record, first) else { return false }
        return map.columns.indices.allSatisfy { index in
            record[index].map { $0.trimmed.isEmpty } ?? true || matches(record, index)
        }
    }

    private func matches(_ record: CSVRecord, _ index: Int) -> Bool {
        record[index]?.trimmed.elementsEqual(map.columns[index].heading.utf8) == true
    }
}
