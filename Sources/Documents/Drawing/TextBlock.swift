import CPango

/// A text laid out by Pango in a given width, ready to be shown.
final class TextBlock {
    let layout: OpaquePointer
    let ink: Ink
    let width: Points
    let height: Points
    /// True when no allowed font has some character of the text.
    let hasUnknownGlyphs: Bool

    /// Wraps at `width`; without it there is one line per line of the text.
    convenience init(
        _ text: String,
        _ style: TextStyle,
        width limit: Points?,
        in typeface: Typeface
    ) {
        self.init(text, style, limit, lines: nil, typeface)
    }

    /// A text of at most `lines` lines, cut with an ellipsis where the last of them ends.
    convenience init(
        _ text: String,
        _ style: TextStyle,
        width: Points,
        lines: Int32,
        in typeface: Typeface
    ) {
        self.init(text, style, width, lines: lines, typeface)
    }

    private init(
        _ text: String,
        _ style: TextStyle,
        _ limit: Points?,
        lines: Int32?,
        _ typeface: Typeface
    ) {
        layout = pango_layout_new(typeface.context)
        ink = style.ink
        Self.apply(style, to: layout)
        if let limit {
            pango_layout_set_width(layout, Int32(limit * Double(PANGO_SCALE)))
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        }
        if let lines {
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
            // A negative height counts lines.
            pango_layout_set_height(layout, -lines)
        }
        pango_layout_set_text(layout, text, -1)
        var across: Int32 = 0
        var down: Int32 = 0
        pango_layout_get_size(layout, &across, &down)
        width = Double(across) / Double(PANGO_SCALE)
        height = Double(down) / Double(PANGO_SCALE)
        hasUnknownGlyphs = pango_layout_get_unknown_glyphs_count(layout) > 0
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    private static func apply(_ style: TextStyle, to layout: OpaquePointer) {
        let font = pango_font_description_new()
        pango_font_description_set_family_static(font, Typeface.family)
        pango_font_description_set_size(font, Int32(style.size * Double(PANGO_SCALE)))
        pango_font_description_set_weight(
            font,
            style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL
        )
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)

        // A name in Arabic is ordered as Arabic, yet begins where its column begins: the page is read from the left.
        pango_layout_set_auto_dir(layout, 0)
        // Figures of one width, so that columns line up; and no hyphen put inside a broken serial number.
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1, lnum=1, liga=0"))
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        pango_layout_set_line_spacing(layout, style.lineSpacing)

        switch style.alignment {
        case .start: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .end: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        }
    }

    /// The lower edge of each line, from the top of the block: where a paragraph may break over pages.
    var lineBottoms: [Points] {
        guard let iterator = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(iterator) }
        var bottoms: [Points] = []
        repeat {
            var top: Int32 = 0
            var bottom: Int32 = 0
            pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
            bottoms.append(Double(bottom) / Double(PANGO_SCALE))
        } while pango_layout_iter_next_line(iterator) != 0
        return bottoms
    }
}
