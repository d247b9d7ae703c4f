import Domain

/// What a value must be, by the wall that it met: for the sentence of a refusal that has none of its own.
enum WallWords {
    /// Nil for a wall whose refusal is a sentence itself.
    static func phrase(of wall: String) -> Phrase? { all[wall] }

    private static let all = Dictionary(
        uniqueKeysWithValues: text.split(separator: "\n").map { line in
            let cells = line.split(separator: "|").map { String($0).trimmed }
            return (cells[0], Phrase(fr: cells[1], en: cells[2]))
        }
    )

    /// A wall, French, English.
    private static let text = """
        agency_is_of_individuals | seul un particulier confie des biens en mandat | only an individual gives goods to be sold for them
        answered_key_is_bounded | une clé a de 1 à 255 caractères | a key has 1 to 255 characters
        appeal_has_its_months | un recours se forme dans un délai de 1 à 24 mois | an appeal has a term of 1 to 24 months
        application_wants_something | un dossier demande au moins un type d'appareil | an application asks for at least one kind of device
        cap_is_not_negative | un plafond est d'au moins zéro | a cap is at least zero
        capped_kind_is_known | le type d'appareil du plafond est un de la liste | the kind of device of a cap is one of the list
        children_are_persons | les enfants scolarisés sont de 0 au nombre de personnes du foyer | children in education are from 0 to the persons of the household
        component_condition_is_known | l'état d'une pièce est unknown, working ou faulty | the condition of a part is unknown, working or faulty
        currency_is_iso_4217 | une monnaie s'écrit en trois capitales, comme EUR | a currency is three capitals, such as EUR
        custody_act_is_known | l'acte de garde est un de la liste | the act of custody is one of the list
        declared_is_not_negative | la valeur déclarée d'une unité (declared_unit_cents) est d'au moins zéro | the declared value of one (declared_unit_cents) is at least zero
        destination_is_legal | un support retiré va à la destruction (destruction) ou au donateur (donor) | a removed drive goes to destruction or to the donor
        device_kind_is_known | le type d'appareil est un de la liste | the kind of device is one of the list
        device_weight_is_positive | le poids d'un appareil (weight_g) est au-dessus de zéro | the weight of a device (weight_g) is above zero
        donor_has_a_name | un donateur a un nom | a donor has a name
        donor_kind_is_known | le genre de donateur est un de la liste | the kind of donor is one of the list
        doubt_decision_is_known | un doute se tranche par same ou different | a doubt is decided as same or different
        drive_count_is_not_negative | on compte au moins zéro support | at least zero drives are counted
        flag_kind_is_known | le motif de blocage est un de la liste | the reason for a block is one of the list
        gift_value_is_not_negative | la valeur d'un bien est d'au moins zéro | the value of goods is at least zero
        grade_is_known | une classe est A, B, C ou D | a grade is A, B, C or D
        hidden_sectors_is_known | les secteurs cachés sont none, not_applicable, unknown ou found | hidden sectors are none, not_applicable, unknown or found
        household_has_someone | un foyer a au moins une personne | a household has at least one person
        income_is_not_negative | un revenu est d'au moins zéro | an income is at least zero
        key_is_bounded | une clé a de 1 à 255 caractères | a key has 1 to 255 characters
        label_is_known | la mention de vente est refurbished ou used | the label of sale is refurbished or used
        language_is_spoken | la langue est fr ou en | the language is fr or en
        letter_is_in_a_spoken_language | la langue d'une lettre est fr ou en | the language of a letter is fr or en
        line_kind_is_known | le type d'appareil d'une ligne est un de la liste | the kind of device of a line is one of the list
        login_is_plain | un identifiant a de 1 à 64 minuscules, chiffres, points, tirets ou @, et commence par une lettre ou un chiffre | a login has 1 to 64 small letters, digits, points, hyphens or @, and begins with a letter or digit
        media_kind_is_known | le genre de support est un de la liste | the kind of drive is one of the list
        objection_purpose_is_known | une opposition vise contact ou statistics | an objection is about contact or statistics
        organisation_has_a_name | une organisation a un nom | an organisation has a name
        origin_class_is_known | l'origine des données est individual, business, public ou sensitive | the origin of data is individual, business, public or sensitive
        origin_regime_is_known | le régime d'origine est un de la liste | the regime of origin is one of the list
        part_move_moves | un mouvement de pièces en prend ou en remet au moins une | a move of parts takes or brings at least one
        payment_method_is_known | le mode de paiement est un de la liste | the method of payment is one of the list
        place_has_a_name | un lieu a un nom | a place has a name
        placement_kind_is_known | un appareil se confie en prêt (loan) ou en don (gift) | a device is placed as a loan or a gift
        price_is_not_negative | un prix est d'au moins zéro | a price is at least zero
        price_kind_is_known | le type d'appareil d'un prix est un de la liste | the kind of device of a price is one of the list
        priced_grade_is_known | la classe d'un prix est A, B ou C | the grade of a price is A, B or C
        proposal_is_whole | une dérogation se propose avec sa tranche, son motif et son auteur | an override is proposed with its bracket, its reason and who proposes it
        public_regime_is_of_public_bodies | le régime d'origine (origin_regime) d'un organisme public est public_resale ou public_no_resale, et d'aucun autre donateur | the regime of origin (origin_regime) of a public body is public_resale or public_no_resale, and of no other donor
        quantity_is_not_negative | une quantité est d'au moins zéro | a quantity is at least zero
        quota_is_small | un quota va de 1 à 4 | a quota goes from 1 to 4
        quotient_has_its_source | un quotient se note avec sa source | a quotient is written down with its source
        quotient_is_not_negative | un quotient est d'au moins zéro | a quotient is at least zero
        quotient_source_is_known | la source d'un quotient est caf, msa, local_estimate ou fiscal | the source of a quotient is caf, msa, local_estimate or fiscal
        received_is_not_negative | on reçoit au moins zéro appareil d'une ligne | at least zero devices of a line are received
        refund_is_not_negative | un remboursement est d'au moins zéro | a refund is at least zero
        required_level_is_known | le niveau d'effacement demandé va de 0 à 3 | the level of erasure asked for goes from 0 to 3
        return_cause_is_known | la cause d'une reprise est une de la liste | the cause of a return is one of the list
        reviewed_is_not_negative | la valeur retenue (kept_cents) est d'au moins zéro | the value that is kept (kept_cents) is at least zero
        role_is_known | le rôle est un de la liste | the role is one of the list
        route_is_known | la filière est une de la liste | the route is one of the list
        rule_holds_some_day | une règle vaut au moins un jour | a rule holds on at least one day
        shipped_has_its_slip | un enlèvement parti a son numéro de bordereau | a shipment that left has the number of its slip
        siren_has_nine_digits | un numéro SIREN a neuf chiffres | a SIREN number has nine digits
        siret_has_fourteen_digits | un numéro SIRET a quatorze chiffres | a SIRET number has fourteen digits
        test_result_is_known | le résultat d'un test est pass, fail, not_applicable ou not_tested | the result of a test is pass, fail, not_applicable or not_tested
        tool_report_is_kept | l'effacement qu'un outil rapporte se garde avec son journal | a wipe that a tool reports is kept with its log
        total_valuation_is_not_negative | la valeur totale (total_cents) est d'au moins zéro | the value of all (total_cents) is at least zero
        valuation_basis_is_known | la base d'évaluation est une de la liste | the basis of a valuation is one of the list
        valuation_is_not_negative | la valeur d'une unité (unit_cents) est d'au moins zéro | the value of one (unit_cents) is at least zero
        valued_condition_is_known | l'état évalué est A, B, C ou D | the condition that is valued is A, B, C or D
        valued_kind_is_known | le type d'appareil évalué est un de la liste | the kind of device that is valued is one of the list
        verification_is_known | la vérification est none, last, all, sample ou device | the verification is none, last, all, sample or device
        voucher_allows_something | un bon permet au moins un type d'appareil | a voucher allows at least one kind of device
        warranty_outcome_is_known | l'issue d'une garantie est repaired, replaced, refunded ou rejected | the outcome of a warranty is repaired, replaced, refunded or rejected
        waste_status_is_known | le statut est product ou waste | the status is product or waste
        wipe_result_is_known | le résultat d'un effacement est success, failed ou aborted | the result of a wipe is success, failed or aborted
        wipe_source_is_known | la source d'un effacement est une de la liste | the source of a wipe is one of the list
        country_has_its_papers | le pays est FR, BE, CA, GB ou US | the country is FR, BE, CA, GB or US
        gift_aid_method_is_known | la méthode Gift Aid est standard, a ou b | the Gift Aid method is standard, a or b
        commission_is_a_share | une commission va de 0 à 1000 pour mille | a commission goes from 0 to 1000 per mille
        gift_aid_ends_after_it_begins | une déclaration Gift Aid finit après son début | a Gift Aid declaration ends after it begins
        shipment_weighs_something | le poids d'un enlèvement (weight_g) est au-dessus de zéro | the weight of a shipment (weight_g) is above zero
        covered_days_are_bounded | une période couverte a un premier et un dernier jour | a covered period has a first and a last day
        vat_regime_is_known | le régime de TVA est un de la liste | the VAT regime is one of the list
        receipt_authorisation_is_known | l'habilitation à émettre des reçus est none, self_assessed ou rescrit_positive | the right to issue receipts is none, self_assessed or rescrit_positive
        waited_kind_is_known | le type d'appareil attendu est un de la liste | the kind of device that is waited for is one of the list
        undoing_has_its_reason | une annulation d'import a un motif | undoing an import has a reason
        merging_has_its_reason | une fusion a un motif | a merge has a reason
        split_is_told_whole | une séparation a son moment, son auteur et son motif | a split has its moment, its person and its reason
        announcing_kind_is_known | le genre de donateur est un de la liste | the kind of donor is one of the list
        announced_name_is_bounded | un nom a au plus 200 caractères | a name has at most 200 characters
        announced_mail_is_bounded | une adresse électronique a au plus 200 caractères | a mail address has at most 200 characters
        announced_phone_is_bounded | un numéro de téléphone a au plus 40 caractères | a phone number has at most 40 characters
        announced_note_is_bounded | une remarque a au plus 2000 caractères | a remark has at most 2000 characters
        announced_lines_are_few | un don s'annonce en 50 lignes au plus | a gift is announced in at most 50 lines
        announced_kind_is_known | le type d'appareil annoncé est un de la liste | the kind of device that is announced is one of the list
        announced_words_are_bounded | la description d'une ligne a au plus 200 caractères | the description of a line has at most 200 characters
        announced_quantity_is_likely | la quantité d'une ligne va de 1 à 10000 | the quantity of a line goes from 1 to 10000
        list_name_is_bounded | le nom d'un fichier a de 1 à 120 caractères | the name of a file has 1 to 120 characters
        list_is_not_too_large | une liste jointe a au plus 5 Mio, et n'est pas vide | a list that is joined has at most 5 MiB, and is not empty
        retention_is_bounded | les annonces se gardent de 1 à 36 mois | announcements are kept for 1 to 36 months
        issuer_is_an_address | l'émetteur est une adresse en http:// ou https:// | the issuer is an address in http:// or https://
        identity_names_somebody | une identité a de 1 à 255 caractères | an identity has 1 to 255 characters
        price_key | un seul prix par type, classe et tranche | one price for a kind, grade and bracket
        price_cap_key | un seul plafond par type | one cap for a kind
        gift_value_key | une seule valeur par type, année et état | one value for a kind, year and condition
        bracket_key | un nom par tranche | one name for a bracket
        adult_is_born | un adulte est né en 1900 ou après | an adult was born in 1900 or later
        adult_is_grown | un adulte du foyer a 16 ans au moins | an adult of a household is 16 at least
        agreement_says_something | la convention d'une mise à disposition n'est pas vide | the agreement of a placement is not blank
        carrier_says_something | le transporteur d'un enlèvement n'est pas vide | the carrier of a shipment is not blank
        counterpart_is_not_negative | une contrepartie est d'au moins zéro | a counterpart is at least zero
        destination_says_something | la destination d'un enlèvement n'est pas vide | the destination of a shipment is not blank
        device_memory_is_likely | la mémoire (ram_mb) va de 1 à 67108864 Mio | memory (ram_mb) goes from 1 to 67108864 MiB
        device_storage_is_likely | le stockage (storage_gb) va de 0 à 10000000 Go | storage (storage_gb) goes from 0 to 10000000 GB
        device_weight_is_likely | le poids (weight_g) est de 2000000 grammes au plus | the weight (weight_g) is 2000000 grams at most
        fault_says_something | la panne d'une garantie n'est pas vide | the fault of a warranty case is not blank
        household_has_a_share | un foyer a au moins une part, soit 4 quarts (quarter_shares) | a household has at least one share, which is 4 quarters (quarter_shares)
        person_mail_is_an_address | une adresse électronique s'écrit nom@domaine | a mail address is written name@domain
        slip_says_something | le numéro de bordereau n'est pas vide | the number of the slip is not blank
        taker_says_something | le bénéficiaire d'une mise à disposition n'est pas vide | the taker of a placement is not blank
        waste_code_has_six_digits | un code déchet a six chiffres par paires, comme 16 02 13* | a waste code has six digits in pairs, such as 16 02 13*
        one_bracket_a_quotient | un quotient tombe dans une seule tranche | a quotient falls into one bracket
        """
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
