/// What a page is for and what to do next, said where one stands.
///
/// The texts are in the locales, one for each page, under its path: `help.list-list-devices`.
enum Help {
    /// nil for a page that explains itself.
    static func text(of visit: Visit) -> String? {
        let key = key(of: visit.path)
        let text = visit.text(key)
        return text == key ? nil : text
    }

    static func key(of path: String) -> String {
        "help." + path.dropFirst().map { $0 == "/" ? "-" : String($0) }.joined()
    }
}
