import ArgumentParser

struct AccountCommand: NounCommand {
    static let noun = "account"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Your own account: second factor, PIN, shared benches."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct ProposalCommand: NounCommand {
    static let noun = "proposal"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "What takes two people: proposed by one, approved by another."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct MappingCommand: NounCommand {
    static let noun = "mapping"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "How sources write their lists, as it was kept."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}
