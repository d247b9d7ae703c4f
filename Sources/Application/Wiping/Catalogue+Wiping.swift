extension Catalogue {
    static let wiping: [CommandEntry] = []
}
