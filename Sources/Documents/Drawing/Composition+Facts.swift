import Domain

/// A label and what it says, as on a form.
struct Fact {
    let label: String
    let value: String
    var isStrong = false
}

extension Composition {
    /// Labels in a narrow column, values beside them.
    ///
    /// Facts without a value are left out.
    func facts(_ facts: [Fact], labelWidth: Points = mm(46), after: Points = mm(1)) {
        for fact in facts where !fact.value.isEmpty {
            let label = block(fact.label, .label, width: labelWidth - mm(3))
            let value = block(
                fact.value,
                fact.isStrong ? .strong : .body,
                width: Self.measure - labelWidth
            )
            let height = max(label.height, value.height)
            keep(height)
            tagged(.paragraph) {
                // Half a point lower: the smaller label then stands on the line of its value.
                put(.text(label, x: Self.left, y: y + 0.9))
                put(.text(value, x: Self.left + labelWidth, y: y))
            }
            y += height + mm(0.7)
        }
        y += after
    }

    /// An amount that must not be missed, framed.
    func framedAmount(_ label: String, _ amount: String) {
        let label = block(label, .body, width: Self.measure - mm(64))
        let amount = block(amount, .amount.aligned(.end), width: mm(56))
        let height = max(label.height, amount.height) + mm(5)
        keep(height)
        put(
            .frame(Box(x: Self.left, y: y, width: Self.measure, height: height), .accent)
        )
        tagged(.paragraph) {
            put(.text(label, x: Self.left + mm(3), y: y + (height - label.height) / 2))
            put(
                .text(amount, x: Self.right - mm(3) - mm(56), y: y + (height - amount.height) / 2)
            )
        }
        y += height + mm(2)
    }

    /// The sentence that is signed, where, when and by whom, and room for a hand: never split, so that no signature
    /// stands alone on a page.
    func signed(_ sentence: String, _ signatory: Signatory, _ place: String) {
        keep(mm(42))
        paragraph(sentence, .strong)
        signature(place: place, signer: signatory.name, role: signatory.role)
    }

    /// Two hands side by side: for what each signs, who and where, and room for it.
    func hands(_ sides: [(heading: String, signatory: Signatory)], _ language: Language) {
        let blocks = sides.map { heading, signatory in
            let place = language("Fait à \(signatory.place)", signatory.place)
            let text = "\(heading)\n\(place)\n\(signatory.name)\n\(signatory.role)"
            return block(text, .body, width: mm(70))
        }
        let height = (blocks.map(\.height).max() ?? 0) + mm(10)
        space(mm(4))
        keep(height + mm(2))
        for (index, block) in blocks.enumerated() {
            let x = index == 0 ? Composition.left : mm(110)
            tagged(.paragraph) { put(.text(block, x: x, y: y)) }
            put(.rule(x: x, y: y + height, width: mm(70), thickness: 0.4, .hairline))
        }
        y += height + mm(2)
    }

    func signature(place: String, signer: String, role: String) {
        space(mm(4))
        keep(mm(27))
        let text = [place, signer, role].filter { !$0.isEmpty }.joined(separator: "\n")
        let block = block(text, .body, width: mm(80))
        tagged(.paragraph) { put(.text(block, x: mm(110), y: y)) }
        y += block.height
        put(
            .rule(x: mm(110), y: y + mm(10), width: mm(70), thickness: 0.4, .hairline)
        )
        y += mm(11)
    }
}

extension Composition {
    /// Facts side by side in two columns, filled row by row and never split over pages.
    func grid(_ facts: [Fact], below note: String, labelWidth: Points = mm(30)) {
        let width = Self.measure / 2
        let present = facts.filter { !$0.value.isEmpty }
        let cells = present.map { fact in
            (
                label: block(fact.label, .label.sized(7.5), width: labelWidth - mm(2)),
                value: block(
                    fact.value,
                    fact.isStrong ? .cell.bold : .cell,
                    width: width - labelWidth - mm(3)
                )
            )
        }
        let rows = stride(from: 0, to: cells.count, by: 2).map {
            Array(cells[$0..<min($0 + 2, cells.count)])
        }
        let heights = rows.map { row in
            (row.map { max($0.label.height, $0.value.height) }.max() ?? 0) + mm(0.6)
        }
        let note = block(note, .small, width: Self.measure)
        keep(heights.reduce(0, +) + note.height)
        for (row, height) in zip(rows, heights) {
            for (column, cell) in row.enumerated() {
                let x = Self.left + Double(column) * width
                tagged(.paragraph) {
                    put(.text(cell.label, x: x, y: y + 0.8))
                    put(.text(cell.value, x: x + labelWidth, y: y))
                }
            }
            y += height
        }
        tagged(.paragraph) { put(.text(note, x: Self.left, y: y)) }
        y += note.height + mm(1.5)
    }
}
