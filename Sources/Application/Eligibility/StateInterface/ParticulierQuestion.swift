import Domain

/// A question to version 3 of the interface: the quotient alone, of one person.
struct ParticulierQuestion {
    let person: StateIdentity
    /// The SIRET of who asks; the interface refuses any other.
    let recipient: String

    /// Path and query, percent-encoded.
    var path: String {
        var items = [("recipient", recipient), ("nomNaissance", person.familyName)]
        items += person.givenNames.map { ("prenoms[]", $0) }
        items += [
            ("anneeDateNaissance", String(person.bornOn.year)),
            ("moisDateNaissance", String(person.bornOn.month)),
            ("jourDateNaissance", String(person.bornOn.dayOfMonth)),
            ("codeCogInseePaysNaissance", person.birthCountry),
            ("sexeEtatCivil", person.sex.rawValue),
        ]
        if let commune = person.birthCommune {
            items.append(("codeCogInseeCommuneNaissance", commune))
        }
        let query = items.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
        return "/v3/dss/quotient_familial/identite?" + query.joined(separator: "&")
    }

    /// Letters, digits and `-._~` as they are, every other byte as `%XX`.
    private static func encoded(_ text: String) -> String {
        var out: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                out.append(byte)
            default:
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
