extension Catalogue {
    static let refurbishing: [CommandEntry] = []
}
