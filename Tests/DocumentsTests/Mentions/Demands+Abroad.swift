import Domain

private let contemporaneous = "IRC 170(f)(8)"
private let official = "Income Tax Regulations (Canada), 3501"
private let retail = "HMRC, Retail Gift Aid"

extension PaperDemands {
    /// Papers of the United States, Canada and the United Kingdom (rulebook 1.8); Belgium thanks with an ADN.
    static let abroad = [
        PaperDemands(
            .usAck,
            "us-acknowledgement",
            by: "moulin document acknowledgement DONATION",
            in: "PaperAbroadTests",
            mentions: Mention.numbered("US_ACK-2026-000001", "7 October 2026") + [
                Mention(
                    "charity's name and EIN",
                    contemporaneous,
                    "Le Moulin numérique",
                    "12-3456789"
                ),
                Mention("donor", contemporaneous, "Marguerite Dubois"),
                Mention("day", contemporaneous, "5 October 2026"),
                Mention("place", contemporaneous, "12 rue du Bief, 59000 Lille"),
                Mention(
                    "reasonably detailed description",
                    contemporaneous,
                    "3 ordinateur portable Dell Latitude 5400",
                    "5CG94UVB"
                ),
                Mention(
                    "whether anything was given back",
                    contemporaneous,
                    "No goods or services were provided in exchange for this contribution."
                ),
                Mention("whose value it is", "IRS Publication 561", "We state no value"),
                Mention("by when it must be in hand", contemporaneous, "when you file your return"),
            ] + Mention.signed("house"),
            never: [Mention("a value", "IRS Publication 1771", "60.00", "180.00", "$")]
        ),
        PaperDemands(
            .caOdr,
            "ca-receipt-en",
            by: "moulin document official-receipt DONATION",
            in: "PaperAbroadTests",
            mentions: Mention.numbered("CA_ODR-2026-000001", "7 October 2026") + [
                Mention(
                    "that it is official",
                    official,
                    "Official receipt for income tax purposes"
                ),
                Mention("charity's name", official, "Charity Le Moulin numérique"),
                Mention("charity's address", official, "12 rue du Bief, 59000 Lille"),
                Mention("registration number", official, "123456789RR0001"),
                Mention("place of issue", official, "Place of issue Lille"),
                Mention("day received", official, "Gift received on 5 October 2026"),
                Mention("donor's full name", official, "Donor Marguerite Dubois"),
                Mention("donor's address", official, "3 place de l'Église, 62000 Arras"),
                Mention("brief description", official, "2 ordinateur portable Dell Latitude 5400"),
                Mention(
                    "appraiser's name and address",
                    official,
                    "Jeanne Tremblay, 8 rue Sainte-Catherine, Montréal"
                ),
                Mention("fair market value", official, "Fair market value CA$1,200.00"),
                Mention("advantage and what it was", official, "CA$20.00 (tote bag)"),
                Mention(
                    "eligible amount",
                    official,
                    "Eligible amount of gift for tax purposes CA$1,180.00"
                ),
                Mention(
                    "the Agency's name and site",
                    official,
                    "Canada Revenue Agency, canada.ca/charities-giving"
                ),
            ] + Mention.signed(official)
        ),
        PaperDemands(
            .caOdr,
            "ca-receipt-fr",
            by: "moulin document official-receipt DONATION --language fr",
            in: "PaperAbroadTests",
            mentions: [
                Mention(
                    "that it is official",
                    official,
                    "Reçu officiel aux fins de l'impôt sur le revenu"
                ),
                Mention(
                    "the Agency's name and site",
                    official,
                    "Agence du revenu du Canada, canada.ca/organismes-bienfaisance-dons"
                ),
            ]
        ),
        PaperDemands(
            .ukRgaLetter,
            "uk-letter-sale",
            by: "moulin document gift-aid DONOR --occasion sale",
            in: "PaperAbroadTests",
            mentions: Mention.numbered("UK_RGA_LETTER-2026-000001", "7 October 2026") + [
                Mention(
                    "donor's name and home address",
                    retail,
                    "Marguerite Dubois",
                    "3 place de l'Église"
                ),
                Mention("donor's number and the charity's", retail, "RGA-17", "1123456"),
                Mention("the agency agreement", retail, "agency agreement of 20 April 2026"),
                Mention("sale, commission, net", retail, "£80.00 £4.00 £76.00"),
                Mention("that the proceeds are the donor's", retail, "The proceeds are yours."),
                Mention("21 days to object", retail, "within 21 days of this letter"),
                Mention(
                    "who pays what tax does not cover",
                    retail,
                    "it is your responsibility to pay any difference"
                ),
            ]
        ),
        PaperDemands(
            .ukRgaLetter,
            "uk-letter-year",
            by: "moulin document gift-aid DONOR --occasion year_end",
            in: "PaperAbroadTests",
            mentions: [
                Mention("tax year", retail, "from 6 April 2026 to 5 April 2027"),
                Mention(
                    "net proceeds of the year",
                    retail,
                    "Net proceeds after our commission £76.00"
                ),
                Mention("25p for each pound", retail, "£19.00"),
                Mention(
                    "the limit of the method",
                    retail,
                    "Above £100.00 in a tax year we write to you first."
                ),
            ]
        ),
    ]
}
