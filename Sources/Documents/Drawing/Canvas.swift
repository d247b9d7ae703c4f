import CPango

/// A PDF being written to memory: owns the cairo surface and releases it exactly once.
final class Canvas {
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    private let sink = ByteSink()

    private final class ByteSink {
        var bytes: [UInt8] = []
    }

    /// Begins a file dated `created`, ISO 8601 with `Z`: without a date cairo would read the clock.
    init(_ size: Size, title: String, author: String, created: String) {
        // The sink outlives the surface: both end in deinit, the surface first.
        let context = Unmanaged.passUnretained(sink).toOpaque()
        surface = cairo_pdf_surface_create_for_stream(
            { context, bytes, count in
                guard let context, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<ByteSink>.fromOpaque(context).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            },
            context,
            size.width,
            size.height
        )
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Moulin")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
        cairo = cairo_create(surface)
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
    }

    /// Ends the file and answers its bytes.
    ///
    /// Nothing may be drawn afterwards.
    func finish() throws(DrawingError) -> [UInt8] {
        let drawn = cairo_status(cairo)
        cairo_surface_finish(surface)
        let written = cairo_surface_status(surface)
        for status in [drawn, written] where status != CAIRO_STATUS_SUCCESS {
            throw .cairo(status: String(cString: cairo_status_to_string(status)))
        }
        return sink.bytes
    }

    func endPage() { cairo_show_page(cairo) }

    func draw(_ mark: Mark) {
        switch mark {
        case .text(let block, let x, let y): show(block, x, y)
        case .lines(let block, let range, let x, let y): show(block, lines: range, x, y)
        case .rule(let x, let y, let width, let thickness, let ink):
            set(ink)
            cairo_rectangle(cairo, x, y - thickness / 2, width, thickness)
            cairo_fill(cairo)
        case .frame(let box, let ink):
            set(ink)
            cairo_set_line_width(cairo, 0.8)
            cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
            cairo_stroke(cairo)
        case .symbol(let symbol, let box): fill(symbol, in: box)
        case .windmill(let box): drawWindmill(in: box)
        case .begin(let tag): cairo_tag_begin(cairo, tag.rawValue, nil)
        case .end(let tag): cairo_tag_end(cairo, tag.rawValue)
        }
    }

    /// Draws `block` grey and slanted across the middle of the page, below everything else.
    func watermark(_ block: TextBlock, on size: Size) {
        cairo_save(cairo)
        cairo_translate(cairo, size.width / 2, size.height / 2)
        cairo_rotate(cairo, -0.85)
        show(block, -block.width / 2, -block.height / 2)
        cairo_restore(cairo)
    }

    private func show(_ block: TextBlock, _ x: Points, _ y: Points) {
        set(block.ink)
        cairo_move_to(cairo, x, y)
        pango_cairo_show_layout(cairo, block.layout)
    }

    private func show(_ block: TextBlock, lines: Range<Int>, _ x: Points, _ y: Points) {
        guard let iterator = pango_layout_get_iter(block.layout) else { return }
        defer { pango_layout_iter_free(iterator) }
        set(block.ink)
        var index = 0
        var origin: Int32?
        repeat {
            defer { index += 1 }
            guard lines.contains(index) else { continue }
            var top: Int32 = 0
            var bottom: Int32 = 0
            var extents = PangoRectangle()
            pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
            pango_layout_iter_get_line_extents(iterator, nil, &extents)
            let first = origin ?? top
            origin = first
            let baseline = pango_layout_iter_get_baseline(iterator) - first
            cairo_move_to(
                cairo,
                x + Double(extents.x) / Double(PANGO_SCALE),
                y + Double(baseline) / Double(PANGO_SCALE)
            )
            pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(iterator))
        } while pango_layout_iter_next_line(iterator) != 0
    }

    private func fill(_ symbol: Symbol, in box: Box) {
        let across = box.width / symbol.width
        let down = box.height / symbol.height
        // Codes are pure black whatever the ink of the house.
        cairo_set_source_rgb(cairo, 0, 0, 0)
        for bar in symbol.bars {
            cairo_rectangle(
                cairo,
                box.x + bar.x * across,
                box.y + bar.y * down,
                bar.width * across,
                bar.height * down
            )
        }
        cairo_fill(cairo)
    }

    /// The mark of the house: a tower, a cap and four sails.
    private func drawWindmill(in box: Box) {
        cairo_save(cairo)
        cairo_translate(cairo, box.x, box.y)
        cairo_scale(cairo, box.width / 100, box.height / 100)
        set(.accent)
        polygon([(39, 46), (61, 46), (68, 98), (32, 98)])
        cairo_arc(cairo, 50, 46, 11, .pi, 2 * .pi)
        cairo_fill(cairo)
        cairo_translate(cairo, 50, 40)
        for quarter in 0..<4 {
            cairo_save(cairo)
            cairo_rotate(cairo, .pi / 4 + Double(quarter) * .pi / 2)
            polygon([(-1.6, 0), (1.6, 0), (1.6, -48), (-1.6, -48)])
            polygon([(1.6, -14), (12, -14), (12, -48), (1.6, -48)])
            cairo_restore(cairo)
        }
        cairo_restore(cairo)
    }

    private func polygon(_ points: [(Double, Double)]) {
        for (index, point) in points.enumerated() {
            if index == 0 {
                cairo_move_to(cairo, point.0, point.1)
            } else {
                cairo_line_to(cairo, point.0, point.1)
            }
        }
        cairo_close_path(cairo)
        cairo_fill(cairo)
    }

    private func set(_ ink: Ink) {
        let rgb = ink.rgb
        cairo_set_source_rgb(cairo, rgb.red, rgb.green, rgb.blue)
    }
}
