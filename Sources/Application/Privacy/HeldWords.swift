import Domain

/// What people call the fields of what is held about them.
enum HeldWords {
    static let whole = Phrase(fr: "En bref", en: "In short")
    static let yes = Phrase(fr: "oui", en: "yes")
    static let no = Phrase(fr: "non", en: "no")

    /// Nil for a field without a name of its own.
    static func label(_ field: String) -> Phrase? { table[field] }

    /// Each line: field, French, English.
    private static let table: [String: Phrase] = Dictionary(
        lines.split(whereSeparator: \.isNewline).compactMap { line in
            let cells = line.split(separator: "|").map(String.init)
            return cells.count == 3 ? (cells[0], Phrase(fr: cells[1], en: cells[2])) : nil
        }
    ) { first, _ in first }

    private static let lines = """
        accepted|acceptés|accepted
        acts|actes accomplis|acts done
        address|adresse|address
        adults|adulte|adult
        amount_cents|montant|amount
        announced_on|annoncé le|announced on
        appeal_of|recours contre la décision|appeal against decision
        appeals|recours|appeal
        application_id|demande|application
        applications|demande|application
        approval_id|accord|approval
        approver_id|décidé par la personne|decided by person
        at|le|at
        basis|fondement|basis
        born_on|né(e) le|born on
        brackets|grille|brackets
        bracket|tranche|bracket
        cases|dossier de garantie|guarantee case
        cause|cause|cause
        children_in_education|enfants scolarisés|children in education
        children|enfants|children
        closed_on|clos le|closed on
        code|code|code
        computed|estimation|estimate
        consents|accord ou opposition|consent or objection
        contact_id|contact|contact
        contacts|contact|contact
        content|contenu|content
        counterpart_cents|contrepartie|counterpart
        country|pays|country
        created_at|créé le|created on
        currency|monnaie|currency
        dated_on|daté du|dated
        decided_at|décidé le|decided at
        decided_on|jour de la décision|day of the decision
        decision_nth|décision|decision
        decisions|décision|decision
        declared_unit_cents|valeur unitaire déclarée|declared unit value
        deed_date|date de l'acte|date of the deed
        deed_reference|référence de l'acte|reference of the deed
        description|description|description
        details|détail|details
        device_id|appareil|device
        disabled_children|enfants handicapés|disabled children
        donation_id|don|gift
        donor_id|donateur|donor
        donor_kind|genre de donateur|kind of donor
        email|courriel|e-mail
        ended_at|terminé le|ended at
        entered_at|saisi le|entered at
        entered_by|saisi par la personne|entered by person
        en|en anglais|in English
        erased_at|effacé le|erased on
        explanation|explication|explanation
        family_name|nom|family name
        fault|défaut|fault
        figures_by|chiffres saisis par la personne|figures entered by person
        file_sha256|empreinte du fichier|hash of the file
        first_name|prénom|first name
        fiscal|avis d'impôt|tax notice
        from|depuis|from
        fr|en français|in French
        fund|caisse|fund
        gifts|don|gift
        given_name|prénom|given name
        given|accordé|given
        grade|état constaté|grade
        granted|accordé|granted
        grounds|motifs|grounds
        handed_over_by|remis par|handed over by
        has_pin|a un code personnel|has a PIN
        has_second_factor|a un second facteur|has a second factor
        has_password|a un mot de passe|has a password
        household_id|foyer|household
        household|foyer|household
        income_year|année des revenus|year of the income
        incomes_looked_at|ressources consultées|incomes looked at
        initial|initiale|initial
        issued_at|émis le|issued on
        issued_by|émis par la personne|issued by person
        kinds|genres|kinds
        kind|genre|kind
        language|langue|language
        last_contact_on|dernier contact|last contact
        legal_form|forme juridique|legal form
        letters|lettre|letter
        lines|ligne|line
        line|ligne|line
        lodged_on|déposé le|lodged on
        login|identifiant|login
        looked_at|consultation|reading
        made_in|année de fabrication|year of make
        mail_opposed|opposé aux courriers|objects to mail
        maker|marque|maker
        means|ressources|means
        merged_into|réuni avec|merged into
        method|moyen de paiement|means of payment
        model|modèle|model
        monthly_benefit_cents|prestations mensuelles|monthly benefits
        months|mois|months
        month|mois|month
        name|nom|name
        noted_at|noté le|noted on
        noted_by|noté par la personne|noted by person
        nth_before|rang précédent|number before
        nth|rang|number
        number|numéro|number
        objections|opposition|objection
        objects|s'oppose|objects
        official|quotient officiel|official quotient
        opened_at|ouverte le|opened at
        opened_on|ouvert le|opened on
        origin_class|origine des données|origin of the data
        origin_regime|régime d'origine|regime of origin
        outcome|issue|outcome
        pack|règles du pays|rules of the country
        papers|document|document
        payments|paiement|payment
        persons|personnes au foyer|persons in the home
        person|personne|person
        phone|téléphone|phone
        previous_approver_id|décision précédente par la personne|previous decision by person
        price_cents|prix|price
        proofs|justificatif vu|proof seen
        proposed_bracket|tranche proposée|proposed bracket
        proposed_by|proposée par la personne|proposed by person
        proposed_reason|motif de la proposition|reason of the proposal
        purchases|achat|purchase
        purpose|finalité|purpose
        quantity|quantité|quantity
        quarter_shares|quarts de part|quarter shares
        quotient_source|source du quotient|source of the quotient
        quotient|quotient familial|family quotient
        received_on|reçu le|received on
        received|reçus|received
        reference_income_cents|revenu fiscal de référence|reference income
        reference|référence|reference
        refund_cents|remboursé|refunded
        refusal_reason|motif du refus|reason of the refusal
        refused|refusés|refused
        required_level|niveau d'effacement exigé|level of wiping required
        reservations|réservation|reservation
        returns|retour|return
        review_reason|motif de la révision|reason of the review
        reviewed_unit_cents|valeur unitaire révisée|reviewed unit value
        revoked_at|retiré le|revoked on
        revoked_reason|motif du retrait|reason of the revocation
        roles|rôle|role
        role|rôle|role
        rule_versions|règles appliquées|rules applied
        sale|vente|sale
        second_approver_id|seconde personne|second person
        seen_at|vue le|seen at
        seen_by|vu par la personne|seen by person
        seen_on|vu le|seen on
        serial|numéro de série|serial number
        sessions|session|session
        set_at|saisi le|entered at
        set_by|saisi par la personne|entered by person
        siren|SIREN|SIREN
        siret|SIRET|SIRET
        sold_at|vendu le|sold at
        status_held|statut social|social status
        status|état|status
        until|jusqu'au|until
        valuation_basis|base de la valeur|basis of the value
        valuation_letter|attestation de valeur|letter of value
        valuation_on|valeur du|value of
        valuation_signer|signataire|signer
        valuation_total_cents|valeur totale|total value
        valuation_unit_cents|valeur unitaire|unit value
        voucher_id|bon|voucher
        vouchers|bon|voucher
        warranty_until|garantie jusqu'au|guaranteed until
        waste_status|statut déchet|waste status
        why|motif|reason
        workstation|poste de travail|workstation
        yearly_cents|ressources annuelles|yearly income
        yearly_income_cents|revenu annuel du foyer|yearly income of the household
        year|année|year
        """
}
