/// An element of an XML document with all that is in it.
public struct XMLTree: Sendable, Hashable {
    /// Without the prefix of its namespace.
    public var name: String
    public var attributes: [String: String] = [:]
    public var children: [XMLTree] = []
    /// What stands directly in the element, trimmed.
    public var text = ""

    init(name: String) {
        self.name = name
    }

    /// The first child of a name; nil without one.
    public subscript(_ name: String) -> XMLTree? {
        children.first { $0.name == name }
    }

    /// Reads a whole document.
    ///
    /// - Throws: ``XMLFault`` with its place. A document type is refused: entities that it declares can grow without bound.
    public init(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLFault) {
        let building = XMLTreeBuilding(limits)
        let reader = XMLReader(building)
        try bytes.withUnsafeBufferPointer { (bytes) throws(XMLFault) in
            try reader.feed(UnsafeRawBufferPointer(bytes), isLast: true)
        }
        guard let root = building.root else {
            throw XMLFault(reason: .malformed, line: 1, column: 1)
        }
        self = root
    }
}

/// The sizes past which a document is refused.
public struct XMLLimits: Sendable, Hashable {
    public var depth: Int
    public var elements: Int
    public var textBytes: Int

    public init(depth: Int = 64, elements: Int = 1_000_000, textBytes: Int = 64 << 20) {
        self.depth = depth
        self.elements = elements
        self.textBytes = textBytes
    }
}

/// Why an XML document cannot be read, and where.
public struct XMLFault: Error, Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case malformed
        /// A document type is declared, which no list and no report needs.
        case documentType = "document_type"
        case tooDeep = "too_deep"
        case tooLong = "too_long"
    }

    public var reason: Reason
    /// Counted from 1.
    public var line: Int
    public var column: Int
}

/// Puts the tree together, element by element.
final class XMLTreeBuilding: XMLListener {
    private let limits: XMLLimits
    private var open: [XMLTree] = []
    private var elements = 0
    private var textBytes = 0
    private(set) var root: XMLTree?

    init(_ limits: XMLLimits) {
        self.limits = limits
    }

    func start(_ name: String, _ attributes: XMLAttributes) -> XMLFault.Reason? {
        elements += 1
        if open.count >= limits.depth { return .tooDeep }
        if elements > limits.elements { return .tooLong }
        var element = XMLTree(name: name)
        element.attributes = attributes.all
        open.append(element)
        return nil
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) -> XMLFault.Reason? {
        textBytes += text.count
        guard textBytes <= limits.textBytes else { return .tooLong }
        guard !open.isEmpty else { return nil }
        open[open.count - 1].text += String(decoding: text, as: UTF8.self)
        return nil
    }

    func end(_ name: String) -> XMLFault.Reason? {
        guard var element = open.popLast() else { return .malformed }
        element.text = String(element.text.trimmingWhiteSpace)
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].children.append(element)
        }
        return nil
    }
}
