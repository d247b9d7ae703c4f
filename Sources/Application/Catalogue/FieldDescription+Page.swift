import Domain

extension FieldDescription {
    /// How a list is turned over, in every list question.
    static let page: [FieldDescription] = [
        FieldDescription(
            "after",
            "integer",
            required: false,
            Phrase(fr: "`next` de la page précédente", en: "`next` of the page before")
        ),
        limit,
    ]

    static let limit = FieldDescription(
        "limit",
        "integer",
        required: false,
        Phrase(fr: "lignes par page, 200 au plus", en: "rows a page, 200 at most")
    )
}
