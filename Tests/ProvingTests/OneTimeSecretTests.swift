import Testing

@testable import Proving

@Suite struct OneTimeSecretTests {
    private let secret = OneTimeSecret(Array("12345678901234567890".utf8))

    /// RFC 4226, appendix D.
    @Test(arguments: [
        (0, "755224"), (1, "287082"), (2, "359152"), (3, "969429"), (4, "338314"), (5, "254676"),
        (6, "287922"), (7, "162583"), (8, "399871"), (9, "520489"),
    ])
    func `the codes of a counter are those of the standard`(step: Int64, code: String) throws {
        #expect(try #require(secret).code(of: step) == code)
    }

    /// RFC 6238, appendix B, the last six of its eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
        (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `the codes of an instant are those of the standard`(
        seconds: Int64,
        code: String
    ) throws {
        let secret = try #require(secret)

        #expect(secret.code(of: OneTimeSecret.step(at: seconds)) == code)
        #expect(secret.step(of: code, at: seconds) == OneTimeSecret.step(at: seconds))
    }

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func `a code counts beside its moment and not further`(steps: Int64, counts: Bool) throws {
        let secret = try #require(secret)
        let code = secret.code(of: 1_000)

        let found = secret.step(of: code, at: (1_000 + steps) * OneTimeSecret.stepSeconds)

        #expect(found == (counts ? 1_000 : nil))
    }

    @Test(arguments: ["", "28708", "2870820", "28708x", "２８７０８２"])
    func `what is not six digits is no code`(text: String) throws {
        #expect(try #require(secret).step(of: text, at: 59) == nil)
    }

    @Test func `spaces in a code are nothing`() throws {
        #expect(try #require(secret).step(of: "287 082", at: 59) == 1)
    }

    @Test func `a short secret is none`() {
        #expect(OneTimeSecret([UInt8](repeating: 1, count: 15)) == nil)
    }

    /// RFC 4648, 10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func `base 32 is that of the standard`(plain: String, text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
    }

    @Test func `the address for the telephone escapes every name`() throws {
        let address = try #require(secret).address(issuer: "La Ressourcerie d'Issy", account: "ana")

        #expect(
            address
                == "otpauth://totp/La%20Ressourcerie%20d%27Issy:ana?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=La%20Ressourcerie%20d%27Issy"
        )
    }
}
