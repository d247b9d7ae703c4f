import CZint

/// A machine-readable code as dark rectangles, in modules, without its quiet zone.
struct Symbol: Hashable, Sendable {
    struct Bar: Hashable, Sendable {
        let x: Double
        let y: Double
        let width: Double
        let height: Double
    }

    enum Kind: Hashable, Sendable { case qr, dataMatrix, code128 }

    let kind: Kind
    let bars: [Bar]
    /// Modules across and down.
    ///
    /// A Code 128 is stretched to the height it is given.
    let width: Double
    let height: Double

    /// The quiet zone the standard asks for, in modules: 10 beside a Code 128, 4 around a QR code, and 2 around a
    /// Data Matrix, whose standard asks for 1, because thermal printers bleed.
    var quietModules: Double {
        switch kind {
        case .qr: 4
        case .dataMatrix: 2
        case .code128: 10
        }
    }

    init(_ text: String, as kind: Kind) throws(DrawingError) {
        guard let symbol = ZBarcode_Create() else {
            throw .symbolRefused(reason: "no memory")
        }
        defer { ZBarcode_Delete(symbol) }
        Self.configure(symbol, as: kind, isASCII: text.utf8.allSatisfy { $0 < 128 })
        let bytes = Array(text.utf8)
        let status = ZBarcode_Encode_and_Buffer_Vector(symbol, bytes, Int32(bytes.count), 0)
        guard status < ZINT_ERROR else {
            throw .symbolRefused(reason: Self.reason(of: symbol))
        }
        let bars = Self.bars(of: symbol)
        self.kind = kind
        self.bars = bars
        width = bars.map { $0.x + $0.width }.max() ?? 0
        height = bars.map { $0.y + $0.height }.max() ?? 0
    }

    private static func configure(
        _ symbol: UnsafeMutablePointer<zint_symbol>,
        as kind: Kind,
        isASCII: Bool
    ) {
        // At 0.5, one module is one unit.
        symbol.pointee.scale = 0.5
        symbol.pointee.show_hrt = 0
        symbol.pointee.input_mode = isASCII ? DATA_MODE : UNICODE_MODE
        switch kind {
        case .qr:
            symbol.pointee.symbology = BARCODE_QRCODE
            // Level M: a thumb's worth of dirt may hide 15 %.
            symbol.pointee.option_1 = 2
        case .dataMatrix:
            symbol.pointee.symbology = BARCODE_DATAMATRIX
            symbol.pointee.option_3 = DM_SQUARE
        case .code128:
            symbol.pointee.symbology = BARCODE_CODE128
            symbol.pointee.height = 10
        }
    }

    private static func bars(of symbol: UnsafeMutablePointer<zint_symbol>) -> [Bar] {
        var bars: [Bar] = []
        var next = symbol.pointee.vector?.pointee.rectangles
        while let rectangle = next?.pointee {
            bars.append(
                Bar(
                    x: Double(rectangle.x),
                    y: Double(rectangle.y),
                    width: Double(rectangle.width),
                    height: Double(rectangle.height)
                )
            )
            next = rectangle.next
        }
        return bars
    }

    private static func reason(of symbol: UnsafeMutablePointer<zint_symbol>) -> String {
        withUnsafeBytes(of: symbol.pointee.errtxt) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
