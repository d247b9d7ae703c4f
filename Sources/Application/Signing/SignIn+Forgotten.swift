public import Domain
import Postgres
import Store

/// A password that is forgotten, or was never chosen.
extension SignIn {
    /// Puts a letter with a link into the outbox, when somebody with an address answers to the login or the address.
    ///
    /// Who asks is told the same in either case.
    /// - Throws: `too_many_attempts`: three for a login in a quarter of an hour.
    public func forgot(_ account: String, address: String) async throws(Failure) {
        let token = Token()
        let link = application.publicAddress + "/invitation/" + token.text
        let speaker = nobody
        try await writing { (db) throws(PostgresError) in
            let recipient = try ResetStore.begin(
                account: String(account.prefix(200)),
                address: String(address.prefix(64)),
                token: token.bytes,
                in: db
            )
            guard let recipient else { return }
            let words = LinkLetter(
                .reset,
                address: link,
                name: recipient.name,
                organisation: try PersonStore.name(of: speaker.organisation, in: db),
                language: recipient.language
            )
            _ = try LetterStore.put(words.letter(to: recipient), of: speaker, in: db)
        }
    }

    /// Spends an invitation: the person has this password from now on, and no session from before.
    ///
    /// - Throws: `password_too_short`, `invitation_spent`.
    public func choosePassword(_ password: String, with link: Token) async throws(Failure) {
        guard password.count >= Self.shortestPassword else {
            throw .refused(
                Refusal(
                    .passwordTooShort,
                    ["length": .number(password.count), "least": .number(Self.shortestPassword)]
                )
            )
        }
        let hash = await passwords.hash(password)
        try await writing { (db) throws(PostgresError) in
            _ = try SessionStore.choosePassword(hash: hash, with: link.bytes, in: db)
        }
    }
}
