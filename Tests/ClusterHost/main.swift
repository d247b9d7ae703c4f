import Cluster

// Stands for the command that keeps the cluster up in the background: `ClusterHost ROOT`.
// A second word, `start`, is a program that starts the server as its own child and waits for its end.
let arguments = CommandLine.arguments
let cluster = PrivateCluster(location: ClusterLocation(root: arguments[1]), durability: .none)
if arguments.count > 2 {
    let running = try await cluster.start()
    print(running.isOwner ? "started" : "attached")
    await running.waitForEnd()
} else {
    try await cluster.supervise()
}
