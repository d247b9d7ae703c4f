import Application
import Cluster
import Domain
import Glibc
import Postgres
import Proving
import TestSupport
import TownSupport

@testable import Web

extension WebTown {
    /// Somebody with a telephone: the secret, and the step of the clock whose code was used last.
    struct Telephone {
        let secret: OneTimeSecret
        let recovery: [String]
        let usedStep: Int64

        /// A code that was not used yet; the house takes those of the steps beside the present one too.
        var nextCode: String { secret.code(of: usedStep + 1) }
        var usedCode: String { secret.code(of: usedStep) }
    }

    /// Adds a second factor, by the pages, to whoever holds the session.
    func addTelephone(_ cookie: String) async throws -> Telephone {
        let begun = try await send("/account", BeginSecondFactor.name, as: cookie)
        let text = begun.text.firstMatch(of: /name="secret" value="([A-Z2-7]+)"/).map {
            String($0.1)
        }
        guard let text, let secret = OneTimeSecret(Base32Reading.bytes(text)) else {
            throw NoTelephone(page: begun.text)
        }
        // The step before the present one, so that two codes are left for the test.
        let step = OneTimeSecret.step(at: Int64(time(nil))) - 1
        let done = try await send(
            "/account",
            ConfirmSecondFactor.name,
            ["code": secret.code(of: step)],
            as: cookie
        )
        let codes = done.text.matches(of: /<code>([a-z2-7]{5}-[a-z2-7]{5})<\/code>/).map {
            String($0.1)
        }
        guard codes.count == 10 else { throw NoTelephone(page: done.text) }
        return Telephone(secret: secret, recovery: codes, usedStep: step)
    }

    struct NoTelephone: Error {
        let page: String
    }

    /// Lets the proof of a session grow old.
    func ageProofs() async throws {
        let db = try await town.database.connect(as: .superuser)
        try await db.script("UPDATE core.session SET proven_at = proven_at - interval '6 minutes'")
        await db.close()
    }
}

/// What a telephone does with the text below the picture.
enum Base32Reading {
    static func bytes(_ text: String) -> [UInt8] {
        var (bytes, buffer, count): ([UInt8], UInt32, Int) = ([], 0, 0)
        for digit in text.utf8 {
            let value = digit >= 65 ? digit - 65 : digit - 24
            buffer = buffer << 5 | UInt32(value)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(count)))
            }
        }
        return bytes
    }
}
