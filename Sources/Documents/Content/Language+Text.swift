import Domain

extension Language {
    /// The text of a document in this language.
    ///
    /// Fiscal receipts are French whatever the reader speaks.
    func callAsFunction(_ french: String, _ english: String) -> String {
        switch self {
        case .fr: french
        case .en: english
        }
    }
}
