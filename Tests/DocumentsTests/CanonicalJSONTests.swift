import Domain
import Testing

@testable import Documents

@Suite struct CanonicalJSONTests {
    private struct Value: Codable {
        var zeta = "é \"quoted\" \\ / \u{1}\n"
        var alpha: Int64 = -240_000
        var beta: [Day] = [day(2026, 10, 5)]
        var absent: String?
        var isTrue = true
        var inner: [String: Int] = ["b": 1, "a": 2]
        var nothing: [Int] = []
    }

    @Test func `keys are sorted, numbers whole, days ISO, and nothing else is escaped`() {
        let json = String(decoding: canonicalJSON(Value()), as: UTF8.self)

        let expected = #"""
            {"alpha":-240000,"beta":["2026-10-05"],"inner":{"a":2,"b":1},"isTrue":true,\#
            "nothing":[],"zeta":"é \"quoted\" \\ / \u0001\n"}
            """#
        #expect(json == expected)
    }

    @Test func `a top-level array is written in its order`() {
        #expect(String(decoding: canonicalJSON([3, 1, 2]), as: UTF8.self) == "[3,1,2]")
    }

    /// The hashes of issued documents hang on this text: when it changes, they no longer verify.
    @Test func `the text of a voucher never changes`() {
        let json = String(decoding: canonicalJSON(Samples.voucher(.fr)), as: UTF8.self)

        let expected = #"""
            {"code":"V7Q2-KM4X-9","counter":["12 rue du Bief, 59000 Lille",\#
            "mercredi et samedi, 10 h – 17 h"],"entitlements":[{"nature":"ordinateur portable",\#
            "price":{"cents":8000,"currency":"EUR"},"quantity":2},{"nature":"écran","quantity":1}],\#
            "holder":"Amina K.","issue":{"day":"2026-10-07","instant":1791367402,\#
            "number":"BON-2026-000088"},"issuer":{"address":{"lines":["12 rue du Bief"],\#
            "postalCode":"59000","town":"Lille"},"contact":"03 20 00 00 00 · contact@moulin.example.org",\#
            "legalForm":"Association loi 1901","name":"Le Moulin numérique","object":"Remettre en état \#
            des ordinateurs donnés et les vendre à prix solidaire aux foyers modestes",\#
            "rna":"W595012345","siren":"732829320","taxCategory":"Œuvre ou organisme d'intérêt général"},\#
            "language":"fr","lastUsableDay":"2027-02-08",\#
            "url":"https://moulin.example.org/b/T0kEn7Q2KM4X9"}
            """#
        #expect(json == expected)
    }

    @Test func `a duplicate has the text of its original, and no other document has it`() {
        let original = canonicalJSON(Samples.companyReceipt())

        let same = DocumentTests.documents.filter { $0.json == original }.map(\.name)

        #expect(same == ["company-receipt-40", "company-receipt-duplicate"])
    }
}
