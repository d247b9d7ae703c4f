extension Catalogue {
    static let donors: [CommandEntry] = []
}
