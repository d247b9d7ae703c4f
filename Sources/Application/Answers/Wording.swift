public import Domain

/// What people call the words that answers hold, by the field that holds them.
public enum Wording {
    /// Nil for a field that holds no words of a list, and for a word that is not on it.
    public static func label(_ field: String, _ word: String) -> Phrase? { byField[field]?[word] }

    private static let byField: [String: [String: Phrase]] = [
        "kind": all(DeviceType.self) + all(MediaKind.self) + all(DonorKind.self)
            + all(DocumentType.self) + all(ProofKind.self)
            + all(WipeObjection.Kind.self) + importedKinds
            + ["unknown": Phrase(fr: "genre inconnu", en: "kind unknown")],
        "file": namelessFiles,
        "charset": charsets,
        "kinds": all(DeviceType.self),
        "usable_kinds": all(DeviceType.self),
        "donor_kind": ["anonymous": Phrase(fr: "anonyme", en: "anonymous")] + all(DonorKind.self),
        "method": all(SanitisationMethod.self) + all(PaymentMethod.self),
        "result": all(SanitisationResult.self) + all(TestResult.self),
        "flag": all(FlagKind.self),
        "flags": all(FlagKind.self),
        "status": all(ApplicationStatus.self) + donations + sales,
        "roles": all(Role.self),
        "role": all(Role.self),
        "proof": all(ProofKind.self),
        "outcome": announced + all(ApplicationStatus.self) + all(CloseWarrantyCase.Ending.self),
        "refusal_reason": all(BuyerRefusalReason.self) + all(DeviceRefusalReason.self),
        "origin_regime": all(OriginRegime.self),
        "regime": all(OriginRegime.self),
        "origin_class": all(DataOriginClass.self),
        "waste_status": all(WasteStatus.self),
        "basis": all(ValuationBasis.self) + decisionBases,
        "fate": all(GiftFate.self),
        "required_level": all(SanitisationLevel.self),
        "act": all(CustodyAct.self) + guardedActs,
        "return_cause": all(TakeBackDevice.Cause.self),
        "test": all(InspectionTest.self),
        "reasons": reasons,
        "cleared_by": [
            "wiped": Phrase(fr: "effacé, prouvé", en: "wiped, proven"),
            "removed": Phrase(fr: "retiré", en: "removed"),
        ],
        "subject": Dictionary(
            uniqueKeysWithValues: Concern.allCases.map { ($0.rawValue, $0.label(nil)) }
        ),
        "receipt_authorisation": all(ReceiptAuthorisation.self),
        "vat_regime": vatRegimes,
        "stage": stages,
        "state": all(PaperState.self) + all(MediaState.self),
        "route": all(DisposalRoute.self),
        "source": all(WipeSource.self),
        // What the database itself notes in a drive's chain of custody.
        "note": [
            "accepted": Phrase(fr: "accepté", en: "accepted"),
            "not accepted": Phrase(fr: "refusé", en: "not accepted"),
            "passed": Phrase(fr: "conforme", en: "passed"),
            "failed": Phrase(fr: "non conforme", en: "failed"),
        ],
    ]

    private static func all<V: Vocabulary>(_ type: V.Type) -> [String: Phrase] {
        Dictionary(V.allCases.map { ($0.rawValue, $0.label) }) { first, _ in first }
    }

    private static let guardedActs = Dictionary(
        uniqueKeysWithValues: GuardedAct.all.map { ($0.name, $0.label) }
    )

    private static let vatRegimes: [String: Phrase] = [
        "exempt_nonprofit": Phrase(fr: "association exonérée", en: "exempt non-profit"),
        "franchise": Phrase(fr: "franchise en base", en: "below the VAT threshold"),
        "margin_scheme": Phrase(fr: "TVA sur la marge", en: "margin scheme"),
        "normal": Phrase(fr: "TVA normale", en: "normal VAT"),
    ]

    private static let donations: [String: Phrase] = [
        "announced": Phrase(fr: "annoncé", en: "announced"),
        "received": Phrase(fr: "reçu", en: "received"),
        "reconciled": Phrase(fr: "rapproché", en: "reconciled"),
        "cancelled": Phrase(fr: "annulé", en: "cancelled"),
    ]

    private static let announced: [String: Phrase] = [
        "accepted": Phrase(fr: "accepté", en: "accepted"),
        "refused": Phrase(fr: "refusé", en: "refused"),
        "lapsed": Phrase(fr: "sans suite", en: "lapsed"),
    ]

    private static let sales: [String: Phrase] = [
        "active": Phrase(fr: "en cours", en: "active"),
        "returned": Phrase(fr: "repris", en: "returned"),
        "ended": Phrase(fr: "terminé", en: "ended"),
    ]

    private static let decisionBases: [String: Phrase] = [
        "official_quotient": Phrase(fr: "quotient de la caisse", en: "the fund's quotient"),
        "computed_quotient": Phrase(fr: "quotient estimé", en: "estimated quotient"),
        "fiscal_quotient": Phrase(fr: "quotient de l'avis d'impôt", en: "quotient of a tax notice"),
        "household_income": Phrase(fr: "revenu du foyer", en: "income of the household"),
        "status": Phrase(fr: "statut", en: "status"),
        "override": Phrase(fr: "dérogation", en: "override"),
    ]

    private static let reasons: [String: Phrase] = [
        "drives_not_counted": Phrase(fr: "disques non comptés", en: "drives not counted"),
        "drive_not_cleared": Phrase(fr: "disque non effacé", en: "drive not cleared"),
        "blocked_by_flag": Phrase(fr: "bloqué", en: "blocked"),
        "in_doubt": Phrase(fr: "doublon possible", en: "possibly a duplicate"),
    ]

    private static let stages: [String: Phrase] = [
        "intake": Phrase(fr: "Réception", en: "Intake"),
        "wiping": Phrase(fr: "Effacement", en: "Wiping"),
        "refurbishing": Phrase(fr: "Remise en état", en: "Refurbishing"),
        "shop": Phrase(fr: "Boutique", en: "Shop"),
        "parts": Phrase(fr: "Pièces et recyclage", en: "Parts and recycling"),
    ]
}

private func + (one: [String: Phrase], other: [String: Phrase]) -> [String: Phrase] {
    one.merging(other) { first, _ in first }
}
