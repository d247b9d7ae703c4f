import CExpat
import Glibc

/// The attributes of an element as expat lends them, valid while the listener hears of the element.
///
/// A sheet has millions of elements with two or three attributes: to look through these is quicker than to hash them.
struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(lent pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        self.pairs = pairs
    }

    /// The value of an attribute by its local name; nil without one.
    subscript(_ name: StaticString) -> String? {
        var index = 0
        while let pairs, let key = pairs[index], let value = pairs[index + 1] {
            if strcmp(Self.local(key), name.utf8Start) == 0 { return String(cString: value) }
            index += 2
        }
        return nil
    }

    /// All of them by their local names; of two that differ in their prefix alone, the later.
    var all: [String: String] {
        var all: [String: String] = [:]
        var index = 0
        while let pairs, let key = pairs[index], let value = pairs[index + 1] {
            all[String(cString: Self.local(key))] = String(cString: value)
            index += 2
        }
        return all
    }

    /// A name without its prefix.
    static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        guard let colon = strrchr(name, CInt(UInt8(ascii: ":"))) else { return name }
        return UnsafePointer(colon) + 1
    }
}
