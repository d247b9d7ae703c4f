import Domain

extension ConstraintRefusals {
    /// The refusal that a constraint's name stands for, when it is not the word of one itself.
    static func code(of constraint: String) -> Refusal.Code? {
        if let code = codes[constraint] { return code }
        if valueBounds.contains(constraint) { return .valueNotAllowed }
        return linesOnce.contains(constraint) ? .lineTwice : nil
    }

    /// What a single value of a request must be: the door reads most of it before, and the wall has the last word.
    static let valueBounds = Set(
        names(
            """
            adult_is_born adult_is_grown household_has_a_share person_mail_is_an_address
            device_memory_is_likely device_storage_is_likely device_weight_is_likely
            agency_is_of_individuals answered_key_is_bounded appeal_has_its_months application_wants_something cap_is_not_negative
            capped_kind_is_known children_are_persons component_condition_is_known currency_is_iso_4217
            custody_act_is_known declared_is_not_negative destination_is_legal device_kind_is_known
            device_weight_is_positive donor_has_a_name donor_kind_is_known doubt_decision_is_known
            drive_count_is_not_negative flag_kind_is_known gift_value_is_not_negative grade_is_known
            hidden_sectors_is_known household_has_someone income_is_not_negative key_is_bounded label_is_known
            language_is_spoken letter_is_in_a_spoken_language line_kind_is_known login_is_plain
            media_kind_is_known objection_purpose_is_known organisation_has_a_name origin_class_is_known
            origin_regime_is_known part_move_moves payment_method_is_known place_has_a_name
            placement_kind_is_known price_is_not_negative price_kind_is_known priced_grade_is_known
            proposal_is_whole public_regime_is_of_public_bodies quantity_is_not_negative quota_is_small
            quotient_has_its_source quotient_is_not_negative quotient_source_is_known received_is_not_negative
            refund_is_not_negative required_level_is_known return_cause_is_known reviewed_is_not_negative
            role_is_known route_is_known rule_holds_some_day shipped_has_its_slip siren_has_nine_digits
            siret_has_fourteen_digits test_result_is_known tool_report_is_kept total_valuation_is_not_negative
            valuation_basis_is_known valuation_is_not_negative valued_condition_is_known valued_kind_is_known
            verification_is_known voucher_allows_something warranty_outcome_is_known
            waste_status_is_known wipe_result_is_known wipe_source_is_known country_has_its_papers
            gift_aid_method_is_known commission_is_a_share gift_aid_ends_after_it_begins
            shipment_weighs_something covered_days_are_bounded vat_regime_is_known
            receipt_authorisation_is_known waited_kind_is_known undoing_has_its_reason merging_has_its_reason
            split_is_told_whole announcing_kind_is_known announced_name_is_bounded announced_mail_is_bounded
            announced_phone_is_bounded announced_note_is_bounded announced_lines_are_few
            announced_kind_is_known announced_words_are_bounded announced_quantity_is_likely
            list_name_is_bounded list_is_not_too_large retention_is_bounded
            counterpart_is_not_negative slip_says_something carrier_says_something destination_says_something
            waste_code_has_six_digits taker_says_something agreement_says_something fault_says_something
            """
        )
    )

    /// Lines of one published rule that contradict each other.
    static let linesOnce = Set(
        names("price_key price_cap_key gift_value_key bracket_key one_bracket_a_quotient")
    )
}
