extension Press {
    /// The pages of a batch of labels, to be printed at 100 %.
    public func pdf(of batch: LabelBatch) throws(DrawingError) -> [UInt8] {
        try drawn { () throws(DrawingError) in try compose(batch) }
    }

    private func compose(_ batch: LabelBatch) throws(DrawingError) -> [UInt8] {
        let format = batch.format
        guard (1...format.labelsPerPage).contains(batch.startAt) else {
            throw .startOffSheet(
                position: batch.startAt,
                labelsPerSheet: format.labelsPerPage
            )
        }
        let canvas = Canvas(
            format.page,
            title: "Moulin",
            author: "Moulin",
            created: Printed.instant(batch.instant)
        )
        canvas.draw(.begin(.document))
        for (index, label) in batch.labels.enumerated() {
            let position = (index + batch.startAt - 1) % format.labelsPerPage
            if index > 0, position == 0 { canvas.endPage() }
            var box = format.box(at: position)
            box.x += mm(Double(batch.offsetX) / 100)
            box.y += mm(Double(batch.offsetY) / 100)
            for mark in try marks(of: label, in: box, margin: format.margin) { canvas.draw(mark) }
        }
        canvas.endPage()
        canvas.draw(.end(.document))
        return try canvas.finish()
    }

    /// Bars beside the matrix where the label is wide enough, else below it where it is high enough, else none.
    private func marks(of label: Label, in box: Box, margin: Points) throws(DrawingError) -> [Mark]
    {
        let (beside, room) = try plate(of: label, in: box, margin: margin, isTight: true)
        if let bars = try linear(label.code, in: room) { return beside + bars }
        let alone = try plate(of: label, in: box, margin: margin, isTight: false).marks

        let height = min(mm(10), box.height * 0.27)
        let below = Box(
            x: box.x,
            y: box.y + box.height - margin - height,
            width: box.width,
            height: height
        )
        guard box.height >= mm(24), let bars = try linear(label.code, in: below) else {
            return alone
        }
        var above = box
        above.height = below.y - box.y
        return try plate(of: label, in: above, margin: margin, isTight: false).marks + bars
    }

    /// The matrix on the left, as high as `box`; at its right the code, and the description at the foot.
    ///
    /// Leaves room for bars between these two when `isTight`, and answers it.
    private func plate(
        of label: Label,
        in box: Box,
        margin: Points,
        isTight: Bool
    ) throws(DrawingError) -> (marks: [Mark], room: Box) {
        let matrix = try Symbol(label.payload, as: label.matrix == .qr ? .qr : .dataMatrix)
        let square = matrixBox(matrix, in: box, margin: margin)
        // The quiet zone of the matrix ends where the texts begin.
        let x = square.x + square.width * (1 + matrix.quietModules / matrix.width)
        let width = box.x + box.width - margin - x
        let code = try largest(label.code, width: width, upTo: box.height * (isTight ? 0.27 : 0.36))
        let style = TextStyle(size: box.height < mm(27) ? 6.5 : 7.5)
        let description = TextBlock(
            label.description,
            style,
            width: width,
            lines: isTight ? 1 : 2,
            in: typeface
        )
        if description.hasUnknownGlyphs { throw .unprintable(text: label.description) }

        let top = square.y
        let foot = square.y + square.height - description.height
        let marks: [Mark] = [
            .begin(.figure), .symbol(matrix, square), .end(.figure),
            .begin(.paragraph), .text(code, x: x, y: top), .end(.paragraph),
            .begin(.paragraph), .text(description, x: x, y: foot), .end(.paragraph),
        ]
        let room = Box(
            x: x,
            y: top + code.height + mm(0.6),
            width: box.x + box.width - x,
            height: foot - top - code.height - mm(1.4)
        )
        return (marks, room)
    }

    /// As tall as the label allows, its quiet zone counted, and no more than 24 mm.
    private func matrixBox(_ matrix: Symbol, in box: Box, margin: Points) -> Box {
        let available = min(box.height - 2 * margin, mm(26))
        let module = available / (matrix.height + 2 * max(0, matrix.quietModules - 2))
        let side = module * matrix.width
        let quiet = max(margin, module * matrix.quietModules)
        return Box(
            x: box.x + quiet,
            y: box.y + (box.height - side) / 2,
            width: side,
            height: side
        )
    }

    /// The code for people, on one line and as large as its place allows.
    private func largest(_ code: String, width: Points, upTo height: Points) throws(DrawingError)
        -> TextBlock
    {
        let measured = TextBlock(code, TextStyle(size: 10, isBold: true), width: nil, in: typeface)
        let size = min(10 * width / measured.width, 10 * height / measured.height)
        guard size >= 7 else { throw .labelOverfull(code: code) }
        // A hair smaller than measured: the size is rounded to a 1024th of a point.
        return TextBlock(
            code,
            TextStyle(size: size * 0.99, isBold: true),
            width: nil,
            in: typeface
        )
    }

    /// The bars of the code, with quiet zones of ten modules; nil where a module would be under a quarter of a
    /// millimetre or the bars under 5 mm high, which scanners miss.
    private func linear(_ code: String, in room: Box) throws(DrawingError) -> [Mark]? {
        let bars = try Symbol(code, as: .code128)
        let module = min(mm(0.33), room.width / (bars.width + 2 * bars.quietModules))
        guard module >= mm(0.25), room.height >= mm(5) else { return nil }
        let box = Box(
            x: room.x + (room.width - module * bars.width) / 2,
            y: room.y,
            width: module * bars.width,
            height: min(room.height, mm(12))
        )
        return [.begin(.figure), .symbol(bars, box), .end(.figure)]
    }
}
