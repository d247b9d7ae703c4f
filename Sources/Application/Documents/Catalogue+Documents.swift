extension Catalogue {
    static let documents: [CommandEntry] = []
}
