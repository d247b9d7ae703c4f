extension Catalogue {
    static let importing: [CommandEntry] = []
}
