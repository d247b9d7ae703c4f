extension Catalogue {
    static let placements: [CommandEntry] = []
}
