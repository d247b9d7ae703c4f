/// A sheet of commands to scan at a bench: « next step », « take a photo », « print a label ».
public struct ActionCards: Codable, Hashable, Sendable {
    /// A command and how a person calls it.
    public struct Card: Codable, Hashable, Sendable {
        /// What the scanner reads: `ACTION-WIPE-START`, `[A-Z0-9-]`.
        public let command: String
        public let title: String
        /// When to scan it, in one sentence.
        public let explanation: String

        public init(command: String, title: String, explanation: String) {
            self.command = command
            self.title = title
            self.explanation = explanation
        }
    }

    public let heading: String
    public let cards: [Card]
    /// Seconds since 1970; the creation date of the file.
    public let instant: Int64

    public init(heading: String, cards: [Card], instant: Int64) {
        self.heading = heading
        self.cards = cards
        self.instant = instant
    }
}

extension Press {
    private static let cardHeight = mm(40)
    private static let cardGap = mm(8)
    private static let cardsAcross = 2

    /// A4 pages of cards in two columns, each a QR code and its words, far enough apart to aim at one.
    public func pdf(of sheet: ActionCards) throws(DrawingError) -> [UInt8] {
        try drawn { () throws(DrawingError) in try compose(sheet) }
    }

    private func compose(_ sheet: ActionCards) throws(DrawingError) -> [UInt8] {
        let paper = Composition(typeface)
        paper.title(sheet.heading)
        paper.space(mm(4))
        for first in stride(from: 0, to: sheet.cards.count, by: Self.cardsAcross) {
            paper.keep(Self.cardHeight)
            for index in first..<min(first + Self.cardsAcross, sheet.cards.count) {
                let width = (Composition.measure - Self.cardGap) / Double(Self.cardsAcross)
                let x = Composition.left + Double(index - first) * (width + Self.cardGap)
                try compose(
                    sheet.cards[index],
                    in: Box(x: x, y: paper.y, width: width, height: Self.cardHeight),
                    on: paper
                )
            }
            paper.y += Self.cardHeight + Self.cardGap
        }
        if let text = paper.unprintable.first { throw .unprintable(text: text) }
        return try write(paper, titled: sheet.heading, at: sheet.instant)
    }

    private func compose(_ card: ActionCards.Card, in box: Box, on paper: Composition)
        throws(DrawingError)
    {
        let symbol = try Symbol(card.command, as: .qr)
        let side = mm(27)
        let quiet = side / symbol.width * symbol.quietModules
        let top = box.y + (box.height - side) / 2
        paper.put(.frame(box, .hairline))
        paper.tagged(.figure) {
            paper.put(
                .symbol(symbol, Box(x: box.x + quiet, y: top, width: side, height: side))
            )
        }
        let x = box.x + side + 2 * quiet
        let width = box.x + box.width - x - mm(2)
        let blocks = [
            paper.block(card.title, .heading.sized(12), width: width),
            paper.block(card.explanation, .cell, width: width),
            paper.block(card.command, .small, width: width),
        ]
        var y = box.y + (box.height - blocks.reduce(mm(2)) { $0 + $1.height }) / 2
        for block in blocks {
            paper.tagged(.paragraph) { paper.put(.text(block, x: x, y: y)) }
            y += block.height + mm(1)
        }
    }

    private func write(_ paper: Composition, titled title: String, at instant: Int64)
        throws(DrawingError) -> [UInt8]
    {
        let canvas = Canvas(
            .a4,
            title: title,
            author: "Moulin",
            created: Printed.instant(instant)
        )
        canvas.draw(.begin(.document))
        for marks in paper.pages {
            for mark in marks { canvas.draw(mark) }
            canvas.endPage()
        }
        canvas.draw(.end(.document))
        return try canvas.finish()
    }
}
