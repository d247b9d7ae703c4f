import ArgumentParser

/// One noun of the command line, with its verbs behind it.
protocol NounCommand: AsyncParsableCommand {
    static var noun: String { get }
    var words: [String] { get }
    var verbs: [Verb] { get }
}

extension NounCommand {
    var verbs: [Verb] { VerbList.verbs(of: Self.noun) }

    func run() async throws {
        try await VerbRun(noun: Self.noun, verbs: verbs).run(words)
    }
}

/// The nouns, in the order in which a machine's life meets them.
enum NounCommands {
    static let all: [any ParsableCommand.Type] = [
        DeviceCommand.self,
        DriveCommand.self,
        PartCommand.self,
        DonorCommand.self,
        DonationCommand.self,
        ApplicationCommand.self,
        HouseholdCommand.self,
        WaitingCommand.self,
        VoucherCommand.self,
        SaleCommand.self,
        ReturnCommand.self,
        PlacementCommand.self,
        ShipmentCommand.self,
        DocumentCommand.self,
        MailCommand.self,
        HouseCommand.self,
        PlaceCommand.self,
        PriceCommand.self,
        UserCommand.self,
        AccountCommand.self,
        ProposalCommand.self,
        MappingCommand.self,
        ReportCommand.self,
        RetentionCommand.self,
        AuditCommand.self,
        DoCommand.self,
    ]

    /// What can be typed first.
    static var nouns: [String] { all.compactMap { ($0 as? any NounCommand.Type)?.noun } }
}

struct DeviceCommand: NounCommand {
    static let noun = "device"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Machines: found, shown, moved along the map."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct DriveCommand: NounCommand {
    static let noun = "drive"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Drives: counted, wiped, removed, destroyed."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct PartCommand: NounCommand {
    static let noun = "part"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Parts: harvested, transplanted, counted."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct DonorCommand: NounCommand {
    static let noun = "donor"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Donors and their contacts."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct DonationCommand: NounCommand {
    static let noun = "donation"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Gifts: announced, received, reconciled, valued."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct ApplicationCommand: NounCommand {
    static let noun = "application"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Families' files (social services)."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct VoucherCommand: NounCommand {
    static let noun = "voucher"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Vouchers of families."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct SaleCommand: NounCommand {
    static let noun = "sale"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Sales, reservations, closings."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct ReturnCommand: NounCommand {
    static let noun = "return"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Machines that come back, and their warranty."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct PlacementCommand: NounCommand {
    static let noun = "placement"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Loans and gifts to community places."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct ShipmentCommand: NounCommand {
    static let noun = "shipment"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "What leaves for recycling."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct DocumentCommand: NounCommand {
    static let noun = "document"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Receipts, certificates, slips: numbered and frozen."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct PlaceCommand: NounCommand {
    static let noun = "place"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Sites, rooms, shelves, lots."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct PriceCommand: NounCommand {
    static let noun = "price"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Price grids, caps and brackets."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct UserCommand: NounCommand {
    static let noun = "user"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "People and their roles."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct ReportCommand: NounCommand {
    static let noun = "report"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Stock, ageing, flow, boards."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct HouseCommand: NounCommand {
    static let noun = "house"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "The organisation, as its papers name it."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []
}

struct DoCommand: NounCommand {
    static let noun = "do"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Everything, by its name on the one list."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []

    var verbs: [Verb] { VerbList.byName }
}
