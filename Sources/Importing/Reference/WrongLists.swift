/// How lists that are not of devices betray themselves: by headings found together.
struct WrongLists: Sendable {
    private var signatures: [(list: WrongList, headings: [[UInt8]])] = []

    init(_ text: String) throws(ReferenceFault) {
        let table = try ReferenceTable(text, name: "wrong_lists", columns: ["list", "headings"])
        for (index, row) in table.rows.enumerated() {
            guard let list = WrongList(rawValue: row["list"] ?? ""), let text = row["headings"]
            else {
                throw ReferenceFault(table: "wrong_lists", line: index + 2)
            }
            signatures.append(
                (list, text.split(separator: "+").map { FoldedBytes.fold(String($0)) })
            )
        }
    }

    /// The kind of list that these headings belong to; nil when none is recognised.
    func recognise(_ headings: [String]) -> WrongList? {
        let folded = Set(headings.map { FoldedBytes.fold($0) })
        return signatures.first { $0.headings.allSatisfy(folded.contains) }?.list
    }
}

/// A list that people confuse with a list of devices.
public enum WrongList: String, Sendable, Hashable, CaseIterable {
    case users, licences, accessories, consumables, software, locations, models, lots
}
