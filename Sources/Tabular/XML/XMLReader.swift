import CExpat

/// Hears what stands in a document, in order; a reason that is returned ends the reading.
protocol XMLListener: AnyObject {
    func start(_ name: String, _ attributes: XMLAttributes) -> XMLFault.Reason?
    func text(_ text: UnsafeBufferPointer<UInt8>) -> XMLFault.Reason?
    func end(_ name: String) -> XMLFault.Reason?
}

/// Streams an XML document, decoded to UTF-8 whatever it declares, through expat to a listener, refusing document types.
final class XMLReader {
    private let parser: XML_Parser
    private let listener: any XMLListener
    private var stopped: XMLFault?

    init(_ listener: any XMLListener) {
        guard let parser = XML_ParserCreate("UTF-8") else {
            preconditionFailure("expat could not allocate its parser")
        }
        self.parser = parser
        self.listener = listener
        // The reader outlives every call of the parser, which it owns.
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { XMLReader.at($0)?.begin($1, $2) },
            { XMLReader.at($0)?.finish($1) }
        )
        XML_SetCharacterDataHandler(parser) { XMLReader.at($0)?.hear($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            XMLReader.at(context)?.stop(.documentType)
        }
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// Takes the next bytes; `isLast` says that the document ends with them.
    func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(XMLFault) {
        // Expat counts in 32 bits.
        var rest = bytes[...]
        repeat {
            let piece = rest.prefix(1 << 20)
            rest = rest.dropFirst(piece.count)
            let base = UnsafeRawBufferPointer(rebasing: piece).bindMemory(to: CChar.self)
                .baseAddress
            let ends: Int32 = isLast && rest.isEmpty ? 1 : 0
            let status = XML_Parse(parser, base, Int32(piece.count), ends)
            if let stopped { throw stopped }
            if status != XML_STATUS_OK { throw fault(.malformed) }
        } while !rest.isEmpty
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
        context.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func begin(
        _ name: UnsafePointer<CChar>?,
        _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard stopped == nil, let name else { return }
        let attributes = XMLAttributes(lent: pairs)
        if let reason = listener.start(Self.localName(name), attributes) { stop(reason) }
    }

    private func finish(_ name: UnsafePointer<CChar>?) {
        guard stopped == nil, let name else { return }
        if let reason = listener.end(Self.localName(name)) { stop(reason) }
    }

    private func hear(_ text: UnsafePointer<CChar>?, _ count: Int32) {
        guard stopped == nil, let text else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
            let lent = UnsafeBufferPointer(start: bytes, count: Int(count))
            if let reason = listener.text(lent) { stop(reason) }
        }
    }

    private static func localName(_ name: UnsafePointer<CChar>) -> String {
        String(cString: XMLAttributes.local(name))
    }

    private func stop(_ reason: XMLFault.Reason) {
        stopped = fault(reason)
        XML_StopParser(parser, 0)
    }

    private func fault(_ reason: XMLFault.Reason) -> XMLFault {
        XMLFault(
            reason: reason,
            line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1
        )
    }
}
