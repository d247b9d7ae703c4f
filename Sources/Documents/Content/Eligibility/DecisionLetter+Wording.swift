import Domain

extension DecisionLetter {
    var title: String {
        language("Décision sur votre demande", "Decision on your application")
    }

    var salutation: String { language("Madame, Monsieur,", "Dear Sir or Madam,") }

    var opening: String {
        let day = enteredOn.formatted(in: language)
        let list = wishes.joined(separator: ", ")
        return language(
            "Vous avez déposé le \(day) la demande n° \(application) pour : \(list).",
            "On \(day) you made application no. \(application) for: \(list)."
        )
    }

    var verdict: String {
        let day = decidedOn.formatted(in: language)
        if isFinal {
            return language(
                "Après un second examen par une autre personne, le refus est confirmé le \(day).",
                "After a second look by another person, the refusal was confirmed on \(day)."
            )
        }
        return isRefused
            ? language("Elle a été refusée le \(day).", "It was refused on \(day).")
            : language("Elle a été acceptée le \(day).", "It was approved on \(day).")
    }

    var ground: String? {
        reason.map { language("Motif : \($0).", "Reason: \($0).") }
    }

    var text: String? {
        guard isRefused, !rules.isEmpty else { return nil }
        let list = rules.joined(separator: ", ")
        return language("Règles appliquées : \(list).", "Rules applied: \(list).")
    }

    var appeal: String? {
        appealUntil.map { until in
            let last = until.formatted(in: language)
            return language(
                "Vous pouvez demander un nouvel examen jusqu'au \(last) inclus, au service qui a reçu "
                    + "votre demande ; une autre personne décidera. Vous pouvez joindre toute pièce nouvelle.",
                "You may ask for a second look until \(last) included, at the service that took your "
                    + "application; another person will decide. You may add any new paper."
            )
        }
    }

    var court: String? {
        guard isRefused else { return nil }
        return language(
            "Le tribunal administratif peut être saisi dans les deux mois de cette lettre.",
            "The administrative court may be seized within two months of this letter."
        )
    }

    var enclosure: String? {
        voucher.map { code in
            language(
                "Votre bon \(code) est joint ; il dit ce qu'il permet d'acheter et jusqu'à quand.",
                "Your voucher \(code) is enclosed; it says what it buys and until when."
            )
        }
    }

    var closing: String {
        language(
            "Veuillez agréer, Madame, Monsieur, nos salutations distinguées.",
            "Yours faithfully,"
        )
    }
}
