import Domain

extension Composition {
    private static let codeSide = mm(22)

    /// The code that leads to the proof of this document, in the upper right corner of the first page.
    func put(_ symbol: Symbol, of verification: Imprint.Verification, _ language: Language) {
        let box = Box(
            x: Self.right - Self.codeSide,
            y: mm(12),
            width: Self.codeSide,
            height: Self.codeSide
        )
        tagged(.figure) { put(.symbol(symbol, box)) }
        let text = language("Vérifier ce document", "Verify this document")
        let caption = block(
            "\(text)\n\(verification.code)",
            .small.aligned(.end),
            width: mm(44)
        )
        tagged(.paragraph) {
            put(.text(caption, x: Self.right - mm(44), y: box.y + box.height + mm(1)))
        }
    }

    /// Who writes, to whom, and under which number.
    ///
    /// The address stands 105 mm from the left and 54 mm from the top: seen through the window of a French DL
    /// envelope (110 × 220 mm, window 35 or 45 × 100 mm at 20 mm from its right and lower edges) wherever the
    /// sheet, folded in three, slips to.
    func letterhead(_ issuer: Issuer, to recipient: [String], _ facts: [Fact]) {
        put(.windmill(Box(x: Self.left, y: mm(12), width: mm(13), height: mm(13))))
        let x = Self.left + mm(16)
        let name = block(issuer.name, .heading.sized(12), width: mm(94))
        let lines =
            [issuer.legalForm] + issuer.address.printed
            + [issuer.registration, issuer.contact ?? ""]
        let details = block(
            lines.filter { !$0.isEmpty }.joined(separator: "\n"),
            .label.sized(8),
            width: mm(94)
        )
        tagged(.paragraph) { put(.text(name, x: x, y: mm(12))) }
        tagged(.paragraph) { put(.text(details, x: x, y: mm(12.6) + name.height)) }
        let head = mm(12.6) + name.height + details.height

        y = max(mm(50), head + mm(6))
        guard !recipient.isEmpty else { return }
        let address = block(recipient.joined(separator: "\n"), .address, width: mm(83))
        tagged(.paragraph) { put(.text(address, x: mm(105), y: mm(54))) }
        y = max(mm(54), head + mm(5))
        column(facts)
        y = max(y, mm(54) + address.height, mm(78)) + mm(4)
    }

    /// Facts beside the address, in the left half.
    private func column(_ facts: [Fact]) {
        for fact in facts where !fact.value.isEmpty {
            let label = block(fact.label, .label, width: mm(26))
            let value = block(fact.value, .strong, width: mm(50))
            tagged(.paragraph) {
                put(.text(label, x: Self.left, y: y + 0.9))
                put(.text(value, x: Self.left + mm(27), y: y))
            }
            y += max(label.height, value.height) + mm(0.8)
        }
    }

    /// The foot of a page: number and hash, and which page of how many.
    func foot(_ content: some DocumentContent, _ imprint: Imprint, page: Int, of count: Int)
        -> [Mark]
    {
        let verification = imprint.verification
        var text = [content.issue.number, verification?.code, verification?.url]
            .compactMap(\.self).joined(separator: " · ")
        text += "\nSHA-256 \(imprint.contentHash)"
        if let day = imprint.reprintedOn {
            let when = day.formatted(in: content.language)
            text += content.language(
                "\nDUPLICATA réimprimé le \(when)",
                "\nDUPLICATA reprinted on \(when)"
            )
        }
        let left = TextBlock(text, .small.sized(6.5), width: mm(150), in: typeface)
        let right = TextBlock(
            "\(page)/\(count)",
            .small.sized(8).aligned(.end),
            width: mm(18),
            in: typeface
        )
        let y = mm(277)
        return [
            .rule(x: Self.left, y: y - mm(1.6), width: Self.measure, thickness: 0.4, .hairline),
            .begin(.paragraph), .text(left, x: Self.left, y: y),
            .text(right, x: Self.right - mm(18), y: y), .end(.paragraph),
        ]
    }
}
