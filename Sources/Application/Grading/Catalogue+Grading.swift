extension Catalogue {
    static let grading: [CommandEntry] = []
}
