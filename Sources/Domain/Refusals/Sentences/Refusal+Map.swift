extension Refusal.Code {
    /// The sentences of the map of states and steps.
    static let mapSentences: [Refusal.Code: Phrase] = [
        .unknownState: Phrase(
            fr: """
                « {state} » n'est pas un état de la carte. Choisissez l'un de ses états : \
                {known}.
                """,
            en: """
                "{state}" is not a state on the map. Choose one of its states: {known}.
                """
        ),
        .unknownStep: Phrase(
            fr: """
                « {step} » n'est pas une étape de la carte. Choisissez parmi : {allowed}.
                """,
            en: """
                "{step}" is not a step on the map. Choose one of these: {allowed}.
                """
        ),
        .stepNotOnMap: Phrase(
            fr: """
                « {step} » n'est pas possible depuis « {from} », seulement depuis : \
                {possible_from}. Ici on peut : {allowed}.
                """,
            en: """
                "{step}" is not possible from "{from}", only from: {possible_from}. Possible \
                here: {allowed}.
                """
        ),
        .stepRetired: Phrase(
            fr: """
                L'étape « {step} » n'existe plus depuis le {retired_on}. Ici on peut : \
                {allowed}.
                """,
            en: """
                The step "{step}" was retired on {retired_on}. Possible here: {allowed}.
                """
        ),
        .evidenceMissing: Phrase(
            fr: """
                L'étape « {step} » demande une preuve ({evidence}) qui manque. Enregistrez-la, \
                puis recommencez.
                """,
            en: """
                The step "{step}" needs evidence ({evidence}), which is missing. Record it, then \
                try again.
                """
        ),
        .movedMeanwhile: Phrase(
            fr: """
                L'appareil {device} a changé entre-temps : il était « {expected} », il est \
                « {found} ». Rechargez la page et regardez où il en est.
                """,
            en: """
                Device {device} has moved meanwhile: it was "{expected}", it is "{found}". \
                Reload and look where it stands.
                """
        ),
        .blockedByFlag: Phrase(
            fr: "L'appareil {device} est bloqué : {flag}. Levez ce blocage d'abord.",
            en: "Device {device} is blocked: {flag}. Lift the block first."
        ),
        .reasonMissing: Phrase(
            fr: "« {action} » demande un motif. Écrivez en une phrase pourquoi.",
            en: """
                "{action}" needs a reason. Say why in one sentence.
                """
        ),
    ]
}
