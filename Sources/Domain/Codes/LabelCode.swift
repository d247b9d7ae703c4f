/// A printed code with a check symbol: `M-7K3Q-9F` on a device, `V-…` on a voucher, `D-…` on a
/// document.
///
/// Layout: the letter of the kind, a hyphen, then payload and check symbol in groups of four. In
/// `M-7K3Q-9F` the payload is `7K3Q9` and the check symbol `F`. A device's payload is its number
/// in base 32, most significant symbol first, with zeros in front up to five symbols; only numbers
/// from 32⁵ need a sixth, seventh or eighth. Any single wrong symbol and any swap of two
/// neighbours, hyphens or not between them, is found.
public struct LabelCode: Hashable, Sendable {
    public enum Kind: String, Vocabulary {
        case device
        case voucher
        case document

        public var label: Phrase {
            switch self {
            case .device: Phrase(fr: "étiquette d'appareil", en: "device label")
            case .voucher: Phrase(fr: "bon", en: "voucher")
            case .document: Phrase(fr: "code de vérification", en: "verification code")
            }
        }

        public var letter: Character {
            switch self {
            case .device: "M"
            case .voucher: "V"
            case .document: "D"
            }
        }

        /// How many symbols a payload of this kind has, check symbol not counted.
        ///
        /// Ten random symbols are 50 bits: not guessed through a rate-limited page.
        public var payloadLengths: ClosedRange<Int> {
            switch self {
            case .device: 5...8
            case .voucher, .document: 10...CodeCheck.longestPayload
            }
        }
    }

    public let kind: Kind
    /// The values of the symbols between letter and check symbol, each 0 to 31.
    public let payload: [UInt8]

    /// The greatest device number that fits on a label, 32⁸ − 1.
    public static let greatestDeviceNumber: Int64 = (1 << 40) - 1

    /// The code of a device by its number within the organisation, from 1.
    public init(device number: Int64) throws(Unreadable) {
        guard (1...Self.greatestDeviceNumber).contains(number) else {
            throw Unreadable(String(number), expected: Self.deviceNumberExpected)
        }
        var symbols: [UInt8] = []
        var rest = number
        while rest > 0 || symbols.count < 5 {
            symbols.append(UInt8(rest & 31))
            rest >>= 5
        }
        self.init(kind: .device, unchecked: symbols.reversed())
    }

    /// A voucher's or document's code over symbols drawn by the caller, each 0 to 31.
    public init(_ kind: Kind, drawn symbols: [UInt8]) throws(Unreadable) {
        guard kind != .device, kind.payloadLengths.contains(symbols.count),
            symbols.allSatisfy({ $0 < 32 })
        else {
            throw Unreadable(
                symbols.map { String($0) }.joined(separator: " "),
                expected: Phrase(
                    fr: "au moins dix symboles de 0 à 31, pour un bon ou un document",
                    en: "at least ten symbols from 0 to 31, for a voucher or a document"
                )
            )
        }
        self.init(kind: kind, unchecked: symbols)
    }

    init(kind: Kind, unchecked payload: [UInt8]) {
        self.kind = kind
        self.payload = payload
    }

    /// The device's number; nil for other kinds.
    public var deviceNumber: Int64? {
        guard kind == .device else { return nil }
        return payload.reduce(0) { $0 << 5 | Int64($1) }
    }

    /// As printed: `M-7K3Q-9F`.
    public var text: String {
        var text = String(kind.letter)
        for (index, value) in (payload + [check]).enumerated() {
            if index.isMultiple(of: 4) { text += "-" }
            text.append(CodeAlphabet.symbols[Int(value)])
        }
        return text
    }

    /// Without hyphens, for bar codes and addresses: `M7K3Q9F`.
    public var compact: String {
        text.filter { $0 != "-" }
    }

    var check: UInt8 {
        CodeCheck.symbol(prefix: kind.prefixValue, payload: payload)
    }

    static let deviceNumberExpected = Phrase(
        fr: "un numéro d'appareil de 1 à \(greatestDeviceNumber)",
        en: "a device number from 1 to \(greatestDeviceNumber)"
    )
}

extension LabelCode: CustomStringConvertible {
    public var description: String { text }
}

extension LabelCode.Kind {
    var prefixValue: UInt8 {
        CodeAlphabet.value(of: letter) ?? 0
    }
}
