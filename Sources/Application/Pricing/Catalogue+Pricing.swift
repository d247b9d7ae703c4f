extension Catalogue {
    static let pricing: [CommandEntry] = []
}
