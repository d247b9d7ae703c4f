/// A label and what it says, as on a form.
struct Fact {
    let label: String
    let value: String
    var isStrong = false
}

extension Composition {
    /// Labels in a narrow column, values beside them. Facts without a value are left out.
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

    /// Where and when it was made, by whom, and room for a hand to sign. Never split.
    func signature(place: String, signer: String, role: String) {
        space(mm(5))
        keep(mm(34))
        let text = [place, signer, role].filter { !$0.isEmpty }.joined(separator: "\n")
        let block = block(text, .body, width: mm(80))
        tagged(.paragraph) { put(.text(block, x: mm(110), y: y)) }
        y += block.height
        put(
            .rule(x: mm(110), y: y + mm(17), width: mm(70), thickness: 0.4, .hairline)
        )
        y += mm(19)
    }
}
