import Testing

@testable import Cluster

@Suite struct ClusterLocationTests {
    @Test(
        arguments: [
            (["MOULIN_HOME": "/data/moulin", "HOME": "/home/ada"], 1000, "/data/moulin"),
            (["MOULIN_HOME": "/data/moulin/"], 0, "/data/moulin"),
            (["XDG_DATA_HOME": "/home/ada/data", "HOME": "/home/ada"], 0, "/var/lib/moulin"),
            (
                ["XDG_DATA_HOME": "/home/ada/data", "HOME": "/home/ada"], 1000,
                "/home/ada/data/moulin"
            ),
            (
                ["XDG_DATA_HOME": "data", "HOME": "/home/ada"], 1000,
                "/home/ada/.local/share/moulin"
            ),
            (["MOULIN_HOME": "", "HOME": "/home/ada"], 1000, "/home/ada/.local/share/moulin"),
        ] as [([String: String], UInt32, String)]
    )
    func `the usual place depends on the environment and the user`(
        environment: [String: String],
        userID: UInt32,
        root: String
    ) {
        let location = ClusterLocation.standard(variable: { environment[$0] }, userID: userID)

        #expect(location == ClusterLocation(root: root))
    }

    @Test func `without any variable the account's home counts`() {
        let location = ClusterLocation.standard(variable: { _ in nil }, userID: 65_534)

        #expect(location.root == "/nonexistent/.local/share/moulin")
    }

    @Test func `two long roots have two socket folders`() {
        let long = "/" + String(repeating: "a", count: 120)

        let first = ClusterLocation(root: long + "1").socketFolder
        let second = ClusterLocation(root: long + "2").socketFolder

        #expect(first != second)
        #expect(first.utf8.count < 60)
    }
}
