extension Catalogue {
    static let sales: [CommandEntry] = []
}
