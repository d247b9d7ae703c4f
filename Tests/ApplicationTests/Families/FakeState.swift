import Glibc
import Synchronization

/// A stand-in for the State's interface on this machine: shaped like version 3, with its errors and its rate limit.
///
/// It knows one family, `DUPRÉ-LEGRAND`; other names make it answer with an error, after their names.
final class FakeState: Sendable {
    static let token = "jeton-de-test"
    static let siret = "12345678900011"

    let port: UInt16
    private let listener: Int32
    private let requests = Mutex<[String]>([])

    /// The requests so far, as they came.
    var asked: [String] { requests.withLock { $0 } }
    var address: String { "http://127.0.0.1:\(port)" }

    init() {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(listener, $0, size)
                _ = getsockname(listener, $0, &size)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        listen(listener, 16)
        var thread = pthread_t()
        pthread_create(
            &thread,
            nil,
            { argument in
                if let argument {
                    Unmanaged<FakeState>.fromOpaque(argument).takeRetainedValue().serve()
                }
                return nil
            },
            Unmanaged.passRetained(self).toOpaque()
        )
        pthread_detach(thread)
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            let request = read(client)
            requests.withLock { $0.append(request) }
            let answer = Array(Self.answer(to: request).utf8)
            send(client, answer, answer.count, Int32(MSG_NOSIGNAL))
            close(client)
        }
    }

    private func read(_ client: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while !bytes.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func answer(to request: String) -> String {
        guard request.contains("Authorization: Bearer \(token)\r\n") else {
            return error(401, "Unauthorized", "00101", "Votre jeton n'est pas valide")
        }
        guard request.contains("recipient=\(siret)&") else {
            return error(422, "Unprocessable Entity", "00210", "recipient doit être votre SIRET")
        }
        let name = request.split(separator: "nomNaissance=").last?.prefix { $0 != "&" } ?? ""
        switch name {
        case "DUPR%C3%89-LEGRAND": return reply(200, "OK", family(#""valeur":640"#))
        case "SANS-QUOTIENT": return reply(200, "OK", family(#""valeur":null"#))
        case "ILLISIBLE": return reply(200, "OK", #"{"data":{"quotient_familial":{}}}"#)
        case "PRESS%C3%89":
            return error(
                429,
                "Too Many Requests",
                "00429",
                "Trop de requêtes",
                "Retry-After: 30\r\n"
            )
        case "PANNE": return error(502, "Bad Gateway", "37999", "Erreur du fournisseur")
        case "LENT": return error(504, "Gateway Timeout", "37002", "Temps dépassé")
        default: return error(404, "Not Found", "37003", "Dossier allocataire inexistant")
        }
    }

    private static func family(_ value: String) -> String {
        #"{"data":{"quotient_familial":{"fournisseur":"CNAF",\#(value),"annee":2026,"mois":10,"annee_calcul":2026,"#
            + #""mois_calcul":10},"allocataires":[{"nom_naissance":"DUPRÉ-LEGRAND","nom_usage":null,"prenoms":"ZOE","#
            + #""date_naissance":"1989-03-02","sexe":"F"}],"enfants":[{"nom_naissance":"CANARI","prenoms":"TITI","#
            + #""date_naissance":"2015-01-01","sexe":"M"}],"adresse":{"destinataire":"Madame CANARI ZOE","#
            + #""numero_libelle_voie":"1 RUE DU NID","code_postal_ville":"92130 ISSY","pays":"FRANCE"}},"links":{},"meta":{}}"#
    }

    private static func error(
        _ status: Int,
        _ reason: String,
        _ code: String,
        _ title: String,
        _ header: String = ""
    ) -> String {
        let body =
            #"{"errors":[{"code":"\#(code)","title":"\#(title)","meta":{"provider":"CNAV"}}]}"#
        return reply(status, reason, body, header)
    }

    private static func reply(
        _ status: Int,
        _ reason: String,
        _ body: String,
        _ header: String = ""
    ) -> String {
        "HTTP/1.1 \(status) \(reason)\r\nContent-Type: application/json\r\n\(header)"
            + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    }
}
