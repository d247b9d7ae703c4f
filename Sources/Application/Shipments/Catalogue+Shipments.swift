extension Catalogue {
    static let shipments: [CommandEntry] = []
}
