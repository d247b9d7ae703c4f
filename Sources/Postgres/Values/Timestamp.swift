/// An instant, as `timestamptz` holds it: whole microseconds.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01 00:00 UTC.
    public let microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// PostgreSQL's `infinity`: after every instant.
    public static let infinity = Timestamp(microseconds: .max)
    /// PostgreSQL's `-infinity`: before every instant.
    public static let minusInfinity = Timestamp(microseconds: .min)

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    /// From 1970-01-01 to 2000-01-01, where PostgreSQL counts from: 10,957 days.
    static let postgresEpoch: Int64 = 10_957 * 86_400_000_000

    /// Microseconds as `timestamptz` counts them in the binary format.
    ///
    /// The infinities are themselves.
    var postgresMicroseconds: Int64 {
        self == .infinity || self == .minusInfinity
            ? microseconds : microseconds - Self.postgresEpoch
    }
}

extension Timestamp: PostgresScalar {
    public static var postgresType: OID { .timestamptz }
    public static var postgresArrayType: OID { .timestamptzArray }

    /// Reads `timestamptz` only: neither `timestamp` nor `date` names an instant.
    public static func decode(_ field: Field) -> Timestamp? {
        field.bytes(ifTypeIsOneOf: .timestamptz).flatMap(Timestamp.init(iso:))
    }

    public func encode(into parameters: inout ParameterEncoder) {
        parameters.append(number: postgresMicroseconds, type: .timestamptz)
    }

    public func encode(into array: inout ArrayEncoder) {
        array.append(number: postgresMicroseconds)
    }
}

extension Timestamp {
    /// Reads the ISO form that the server writes: `2026-11-22 20:36:58.25+00`, `infinity`, a year `BC`.
    init?(iso bytes: UnsafeRawBufferPointer) {
        if bytes.elementsEqual("infinity".utf8) {
            self = .infinity
            return
        }
        if bytes.elementsEqual("-infinity".utf8) {
            self = .minusInfinity
            return
        }
        var text = TimestampText(bytes)
        guard let microseconds = text.instant() else {
            return nil
        }
        self.init(microseconds: microseconds)
    }
}
