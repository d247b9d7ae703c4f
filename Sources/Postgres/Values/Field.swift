/// One field of a result, as the server sent it: text in UTF-8, not copied.
///
/// Lent to a closure or to `PostgresDecodable.decode`; its bytes must not be kept beyond that.
public struct Field {
    /// The type of the column.
    ///
    /// A domain shows its base type.
    public let type: OID

    /// The text of the value; nil for null.
    public let bytes: UnsafeRawBufferPointer?

    public var isNull: Bool { bytes == nil }

    init(type: OID, bytes: UnsafeRawBufferPointer?) {
        self.type = type
        self.bytes = bytes
    }

    /// The bytes when the column has one of `types` and the field is not null.
    func bytes(ifTypeIsOneOf types: OID...) -> UnsafeRawBufferPointer? {
        types.contains(type) ? bytes : nil
    }
}
