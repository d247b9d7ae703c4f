extension Catalogue {
    static let eligibility: [CommandEntry] = []
}
