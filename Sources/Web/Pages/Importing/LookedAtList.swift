import Application

/// A file that was looked at, as its form shows and carries it.
struct LookedAtList {
    let word: String
    let name: String
}

extension Visit {
    /// What the form carries: a file or pasted rows; without any, the file that the person has just looked at.
    ///
    /// Nil when the form cannot be read.
    func sentList() -> SentList? {
        guard let sent = SentList(self) else { return nil }
        guard sent.bytes.isEmpty, let word = sent.said(LookedAtLists.field),
            let login = visitor?.login,
            let list = site.lookedAt.list(word, of: login)
        else { return sent }
        return SentList(fields: sent.fields, bytes: list.bytes, name: list.name, lookedAt: word)
    }

    /// Holds a file for the next form of this page; nil for what needs no holding, and for what has just been imported.
    func held(_ sent: SentList?, isImported: Bool) -> LookedAtList? {
        guard let sent, !sent.bytes.isEmpty, let login = visitor?.login else { return nil }
        if isImported {
            if let word = sent.lookedAt { site.lookedAt.forget(word, of: login) }
            return nil
        }
        guard !sent.isPasted, !sent.isAnnounced else { return nil }
        let word =
            sent.lookedAt ?? site.lookedAt.keep(sent.bytes, named: sent.name, for: login)
        return LookedAtList(word: word, name: sent.name)
    }

    /// Why there is nothing to read: nothing was sent, or what was looked at has gone.
    func nothingToRead(_ sent: SentList?) -> String {
        text(sent?.said(LookedAtLists.field) == nil ? "import.no_list" : "import.list_gone")
    }
}

extension ImportOutcome {
    /// Whether all of the list is in, so that nobody asks for its rejects any more.
    var isWholeAndIn: Bool { [.imported, .already].contains(ending) && errorCount == 0 }
}
