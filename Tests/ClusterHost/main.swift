import Cluster

// Another process for the tests: `ClusterHost ROOT` stands for the command that keeps the cluster up in the
// background; `ClusterHost ROOT start` starts the server as its own child and waits for its end. A third
// word, `durable`, asks for what a real cluster promises.
let arguments = CommandLine.arguments
let cluster = PrivateCluster(
    location: ClusterLocation(root: arguments[1]),
    durability: arguments.contains("durable") ? .full : .none
)
if arguments.contains("start") {
    let running = try await cluster.start()
    print(running.isOwner ? "started" : "attached")
    await running.waitForEnd()
} else {
    try await cluster.supervise()
}
