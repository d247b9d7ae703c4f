/// The number by which PostgreSQL knows a type.
///
/// Only the built-in types are named: their numbers are fixed in the server's source and the same on every server.
public struct OID: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Left to the server, which takes the type that the place of the parameter asks for.
    public static let unspecified = OID(rawValue: 0)

    public static let bool = OID(rawValue: 16)
    public static let bytea = OID(rawValue: 17)
    public static let int8 = OID(rawValue: 20)
    public static let int2 = OID(rawValue: 21)
    public static let int4 = OID(rawValue: 23)
    public static let text = OID(rawValue: 25)
    public static let oid = OID(rawValue: 26)
    public static let float4 = OID(rawValue: 700)
    public static let float8 = OID(rawValue: 701)
    public static let numeric = OID(rawValue: 1700)
    public static let date = OID(rawValue: 1082)
    public static let timestamptz = OID(rawValue: 1184)

    public static let boolArray = OID(rawValue: 1000)
    public static let byteaArray = OID(rawValue: 1001)
    public static let int2Array = OID(rawValue: 1005)
    public static let int4Array = OID(rawValue: 1007)
    public static let textArray = OID(rawValue: 1009)
    public static let int8Array = OID(rawValue: 1016)
    public static let float4Array = OID(rawValue: 1021)
    public static let float8Array = OID(rawValue: 1022)
    public static let timestamptzArray = OID(rawValue: 1185)
    public static let numericArray = OID(rawValue: 1231)

    /// The type of the elements of a built-in array type; `unspecified` for every other type.
    var element: OID {
        switch self {
        case .boolArray: .bool
        case .byteaArray: .bytea
        case .int2Array: .int2
        case .int4Array: .int4
        case .int8Array: .int8
        case .textArray: .text
        case .float4Array: .float4
        case .float8Array: .float8
        case .timestamptzArray: .timestamptz
        case .numericArray: .numeric
        default: .unspecified
        }
    }
}
