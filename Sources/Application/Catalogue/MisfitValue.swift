import Domain
import Postgres

/// The value of a JSON form that is not what its field takes, where the decoder does not say which it is.
struct MisfitValue {
    /// Such as `rows.0.cents`.
    let path: String
    let value: JSONValue

    /// The first field of another type than it takes, then the first number with decimals or too large; nil when there is none.
    init?(in json: [UInt8], _ fields: [FieldDescription]) {
        let form = JSONValue(bytes: json)
        for field in fields where !Self.fits(form[field.name], field.type) {
            self.init(path: field.name, value: form[field.name])
            return
        }
        guard let found = Self.numbers(in: form, at: "").first(where: \.value.isDecimal) else {
            return nil
        }
        self = found
    }

    /// The number that is farthest from nought, and so the one that nothing can hold.
    init?(largestIn json: [UInt8]) {
        let numbers = Self.numbers(in: JSONValue(bytes: json), at: "")
        guard let largest = numbers.max(by: { $0.size < $1.size }) else { return nil }
        self = largest
    }

    private init(path: String, value: JSONValue) {
        self.path = path
        self.value = value
    }

    /// With the value behind its name, where it is short enough to be known again.
    var written: String {
        switch value {
        case .list, .object, .null: path
        case .text(let text) where text.count > 60: path
        case .text, .truth, .number, .decimal: "\(path): \(value.plain)"
        }
    }

    private static func fits(_ value: JSONValue, _ type: String) -> Bool {
        switch (value, type) {
        case (.null, _), (.number, "integer"), (.truth, "boolean"), (.list, "array"),
            (.object, "object"), (.text, "string"):
            true
        default: !["integer", "boolean", "array", "object", "string"].contains(type)
        }
    }

    private static func numbers(in value: JSONValue, at path: String) -> [MisfitValue] {
        let inside = path.isEmpty ? "" : path + "."
        return switch value {
        case .number, .decimal: [MisfitValue(path: path, value: value)]
        case .list(let list):
            list.enumerated().flatMap { numbers(in: $1, at: inside + String($0)) }
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { numbers(in: $1, at: inside + $0) }
        case .null, .truth, .text: []
        }
    }

    private var size: Double {
        switch value {
        case .number(let number): Double(number).magnitude
        case .decimal(let number): number.magnitude
        case .null, .truth, .text, .list, .object: 0
        }
    }
}

extension JSONValue {
    fileprivate var isDecimal: Bool {
        if case .decimal = self { return true }
        return false
    }

    fileprivate var plain: String {
        if case .truth(let truth) = self { return String(truth) }
        return line(in: .en)
    }
}

extension Failure {
    /// The same, as the mistake of whoever wrote a number that the database cannot hold, where that is what it is.
    func naming(_ json: [UInt8]) -> Failure {
        guard case .database(let error) = self, error.sqlState == .numericValueOutOfRange,
            let value = MisfitValue(largestIn: json)
        else { return self }
        return .unreadable(
            Unreadable(
                value.written,
                expected: Phrase(fr: "un nombre moins grand", en: "a smaller number")
            )
        )
    }
}
