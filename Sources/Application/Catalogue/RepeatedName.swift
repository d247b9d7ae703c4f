import FoundationEssentials

/// Finds a name that one object of a JSON text has twice: of two values for a field, neither is the one that was meant.
struct RepeatedName {
    /// The names of the objects that are open, outermost first; nil for an array.
    private var open: [Set<String>?] = []
    private var last = ""
    private(set) var found: String?

    /// Of bytes that are JSON.
    init(in json: [UInt8]) {
        var place = json.startIndex
        while place < json.endIndex, found == nil {
            switch json[place] {
            case UInt8(ascii: "{"): open.append([])
            case UInt8(ascii: "["): open.append(nil)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
            case UInt8(ascii: ":"): take()
            case UInt8(ascii: "\""):
                let end = Self.end(ofTextAt: place, json)
                last = Self.text(json[place..<end])
                place = end
                continue
            default: break
            }
            place += 1
        }
    }

    /// Takes the text before a colon as a name of the innermost object.
    private mutating func take() {
        guard var names = open.popLast().flatMap(\.self) else { return }
        if !names.insert(last).inserted { found = last }
        open.append(names)
    }

    /// Behind the closing quote.
    private static func end(ofTextAt start: Int, _ json: [UInt8]) -> Int {
        var place = start + 1
        while place < json.endIndex, json[place] != UInt8(ascii: "\"") {
            place += json[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(place + 1, json.endIndex)
    }

    private static func text(_ quoted: ArraySlice<UInt8>) -> String {
        guard quoted.contains(UInt8(ascii: "\\")) else {
            return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
        }
        return (try? JSONDecoder().decode(String.self, from: Data(quoted))) ?? ""
    }
}
