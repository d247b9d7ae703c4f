/// What donors of property in the United States file (rulebook 1.8; IRS instructions of Form 8283, December 2023).
public enum Form8283Rules {
    public enum Requirement: String, Vocabulary {
        case receipt
        case acknowledgement
        case sectionA = "section_a"
        case sectionB = "section_b"

        public var label: Phrase {
            switch self {
            case .receipt: Phrase(fr: "un reçu suffit", en: "a receipt is enough")
            case .acknowledgement:
                Phrase(
                    fr: "une reconnaissance écrite, obtenue avant le dépôt",
                    en: "a written acknowledgement, obtained before filing"
                )
            case .sectionA:
                Phrase(fr: "formulaire 8283, section A", en: "Form 8283, Section A")
            case .sectionB:
                Phrase(
                    fr: "formulaire 8283, section B, expertise qualifiée et notre signature",
                    en: "Form 8283, Section B, a qualified appraisal and our signature"
                )
            }
        }
    }

    /// What is due for a claimed value, in cents of USD.
    ///
    /// C corporations file only above 5,000 USD.
    public static func requirement(valueCents: Int64, isCompany: Bool) -> Requirement {
        switch valueCents {
        case ..<25_000: .receipt
        case ...50_000: .acknowledgement
        case ...500_000: isCompany ? .acknowledgement : .sectionA
        default: .sectionB
        }
    }

    /// The last day for our Form 8282 when Section-B property is disposed of within three years; nil otherwise.
    public static func form8282Deadline(
        _ requirement: Requirement,
        received: Day,
        disposed: Day
    ) -> Day? {
        guard requirement == .sectionB, disposed < received.adding(years: 3) else { return nil }
        return disposed.adding(days: 125)
    }

    /// Told beside the acknowledgement, never printed on it.
    public static func information(for kind: DonorKind) -> Phrase {
        let threshold = kind == .company ? "5,000" : "500"
        return Phrase(
            fr: "formulaire 8283 au-dessus de \(threshold) USD ; la valeur est celle du donateur",
            en: "Form 8283 above USD \(threshold); the value is the donor's own"
        )
    }
}
