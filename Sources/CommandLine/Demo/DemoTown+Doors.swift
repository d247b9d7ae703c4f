import Application
import Domain
import FoundationEssentials

extension DemoTown {
    /// Who signs in to try which door, and what they do here.
    static let doors: [(login: String, does: Phrase)] = [
        ("ana", Phrase(fr: "atelier et comptoir", en: "workshop and counter")),
        ("bea", Phrase(fr: "services sociaux, accueil", en: "social services, desk")),
        ("cid", Phrase(fr: "services sociaux, décision", en: "social services, decisions")),
        ("dan", Phrase(fr: "administration et contrôle", en: "administration and audit")),
    ]

    /// Known to everybody who reads this: for the demonstration only.
    static func password(of login: String) -> String { "moulin-demo-\(login)" }

    /// Gives everybody of the demonstration a password.
    func openDoors() async throws(Failure) {
        let signIn = moulin.signIn
        for door in Self.doors {
            let made = try await has("dan", "invite-person", ["login": .text(door.login)])
            guard let link = Token(made["invitation"].text) else { continue }
            try await signIn.choosePassword(Self.password(of: door.login), with: link)
        }
    }

    /// The wipe logs of a town that was here before say nothing about this one.
    func forgetLogs() {
        for attempt in 1...3 {
            try? FileManager.default.removeItem(atPath: "\(papers)/nwipe-\(attempt).log")
        }
    }
}
