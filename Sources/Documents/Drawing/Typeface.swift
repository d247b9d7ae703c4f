import CPango

/// The one typographic system: Lato, and DejaVu Sans for what Lato has no letters for.
///
/// The fonts are picked by name out of those the machine has, and no other is offered to Pango: a missing family
/// would otherwise be replaced in silence, and the same document would differ from host to host. Families that only
/// add scripts (`Noto Sans …`) are let in behind when they are asked for, for names in writing systems which the first
/// two lack.
final class Typeface {
    static let family = "Lato, DejaVu Sans"

    private static let required = [
        (family: "Lato", package: "fonts-lato"),
        (family: "DejaVu Sans", package: "fonts-dejavu-core"),
    ]

    let context: OpaquePointer
    private let map: UnsafeMutableRawPointer

    /// Opens the usual fonts, or with them the hundreds that add scripts, which takes a second or two.
    ///
    /// - Throws: `fontMissing`; `cairo` when fontconfig or Pango does not start.
    init(ofEveryScript: Bool = false) throws(DrawingError) {
        guard let installed = FcInitLoadConfigAndFonts(), let chosen = FcConfigCreate() else {
            throw .cairo(status: "fontconfig does not start")
        }
        defer {
            FcConfigDestroy(installed)
            FcConfigDestroy(chosen)
        }
        let families = Self.choose(ofEveryScript, from: installed, into: chosen)
        for (family, package) in Self.required where !families.contains(family) {
            throw .fontMissing(family: family, package: package)
        }

        guard let map = pango_cairo_font_map_new(),
            let context = pango_font_map_create_context(map)
        else { throw .cairo(status: "no font map") }
        self.map = UnsafeMutableRawPointer(map)
        self.context = context
        // The map keeps its own reference to the configuration.
        pango_fc_font_map_set_config(OpaquePointer(self.map), chosen)
        Self.drawUnhinted(context)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
    }

    /// Adds the files of the allowed families to `chosen`; answers the families found.
    private static func choose(
        _ isWide: Bool,
        from installed: OpaquePointer,
        into chosen: OpaquePointer
    ) -> Set<String> {
        guard let fonts = FcConfigGetFonts(installed, FcSetSystem) else { return [] }
        var files: [String] = []
        var families: Set<String> = []
        for index in 0..<Int(fonts.pointee.nfont) {
            let pattern = fonts.pointee.fonts[index]
            guard let family = text(FC_FAMILY, of: pattern), isAllowed(family, isWide),
                let file = text(FC_FILE, of: pattern)
            else { continue }
            families.insert(family)
            files.append(file)
        }
        // Sorted: fontconfig lists a directory in the order of the disk, and a tie would follow it.
        for file in files.sorted() { FcConfigAppFontAddFile(chosen, file) }
        return families
    }

    private static func isAllowed(_ family: String, _ isWide: Bool) -> Bool {
        required.contains { $0.family == family } || (isWide && family.hasPrefix("Noto Sans"))
    }

    private static func text(_ object: String, of pattern: OpaquePointer?) -> String? {
        var value: UnsafeMutablePointer<FcChar8>?
        guard FcPatternGetString(pattern, object, 0, &value) == FcResultMatch, let value else {
            return nil
        }
        return String(cString: value)
    }

    /// One unit is one point, and no glyph is moved to suit a screen's pixels.
    private static func drawUnhinted(_ context: OpaquePointer) {
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 0)
    }
}
