import Testing

@testable import Postgres

@Suite struct `parameters` {
    @Test func `values too large to send are refused, and not copied`() {
        var parameters = ParameterEncoder(sizeLimit: 10)

        parameters.append(text: "12345")
        parameters.append(text: "67890")

        #expect(parameters.refusal == .tooLarge(position: 2))
        #expect(parameters.bytes.count == 6)
    }

    @Test func `the limit leaves room below that of the server`() {
        #expect(ParameterEncoder.sizeLimit < 1 << 30)
    }

    @Test(arguments: [
        ("wipe_proven_102082", "wipe_proven"), ("wipe_proven", "wipe_proven"),
        ("wipe_proven_", "wipe_proven_"), ("wipe_2_proven", "wipe_2_proven"), ("wipe", "wipe"),
    ])
    func `a shard's number is no part of a constraint's name`(name: String, expected: String) {
        #expect(ServerReport.withoutShardSuffix(name) == expected)
    }
}
