/// How lists that are not of devices betray themselves: by headings found together.
struct WrongLists: Sendable {
    private var signatures: [(list: ListSubject, headings: [[UInt8]])] = []

    init(_ text: String) throws(ReferenceFault) {
        let table = try ReferenceTable(text, name: "wrong_lists", columns: ["list", "headings"])
        for (index, row) in table.rows.enumerated() {
            guard let list = ListSubject(rawValue: row["list"] ?? ""), let text = row["headings"]
            else {
                throw ReferenceFault(table: "wrong_lists", line: index + 2)
            }
            signatures.append(
                (list, text.split(separator: "+").map { FoldedBytes.fold(String($0)) })
            )
        }
    }

    /// The kind of list that these headings belong to; nil when none is recognised.
    ///
    /// `among` leaves out kinds that may look like the one that is wanted.
    func recognise(
        _ headings: [String],
        among: (ListSubject) -> Bool = { _ in true }
    ) -> ListSubject? {
        let folded = Set(headings.map { FoldedBytes.fold($0) })
        return signatures.first { signature in
            among(signature.list) && signature.headings.allSatisfy(folded.contains)
        }?.list
    }
}
