import Domain
import HTTPTypes

/// What is said before it is known who asks: one sentence with what to do, as text for people and as a problem document for programs.
struct EarlyRefusal {
    let site: Site
    let isAPI: Bool
    let language: Language

    /// The request names another host than ours.
    var otherHost: Reply {
        reply(
            .misdirectedRequest,
            "unknown_host",
            text("problem.other_host") + " \(site.settings.publicAddress)/"
        )
    }

    /// `most` in bytes.
    func tooLarge(most: Int) -> Reply {
        let size = most >= 1 << 20 ? most >> 20 : most >> 10
        let unit = Phrase(fr: most >= 1 << 20 ? "Mio" : "Kio", en: most >= 1 << 20 ? "MiB" : "KiB")
        let most = Phrase(fr: "au plus \(size) \(unit.fr)", en: "at most \(size) \(unit.en)")
        return reply(
            .contentTooLarge,
            "too_large",
            text("problem.too_large").replacing("{most}", with: most.text(in: language))
        )
    }

    /// `allowed` as the header writes it: `GET, POST`.
    func otherMethod(allowed: String) -> Reply {
        let key = isAPI ? "problem.other_method_api" : "problem.other_method"
        var reply = reply(
            .methodNotAllowed,
            "method_not_allowed",
            text(key).replacing("{allowed}", with: allowed)
        )
        reply.headers[.allow] = allowed
        return reply
    }

    func unavailable(_ code: String) -> Reply {
        reply(.serviceUnavailable, code, text("problem.database"))
    }

    private func text(_ key: String) -> String { site.locales.text(key, language) }

    private func reply(_ status: HTTPResponse.Status, _ code: String, _ sentence: String) -> Reply {
        if isAPI { return ProblemDocument(status, code, sentence).reply }
        return Reply(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: Array("\(sentence)\n".utf8)
        )
    }
}
