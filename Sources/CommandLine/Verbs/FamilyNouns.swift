import ArgumentParser

struct HouseholdCommand: NounCommand {
    static let noun = "household"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Households: who lives there, what they object to, their data."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct WaitingCommand: NounCommand {
    static let noun = "waiting"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "The waiting list: who waits for what, and why in this order."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct RetentionCommand: NounCommand {
    static let noun = "retention"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "What no law keeps any longer, erased; --dry-run says what would go."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}
