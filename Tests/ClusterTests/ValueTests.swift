import Testing

@testable import Cluster

@Suite struct ValueTests {
    @Test func `values of a connection string are quoted`() {
        let text = conninfo(["host": "/it's \\ here", "user": "moulin"])

        #expect(text == #"host='/it\'s \\ here' user='moulin'"#)
    }

    @Test func `pauses after crashes double up to ten seconds, and a minute of life resets them`() {
        var backOff = BackOff()

        let crashes = (0..<7).map { _ in backOff.pause(afterUptime: .seconds(1)) }
        let afterLongLife = backOff.pause(afterUptime: .seconds(60))

        #expect(
            crashes == [
                .milliseconds(200), .milliseconds(400), .milliseconds(800), .milliseconds(1600),
                .milliseconds(3200), .milliseconds(6400), .seconds(10),
            ]
        )
        #expect(afterLongLife == .milliseconds(200))
    }

    @Test(arguments: [
        (
            "FATAL:  data directory has wrong ownership\nHINT: none",
            "data directory has wrong ownership"
        ),
        ("12:00 [1] @ LOG:  fine\n", nil),
        ("initdb: error: could not access directory", "could not access directory"),
        ("moulin: error: the disk is full\nFatal error: Error raised", "the disk is full"),
    ])
    func `the reason of a failed start is found in the log`(log: String, reason: String?) {
        #expect(ServerLog.reason(in: log) == reason)
    }

    @Test(arguments: [(1024, 128), (256, 64), (65_536, 2048)])
    func `the server's cache follows the memory within limits`(memory: Int, cache: Int) {
        let configuration = ServerConfiguration(
            location: ClusterLocation(root: "/moulin"),
            users: [],
            megabytes: memory
        )

        #expect(configuration.sharedBuffersMegabytes == cache)
    }
}
