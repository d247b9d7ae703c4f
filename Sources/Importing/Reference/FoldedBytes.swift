/// Text reduced to what two people write alike: small letters and digits, without accents, spaces or punctuation.
///
/// "N° de Série", "n de serie" and "N_DE_SERIE" fold to the same bytes.
enum FoldedBytes {
    static func fold(_ text: String) -> [UInt8] {
        var folded: [UInt8] = []
        var text = text
        text.withUTF8 { fold(UnsafeRawBufferPointer($0), into: &folded) }
        return folded
    }

    /// The words of a text, each folded; a hyphen or an apostrophe parts words as a space does.
    static func words(_ text: String) -> [[UInt8]] {
        text.split { !$0.isLetter && !$0.isNumber }.map { fold(String($0)) }.filter { !$0.isEmpty }
    }

    /// Replaces the content of `folded`.
    static func fold(_ bytes: UnsafeRawBufferPointer, into folded: inout [UInt8]) {
        folded.removeAll(keepingCapacity: true)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x30...0x39, 0x61...0x7A: folded.append(byte)
            case 0x41...0x5A: folded.append(byte | 0x20)
            case 0..<0x80: break
            case 0xC3 where index < bytes.count:
                appendLatin(bytes[index], to: &folded)
                index += 1
            case 0xC5 where index < bytes.count && (bytes[index] == 0x93 || bytes[index] == 0x92):
                folded.append(contentsOf: "oe".utf8)
                index += 1
            // Latin-1 signs (NBSP, °, «) and combining accents.
            case 0xC2, 0xCC, 0xCD: index += 1
            // General punctuation (’, –, …).
            case 0xE2: index += 2
            default: folded.append(byte)
            }
        }
    }

    /// The letter under the accent of U+00C0–U+00FF, by the second byte of its UTF-8.
    private static func appendLatin(_ byte: UInt8, to folded: inout [UInt8]) {
        guard byte != 0x97, byte != 0xB7 else { return }
        let letters = Array("aaaaaaaceeeeiiiidnooooo ouuuuyts".utf8)
        let letter = letters[Int(byte & 0x1F)]
        folded.append(letter)
        if byte & 0x1F == 0x06 { folded.append(UInt8(ascii: "e")) }
    }
}
