extension Catalogue {
    static let auditing: [CommandEntry] = []
}
