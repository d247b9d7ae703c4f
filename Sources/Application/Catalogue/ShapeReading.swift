import Domain

/// Finds out the shape of a type by letting it read itself from a decoder that has one sample of everything and takes notes.
///
/// No list of fields is kept twice: what a command takes is what its own `init(from:)` asks for.
enum ShapeReading {
    /// The members of an object, by name; those after one that refuses every sample are missing.
    static func members<T: Decodable>(of type: T.Type) -> [String: FieldShape] {
        Dictionary(form(of: type).map { ($0.name, $0.shape) }) { first, _ in first }
    }

    /// The members of an object in the order in which it reads them.
    static func form<T: Decodable>(of type: T.Type) -> [FieldShape.Member] {
        let notes = ShapeNotes()
        // A type that takes no sample has still said what it reads up to there.
        _ = try? T(from: SampleDecoder(notes: notes))
        return notes.members
    }

    /// The shape of what is answered, up to the member that refuses every sample.
    static func shape(ofAnswer type: any Encodable.Type) -> FieldShape {
        guard let type = type as? any Decodable.Type else { return .text }
        return shape(of: type)
    }

    private static func shape<T: Decodable>(of type: T.Type) -> FieldShape {
        let notes = ShapeNotes()
        _ = try? T(from: SampleDecoder(notes: notes))
        return notes.shape
    }

    /// A value of the type and its shape.
    static func sample<T: Decodable>(_ type: T.Type) throws -> (value: T, shape: FieldShape) {
        if let known = known(type) { return known }
        let notes = ShapeNotes()
        let value = try T(from: SampleDecoder(notes: notes))
        return (value, notes.shape)
    }

    /// Types that would refuse a sample, or that stand for a text although they read numbers as well.
    private static func known<T: Decodable>(_ type: T.Type) -> (value: T, shape: FieldShape)? {
        if let day = Day(2026, 1, 1) as? T { return (day, .day) }
        if let device = DeviceReference("") as? T { return (device, .text) }
        if let tree = JSONValue.null as? T { return (tree, .text) }
        if let words = type as? any Vocabulary.Type { return word(of: words, as: type) }
        if let words = type as? any CaseIterable.Type { return unlabelled(words, as: type) }
        return nil
    }

    private static func word<V: Vocabulary, T>(
        of type: V.Type,
        as asked: T.Type
    ) -> (value: T, shape: FieldShape)? {
        let words = V.allCases.map { FieldShape.Word(word: $0.rawValue, label: $0.label) }
        guard let first = V.allCases.first as? T else { return nil }
        return (first, .word(words))
    }

    private static func unlabelled<C: CaseIterable, T>(
        _ type: C.Type,
        as asked: T.Type
    ) -> (value: T, shape: FieldShape)? {
        let words = C.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        guard let first = C.allCases.first as? T, words.count == C.allCases.count else {
            return nil
        }
        return (first, .word(words.map { FieldShape.Word(word: $0, label: nil) }))
    }
}

/// What one value asked its decoder for.
final class ShapeNotes {
    private(set) var members: [FieldShape.Member] = []
    private var isKeyed = false
    private var element: FieldShape?
    private var single: FieldShape?

    func becomeKeyed() { isKeyed = true }

    func note(_ name: String, _ shape: FieldShape, required: Bool, narrow: Bool = false) {
        guard !members.contains(where: { $0.name == name }) else { return }
        members.append(
            FieldShape.Member(name: name, isRequired: required, shape: shape, isNarrow: narrow)
        )
    }

    func note(element shape: FieldShape) { element = shape }

    func note(single shape: FieldShape) { if single == nil { single = shape } }

    var shape: FieldShape {
        if let element { return .list(of: element) }
        if let single { return single }
        return isKeyed ? .members(members) : .text
    }
}
