import Domain
import FoundationEssentials

/// An answer of version 3 of the interface, read for the quotient alone: names, children and addresses are skipped.
struct ParticulierAnswer {
    let status: Int
    let retryAfter: Int?
    let body: [UInt8]

    /// For how long nothing is asked when the interface does not say it.
    static let defaultPause = 60

    func quotient() throws(StateInterfaceFailure) -> StateQuotient {
        switch status {
        case 200: return try read()
        case 401, 403: throw .notAllowed
        case 404: throw .unknownFamily
        case 400, 422: throw .wrongQuestion
        case 429: throw .limited(seconds: max(retryAfter ?? Self.defaultPause, 1))
        default: throw .unavailable
        }
    }

    private func read() throws(StateInterfaceFailure) -> StateQuotient {
        guard let answer = try? JSONDecoder().decode(Body.self, from: Data(body)) else {
            throw .unreadable
        }
        let found = answer.data.quotientFamilial
        let value = found.valeur
        guard let fund = Self.funds[found.fournisseur], (1...12).contains(found.mois),
            value.map({ $0 >= 0 }) ?? true
        else { throw .unreadable }
        return StateQuotient(value: value, fund: fund, year: found.annee, month: found.mois)
    }

    private static let funds: [String: StateQuotient.Fund] = [
        "CNAF": .caf, "MSA": .msa,
    ]

    private struct Body: Decodable {
        let data: Holder

        struct Holder: Decodable {
            let quotientFamilial: Found

            enum CodingKeys: String, CodingKey {
                case quotientFamilial = "quotient_familial"
            }
        }

        struct Found: Decodable {
            let fournisseur: String
            let valeur: Int?
            let annee: Int
            let mois: Int
        }
    }
}
