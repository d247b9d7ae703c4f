/// Files that systems and people leave beside others, and that are never what was sent; hidden ones no archive shows.
enum LeftBeside {
    /// Told by the name of an entry of an archive.
    static func isName(_ path: String) -> Bool {
        guard let name = path.lowercased().split(separator: "/").last else { return true }
        if bySystems.contains(String(name)) { return true }
        let halves = name.split(separator: ".", omittingEmptySubsequences: false)
        let kind = halves.count > 1 ? halves[halves.count - 1] : ""
        return halves.count <= 2 && explanations.contains(String(halves[0]))
            && ["", "txt", "md", "html", "pdf", "rtf"].contains(kind)
    }

    private static let bySystems: Set<String> = ["thumbs.db", "ehthumbs.db", "desktop.ini"]

    private static let explanations: Set<String> = [
        "readme", "read me", "lisezmoi", "lisez-moi", "lisez moi", "liesmich", "leeme", "léeme",
        "leggimi",
    ]
}
