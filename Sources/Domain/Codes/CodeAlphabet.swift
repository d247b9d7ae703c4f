/// The 32 symbols of printed codes: digits and capitals without I, L, O, U.
///
/// A symbol's place in the alphabet is its value, 0 to 31, an element of GF(32).
enum CodeAlphabet {
    static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// The value of a symbol as people type it; nil for anything that is no symbol.
    ///
    /// Lower case counts; O is read as 0, I and L as 1. U has no reading: it looks like V and 4.
    static func value(of character: Character) -> UInt8? {
        guard character.isASCII, let upper = character.uppercased().first else { return nil }
        switch upper {
        case "O": return 0
        case "I", "L": return 1
        default: return symbols.firstIndex(of: upper).map { UInt8($0) }
        }
    }
}

/// The check symbol over GF(32).
///
/// Each symbol is multiplied by a weight of its own, no two alike and none zero, and all are added
/// up to zero. One wrong symbol changes the sum by weight × error, a swap of two by (difference of
/// weights) × (difference of symbols): neither is ever zero, so both are always found.
enum CodeCheck {
    /// Weights by place from the right, the check symbol's being 1, then 2, 4, 8 and on.
    ///
    /// Powers of x modulo x⁵ + x² + 1, a primitive polynomial: 31 of them differ.
    private static let weights: [UInt8] = {
        var powers: [UInt8] = [1]
        while powers.count < 31 {
            let doubled = powers[powers.count - 1] << 1
            powers.append(doubled & 0b10_0000 == 0 ? doubled : doubled ^ 0b10_0101)
        }
        return powers
    }()

    /// The letter in front always has this place, however long the code is.
    private static let placeOfPrefix = 28

    /// As many symbols as there are weights left of the check symbol, below the prefix's.
    static let longestPayload = placeOfPrefix - 1

    static func symbol(prefix: UInt8, payload: [UInt8]) -> UInt8 {
        var sum = product(prefix, weights[placeOfPrefix])
        for (index, value) in payload.reversed().enumerated() {
            sum ^= product(value, weights[index + 1])
        }
        return sum
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var sum: UInt8 = 0
        var shifted = left
        for bit in 0..<5 {
            if right >> UInt8(bit) & 1 == 1 { sum ^= shifted }
            shifted <<= 1
            if shifted & 0b10_0000 != 0 { shifted ^= 0b10_0101 }
        }
        return sum
    }
}
