import Domain

/// Draws documents: the fonts, opened once, and the way from a value to the bytes of a PDF.
///
/// A press is not sendable, on purpose. Pango and fontconfig lock globally, so that four threads draw no faster than
/// one: keep one press on one worker, off the cooperative pool.
public final class Press {
    /// What is being drawn with.
    private(set) var typeface: Typeface
    /// The fonts of every script, opened when a paper first wants one of them: there are hundreds.
    private var everyScript: Typeface?

    /// Opens the fonts.
    ///
    /// Costs some tens of milliseconds: once per process. - Throws: `DrawingError.fontMissing` with the Debian
    /// package to install.
    public init() throws(DrawingError) { typeface = try Typeface() }

    /// Draws with the two usual fonts, and once more with those of every script where these have no letters for a name.
    ///
    /// - Throws: what `draw` throws; `.unprintable` when no font has the letters.
    func drawn(_ draw: () throws(DrawingError) -> [UInt8]) throws(DrawingError) -> [UInt8] {
        do throws(DrawingError) {
            return try draw()
        } catch {
            guard case .unprintable = error else { throw error }
            let usual = typeface
            defer { typeface = usual }
            typeface = try typefaceOfEveryScript()
            return try draw()
        }
    }

    private func typefaceOfEveryScript() throws(DrawingError) -> Typeface {
        if let everyScript { return everyScript }
        let opened = try Typeface(ofEveryScript: true)
        everyScript = opened
        return opened
    }

    /// The tagged PDF of a document.
    ///
    /// The same content and imprint give the same bytes with the same libraries and fonts; over their upgrades only
    /// the content hash is stable, so keep the issued file.
    public func pdf(of content: some DocumentContent, imprint: Imprint) throws(DrawingError)
        -> [UInt8]
    {
        try drawn { () throws(DrawingError) in try compose(content, imprint) }
    }

    private func compose(
        _ content: some DocumentContent,
        _ imprint: Imprint
    ) throws(DrawingError) -> [UInt8] {
        let paper = Composition(typeface)
        if let verification = imprint.verification {
            paper.put(try Symbol(verification.url, as: .qr), of: verification, content.language)
        }
        try content.compose(on: paper)
        if let text = paper.unprintable.first { throw .unprintable(text: text) }
        return try print(paper, content, imprint)
    }

    private func print(
        _ paper: Composition,
        _ content: some DocumentContent,
        _ imprint: Imprint
    ) throws(DrawingError) -> [UInt8] {
        let canvas = Canvas(
            .a4,
            title: "\(content.issue.number), \(content.type.label(in: content.language))",
            author: "Moulin",
            created: Printed.instant(content.issue.instant)
        )
        canvas.draw(.begin(.document))
        for (index, marks) in paper.pages.enumerated() {
            if imprint.reprintedOn != nil { canvas.watermark(watermark, on: .a4) }
            for mark in marks { canvas.draw(mark) }
            let foot = paper.foot(content, imprint, page: index + 1, of: paper.pages.count)
            for mark in foot { canvas.draw(mark) }
            canvas.endPage()
        }
        canvas.draw(.end(.document))
        return try canvas.finish()
    }

    private var watermark: TextBlock {
        let style = TextStyle(size: 104, isBold: true, ink: .watermark)
        return TextBlock("DUPLICATA", style, width: nil, in: typeface)
    }
}
