import Testing

@testable import Web

@Suite struct MultipartTests {
    private let type = "multipart/form-data; boundary=----moulin"

    private func body(_ parts: String...) -> [UInt8] {
        Array((parts.map { "------moulin\r\n\($0)\r\n" }.joined() + "------moulin--\r\n").utf8)
    }

    @Test func `fields and files are told apart`() throws {
        let form = try #require(
            Multipart(
                body(
                    "Content-Disposition: form-data; name=\"kind\"\r\n\r\nlaptop",
                    "Content-Disposition: form-data; name=\"file\"; filename=\"liste.csv\"\r\nContent-Type: text/csv\r\n\r\nmarque;modèle\r\nDell;7490\r\n"
                ),
                type: type
            )
        )

        #expect(form.fields == ["kind": "laptop"])
        #expect(
            form.files == [
                "file": .init(
                    name: "liste.csv",
                    bytes: Array("marque;modèle\r\nDell;7490\r\n".utf8)
                )
            ]
        )
    }

    @Test func `a dash in the content is no boundary`() throws {
        let content = "\r\n----moulin\r\n--\r\n-"
        let form = try #require(
            Multipart(
                body("Content-Disposition: form-data; name=\"list\"\r\n\r\n\(content)x"),
                type: "multipart/form-data; boundary=\"----moulin\""
            )
        )

        #expect(form.fields["list"] == content + "x")
    }

    @Test(arguments: ["", "multipart/form-data", "multipart/form-data; boundary=", "text/plain"])
    func `a type without a boundary is no form`(type: String) {
        #expect(Multipart(body("x"), type: type) == nil)
    }

    @Test func `no cut and no spoilt byte of a form brings the parser down`() throws {
        let whole = body(
            "Content-Disposition: form-data; name=\"a\"\r\n\r\n1",
            "Content-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n\u{0}\u{1}"
        )
        for length in whole.indices {
            #expect(
                Multipart(Array(whole[..<length]), type: type).map { $0.files.count <= 1 } ?? true
            )
        }
        var numbers = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            var spoilt = whole
            for _ in 0..<3 {
                spoilt[Int.random(in: spoilt.indices, using: &numbers)] = .random(
                    in: 0...255,
                    using: &numbers
                )
            }
            let form = Multipart(spoilt, type: type)
            #expect((form?.fields.count ?? 0) + (form?.files.count ?? 0) <= 2)
        }
    }

    @Test func `a form of more parts than any of ours is refused`() {
        let part = "Content-Disposition: form-data; name=\"a\"\r\n\r\n1"
        let many = Array(
            (String(repeating: "------moulin\r\n\(part)\r\n", count: Multipart.partLimit + 1)
                + "------moulin--\r\n").utf8
        )

        #expect(Multipart(many, type: type) == nil)
    }
}
