/// A closed list of words of the trade: an identifier for machines, a label for people.
///
/// Raw values are the lower_snake_case identifiers that SQL, CSV and JSON use.
public protocol Vocabulary: RawRepresentable, CaseIterable, Codable, Hashable, Sendable
where RawValue == String {
    /// The label of this word, without article or final stop.
    var label: Phrase { get }
}

extension Vocabulary {
    public func label(in language: Language) -> String {
        label.text(in: language)
    }
}
