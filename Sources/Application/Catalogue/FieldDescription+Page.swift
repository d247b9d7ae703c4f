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

    /// For lists that are answered without a `next`: the number, or the number as printed, of the last row.
    static let afterNumber = after("integer")
    static let afterPrinted = after("string")

    private static func after(_ type: String) -> FieldDescription {
        FieldDescription(
            "after",
            type,
            required: false,
            Phrase(
                fr: "le dernier numéro de la page d'avant",
                en: "the last number of the page before"
            )
        )
    }
}
