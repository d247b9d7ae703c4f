extension Catalogue {
    static let intake: [CommandEntry] = []
}
