/// The values of one query, encoded once, in the order of `$1`, `$2`, ….
///
/// All values share one buffer, so a query of many small values costs one allocation for them.
public struct ParameterEncoder: Sendable {
    /// Why a value cannot be sent.
    ///
    /// Found when it is encoded, thrown before anything reaches the server.
    enum Refusal: Hashable, Sendable {
        /// PostgreSQL text cannot hold U+0000.
        case zeroByte(position: Int)
        /// Together the values exceed what one message may hold.
        case tooLarge(position: Int)
    }

    struct Slot: Sendable {
        let type: OID
        let isBinary: Bool
        /// Where the value starts in `bytes`; nil for null.
        let offset: Int?
        let length: Int
    }

    /// A little under the server's limit of 1 GiB − 1 for one message, leaving room for the lengths between values.
    static let sizeLimit = 1_073_741_823 - 1_048_576

    private(set) var bytes: [UInt8] = []
    private(set) var slots: [Slot] = []
    private(set) var refusal: Refusal?
    private let sizeLimit: Int

    init(sizeLimit: Int = Self.sizeLimit) {
        self.sizeLimit = sizeLimit
    }

    /// Sends null, declared as `type`.
    public mutating func appendNull(type: OID) {
        slots.append(Slot(type: type, isBinary: true, offset: nil, length: 0))
    }

    /// Sends `text` in the text format; the server reads it as `type`.
    public mutating func append(text: String, type: OID = .unspecified) {
        var text = text
        text.withUTF8 { append(text: UnsafeRawBufferPointer($0), type: type) }
    }

    /// Sends UTF-8 text in the text format; the server reads it as `type`.
    public mutating func append(text: UnsafeRawBufferPointer, type: OID) {
        let offset = bytes.count
        guard reserve(text.count + 1) else {
            return
        }
        if text.contains(0) {
            refusal = refusal ?? .zeroByte(position: slots.count + 1)
        }
        bytes.append(contentsOf: text)
        bytes.append(0)
        slots.append(Slot(type: type, isBinary: false, offset: offset, length: text.count))
    }

    /// Sends bytes in the binary format of `type`.
    public mutating func append(binary value: UnsafeRawBufferPointer, type: OID) {
        let offset = bytes.count
        guard reserve(value.count) else {
            return
        }
        bytes.append(contentsOf: value)
        slots.append(Slot(type: type, isBinary: true, offset: offset, length: value.count))
    }

    /// Sends a fixed-width number in the binary format, which is its bytes from the most significant.
    mutating func append<Number: FixedWidthInteger>(number: Number, type: OID) {
        withUnsafeBytes(of: number.bigEndian) { append(binary: $0, type: type) }
    }

    /// Nothing is copied once the limit is passed: a value too large to send is not worth its memory either.
    private mutating func reserve(_ count: Int) -> Bool {
        if bytes.count + count > sizeLimit {
            refusal = refusal ?? .tooLarge(position: slots.count + 1)
        }
        return refusal == nil
    }
}

extension ParameterEncoder {
    /// Lends the values in the form that libpq takes: pointers, lengths and formats, side by side.
    ///
    /// The pointers are valid inside `body` only.
    func withArguments<Answer>(
        _ body: (
            _ values: UnsafePointer<UnsafePointer<CChar>?>?,
            _ lengths: UnsafePointer<Int32>?,
            _ formats: UnsafePointer<Int32>?
        ) -> Answer
    ) -> Answer {
        let count = slots.count
        return bytes.withUnsafeBytes { storage in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) {
                values in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { numbers in
                    for (index, slot) in slots.enumerated() {
                        values.initializeElement(at: index, to: slot.start(in: storage))
                        numbers.initializeElement(at: index, to: Int32(slot.length))
                        numbers.initializeElement(at: count + index, to: slot.isBinary ? 1 : 0)
                    }
                    return body(
                        UnsafePointer(values.baseAddress),
                        numbers.baseAddress.map { UnsafePointer($0) },
                        numbers.baseAddress.map { UnsafePointer($0 + count) }
                    )
                }
            }
        }
    }
}

extension ParameterEncoder.Slot {
    /// Where the value starts; nil for null, and never nil for an empty value, which libpq would take for null.
    fileprivate func start(in storage: UnsafeRawBufferPointer) -> UnsafePointer<CChar>? {
        guard let offset else {
            return nil
        }
        guard let base = storage.baseAddress else {
            return Self.emptyValue.utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) { $0 }
        }
        return (base + offset).assumingMemoryBound(to: CChar.self)
    }

    private static let emptyValue: StaticString = ""
}
