extension LabelCode {
    /// Reads a code as people type and scanners send it.
    ///
    /// Lower case, spaces, missing or extra hyphens do not matter; O is 0, I and L are 1.
    ///
    /// - Parameters:
    ///   - text: What was typed or scanned.
    ///   - kind: What the code must be of; nil when any kind will do.
    /// - Throws: Which symbol is no symbol, or what the check symbol would have to be.
    public init(reading text: String, as kind: Kind? = nil) throws(Unreadable) {
        let symbols = try Self.symbols(in: text)
        guard let first = symbols.first,
            let found = Kind.allCases.first(where: { $0.prefixValue == first }),
            kind == nil || kind == found
        else { throw Unreadable(text, at: 1, expected: Self.letterExpected(kind)) }
        let payload = Array(symbols.dropFirst().dropLast())
        guard let last = symbols.dropFirst().last, found.payloadLengths.contains(payload.count)
        else { throw Unreadable(text, expected: Self.lengthExpected(found, symbols.count)) }
        let code = LabelCode(kind: found, unchecked: payload)
        guard code.check == last else { throw Unreadable(text, expected: code.checkExpected(last)) }
        guard code.isShortest else { throw Unreadable(text, expected: Self.deviceNumberExpected) }
        self = code
    }

    /// A number has one code only: no zeros in front beyond the fifth symbol, and none is zero.
    private var isShortest: Bool {
        guard let deviceNumber else { return true }
        return deviceNumber >= 1 && (payload.count == 5 || payload[0] != 0)
    }

    private static func symbols(in text: String) throws(Unreadable) -> [UInt8] {
        var values: [UInt8] = []
        for (index, character) in text.enumerated() {
            if character.isWhitespace || "-‐‑–".contains(character) { continue }
            guard let value = CodeAlphabet.value(of: character) else {
                throw Unreadable(text, at: index + 1, expected: symbolExpected(character))
            }
            values.append(value)
        }
        return values
    }

    private static func symbolExpected(_ character: Character) -> Phrase {
        Phrase(
            fr: "« \(character) » n'existe pas dans un code ; "
                + "des chiffres et des lettres sauf I, L, O, U",
            en: "\"\(character)\" does not occur in a code; "
                + "digits and letters except I, L, O, U"
        )
    }

    private static func letterExpected(_ kind: Kind?) -> Phrase {
        guard let kind else {
            return Phrase(
                fr: "un code commence par M (appareil), V (bon) ou D (document)",
                en: "a code begins with M (device), V (voucher) or D (document)"
            )
        }
        return Phrase(
            fr: "un code de ce genre (\(kind.label.fr)) commence par \(kind.letter)",
            en: "a code of this kind (\(kind.label.en)) begins with \(kind.letter)"
        )
    }

    private static func lengthExpected(_ kind: Kind, _ count: Int) -> Phrase {
        let shortest = kind.payloadLengths.lowerBound + 2
        let longest = kind.payloadLengths.upperBound + 2
        return Phrase(
            fr: "de \(shortest) à \(longest) symboles, lettre comprise ; il y en a \(count)",
            en: "\(shortest) to \(longest) symbols, letter included; there are \(count)"
        )
    }

    private func checkExpected(_ found: UInt8) -> Phrase {
        let written = CodeAlphabet.symbols[Int(found)]
        let expected = CodeAlphabet.symbols[Int(check)]
        return Phrase(
            fr: "un symbole est faux ; si les autres sont justes, "
                + "le dernier est \(expected) et non \(written)",
            en: "one symbol is wrong; if the others are right, "
                + "the last is \(expected) and not \(written)"
        )
    }
}

extension LabelCode: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(Unreadable) {
            self = try LabelCode(reading: text)
        } catch {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: error.sentence(in: .en)
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
