/// Walks over a JSON form byte by byte and stops at every text and every number, wherever they are nested.
///
/// The bytes were read as JSON before, so nothing is checked here but their end.
struct FormWalk {
    /// A value that is neither an object nor a list.
    struct Spot {
        /// As an error names it: `lines.[0].unit_cents`.
        let path: String
        /// The member that holds it, or that holds the list in which it stands.
        let name: String
        let member: FieldShape.Member?
        /// With the quotes of a text.
        let bytes: ArraySlice<UInt8>

        var isText: Bool { bytes.first == UInt8(ascii: "\"") }

        var isNumber: Bool {
            bytes.first.map { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) } ?? false
        }
    }

    private let bytes: [UInt8]
    private var place = 0
    private(set) var spots: [Spot] = []

    /// The members are what the type reads; what it does not tell is walked over all the same.
    init(_ bytes: [UInt8], members: [FieldShape.Member] = []) {
        self.bytes = bytes
        walk("", "", nil, .members(members))
    }

    private var next: UInt8 { place < bytes.count ? bytes[place] : 0 }

    private mutating func walk(
        _ path: String,
        _ name: String,
        _ member: FieldShape.Member?,
        _ shape: FieldShape?
    ) {
        skipSpace()
        let start = place
        switch next {
        case UInt8(ascii: "{"): walkMembers(path, shape)
        case UInt8(ascii: "["): walkElements(path, name, member, shape)
        case UInt8(ascii: "\""): skipText()
        default: skipWord()
        }
        guard start < place, bytes[start] != UInt8(ascii: "{"), bytes[start] != UInt8(ascii: "[")
        else { return }
        spots.append(Spot(path: path, name: name, member: member, bytes: bytes[start..<place]))
    }

    private mutating func walkMembers(_ path: String, _ shape: FieldShape?) {
        let known: [FieldShape.Member] =
            if case .members(let members)? = shape { members } else { [] }
        place += 1
        while !ends(with: UInt8(ascii: "}")) {
            let start = place
            skipText()
            let name = String(decoding: bytes[start..<place].dropFirst().dropLast(), as: UTF8.self)
            skipSpace()
            if next == UInt8(ascii: ":") { place += 1 }
            let member = known.first { $0.name == name }
            walk(path.isEmpty ? name : "\(path).\(name)", name, member, member?.shape)
        }
    }

    private mutating func walkElements(
        _ path: String,
        _ name: String,
        _ member: FieldShape.Member?,
        _ shape: FieldShape?
    ) {
        let element: FieldShape? = if case .list(let element)? = shape { element } else { nil }
        place += 1
        var count = 0
        while !ends(with: UInt8(ascii: "]")) {
            walk("\(path).[\(count)]", name, member, element)
            count += 1
        }
    }

    /// True past the closing mark, and at the end of the bytes.
    private mutating func ends(with mark: UInt8) -> Bool {
        skipSpace()
        if next == UInt8(ascii: ",") {
            place += 1
            skipSpace()
        }
        guard next == mark || place >= bytes.count else { return false }
        place += 1
        return true
    }

    private mutating func skipText() {
        place += 1
        while place < bytes.count, next != UInt8(ascii: "\"") {
            place += next == UInt8(ascii: "\\") ? 2 : 1
        }
        place = min(place + 1, bytes.count)
    }

    private mutating func skipWord() {
        let ends: [UInt8] = [0x20, 0x09, 0x0a, 0x0d] + Array(",]}:".utf8)
        let start = place
        while place < bytes.count, !ends.contains(next) { place += 1 }
        // A mark where a value was expected is passed over, or the walk would stand still.
        if place == start { place = min(place + 1, bytes.count) }
    }

    private mutating func skipSpace() {
        while [0x20, 0x09, 0x0a, 0x0d].contains(next) { place += 1 }
    }
}
