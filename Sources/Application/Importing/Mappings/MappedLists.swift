import Domain
import Importing

/// The kinds of lists of which the workshop keeps how sources write them; the social services keep theirs on their own side.
enum MappedLists {
    /// - Throws: `.unreadable` with the kinds there are; nil means devices.
    static func subject(_ word: String?) throws(Failure) -> ListSubject {
        guard let word else { return .devices }
        if let subject = subjects.first(where: { $0.rawValue == word }) { return subject }
        let words = subjects.map(\.rawValue).joined(separator: ", ")
        throw .unreadable(
            Unreadable(word, expected: Phrase(fr: "un de : \(words)", en: "one of: \(words)"))
        )
    }

    private static var subjects: [ListSubject] {
        [.devices] + ListKinds.all.filter { $0.side == .main }.map { $0.subject }
    }

    /// Whether all words of a mapping are fields of such a list.
    static func knows(_ mapping: ListMapping, of subject: ListSubject) -> Bool {
        guard let kind = ListKinds.all.first(where: { $0.subject == subject }) else {
            return mapping.choices != nil
        }
        return kind.knows(mapping)
    }

    /// What a column of such a list may be.
    static func words(of subject: ListSubject) -> String {
        ListKinds.all.first { $0.subject == subject }?.columnWords ?? ListMapping.roles
    }
}

extension ListKind {
    fileprivate static var subject: ListSubject { form.subject }
    fileprivate static var columnWords: String {
        ColumnRole<Field>.words.joined(separator: ", ")
    }

    fileprivate static func knows(_ mapping: ListMapping) -> Bool {
        mapping.choices(of: Field.self) != nil
    }
}
