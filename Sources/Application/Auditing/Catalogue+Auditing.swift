extension Catalogue {
    static let auditing: [CommandEntry] = [CommandEntry(DropAnchor.self, fields: [])]
}
