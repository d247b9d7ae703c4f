extension Catalogue {
    static let people: [CommandEntry] = []
}
