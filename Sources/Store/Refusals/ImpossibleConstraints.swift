extension ConstraintRefusals {
    /// Why no request of a person can meet a constraint; when one does, it is a bug and is told as one.
    enum Impossibility: CaseIterable {
        /// Tables that only a migration writes, from texts that are checked before.
        case ofTheMigration
        /// Tables that no door writes yet.
        case notServedYet
        /// The organisation and the person, taken from the signed context.
        case ofTheSpeaker
        /// Keys that the database numbers, or that a door writes once under a lock.
        case numbered
        /// Numbers and links of a chain, written by its door under the lock of its head.
        case chained
        /// A primary key and a fact beside it, kept for foreign keys that carry the fact: the primary key speaks first.
        case besideItsKey
        /// Words, hashes and computed values that a door writes itself.
        case writtenByTheDoor
        /// Rows that the same door has just written, or read under a lock.
        case madeByTheDoor
    }

    /// The constraints that no door can violate, by the reason.
    static let impossible: [Impossibility: [String]] = [
        .ofTheMigration: names(
            """
            evidence_is_known fingerprint_is_one_row one_fingerprint one_signing_key pads_are_one_block
            signing_key_is_one_row state_clean_key state_key step_enters_a_state step_has_a_role
            step_key step_leaves_a_state step_way_key
            """
        ),
        .notServedYet: names(
            """
            checklist_is_of_an_organisation checklist_key checklist_kind_is_known
            """
        ),
        .ofTheSpeaker: names(
            """
            access_is_by_a_person account_is_of_an_organisation anchor_is_of_an_organisation
            answer_is_of_an_organisation api_token_is_of_a_person appeal_is_noted_by_a_person
            application_is_entered_by_a_person attempt_is_of_an_organisation cancellation_is_by_a_person
            case_is_by_a_person chain_is_of_an_organisation check_is_by_a_person
            clearance_is_by_a_person closing_is_by_a_person closing_is_of_an_organisation
            count_is_by_a_person custody_is_by_a_person decision_is_by_a_person
            decision_is_seconded_by_a_person document_is_by_a_person donor_is_of_an_organisation
            doubt_is_decided_by_a_person drive_is_of_an_organisation erasure_is_by_a_person
            erasure_is_of_an_organisation event_is_by_a_person evidence_is_set_by_a_person
            file_is_of_an_organisation flag_is_lifted_by_a_person flag_is_raised_by_a_person
            grade_is_by_a_person household_is_of_an_organisation import_is_by_a_person
            household_mapping_is_of_an_organisation
            import_is_of_an_organisation invitation_is_made_by_a_person invitation_is_of_a_person
            key_is_of_an_organisation letter_is_issued_by_a_person lot_is_of_an_organisation
            mapping_is_of_an_organisation move_is_by_a_person objection_is_noted_by_a_person
            outbox_is_of_an_organisation override_is_proposed_by_a_person part_is_of_an_organisation
            part_move_is_by_a_person past_is_of_an_organisation payment_is_by_a_person
            person_is_of_an_organisation placement_is_by_a_person proof_is_seen_by_a_person
            register_closing_is_of_an_organisation register_is_closed_by_a_person
            register_is_of_an_organisation report_is_by_a_person reprint_is_by_a_person
            return_is_by_a_person role_is_granted_by_a_person rule_is_of_an_organisation
            sale_is_by_a_person series_is_of_an_organisation session_is_of_a_person
            shipment_is_of_an_organisation site_is_of_an_organisation step_is_by_a_person
            merge_is_by_a_person split_is_by_a_person undo_is_by_a_person test_is_by_a_person
            transfer_is_by_a_person voucher_is_issued_by_a_person try_is_of_an_organisation
            donor_link_is_made_by_a_person announcement_is_of_an_organisation
            announcement_is_decided_by_a_person
            voucher_is_of_an_organisation waiting_is_noted_by_a_person wipe_is_by_a_person
            proposal_is_by_a_person proposal_is_decided_by_a_person proposal_is_of_an_organisation
            second_factor_is_of_a_person two_person_rule_is_of_an_organisation
            two_person_rule_is_set_by_a_person pin_try_is_of_a_person identity_is_of_a_person
            identity_is_linked_by_a_person provider_visit_is_of_an_organisation lowering_is_by_a_person
            """
        ),
        .numbered: names(
            """
            import_change_key import_undo_key merge_key
            access_key account_key adult_id allowance_key anchor_key api_token_key api_token_once
            application_key approval_key battery_reading_key chain_key closing_key component_key
            component_move_key consent_key contact_key counted_part_key counted_part_move_key
            custody_count_key device_key document_content_key document_key document_pdf_key donation_key
            donation_line_key donor_key doubt_key drive_key drive_reading_key erasure_key event_key
            evidence_file_key evidence_key expected_drive_key flag_key gift_aid_key grade_key
            hardware_report_key household_key household_mapping_key identifier_key import_key invitation_key invitation_once
            letter_key lot_key mapping_key objection_key offer_key organisation_key outbox_key
            past_count_key payment_key person_key place_key placement_key proof_key quota_slot_key
            register_key register_source_key report_recorded_once reprint_key reservation_key return_key
            rule_body_key sale_key series_key session_key shipment_key sign_in_attempt_key site_key
            slot_key stay_key test_result_key transfer_key voucher_key waiting_key warranty_case_key
            wipe_check_key wipe_key open_try_key donor_link_key donor_link_once announcement_key
            announcement_once announced_line_key announced_list_key second_factor_key proposal_key
            pin_try_key passed_token_once identity_key provider_visit_key lowering_key
            """
        ),
        .chained: names(
            """
            anchor_continues_the_chain anchors_count_from_one anchors_have_no_gap chain_counts_from_one
            clearances_count_from_one clearances_have_no_gap closing_continues_the_chain
            closing_continues_the_total closings_count_from_one custody_counts_from_one
            custody_has_no_gap decisions_count_from_one decisions_have_no_gap
            document_continues_the_chain documents_count_from_one documents_have_no_gap
            event_counts_from_one event_words_are_plain events_have_no_gap first_anchor_follows_nothing
            first_closing_follows_nothing first_document_follows_nothing first_event_follows_nothing
            first_line_follows_nothing gift_aid_counts_from_one history_starts_at_the_start
            line_counts_from_one moves_count_from_one moves_have_no_gap payments_count_from_one
            register_closes_with_its_last_line register_continues_the_chain register_counts_from_one
            register_has_no_gap slots_count_from_one slots_have_no_gap slots_of_quota_count_from_one
            stays_count_from_one stays_have_no_gap step_counts_from_one tests_count_from_one
            total_starts_at_zero
            """
        ),
        .besideItsKey: names(
            """
            merge_device_key undone_import_key lowering_fact_key proposal_approval_key
            allowance_fact_key anchor_hash_key application_entry_key application_household_key
            cap_fact_key closing_hash_key closing_total_key decision_approver_key decision_bracket_key
            decision_day_key document_commitment_key document_hash_key donation_class_key donor_kind_key
            drive_media_key grade_fact_key grade_stay_key offer_fact_key offer_stay_key payment_due_key
            placement_device_key placement_stay_key register_hash_key report_device_key
            reservation_device_key return_stay_key sale_device_key sale_price_key sale_stay_key
            slot_drive_key slot_kind_key slot_start_key stay_count_key stay_open_key stay_regime_key step_result_key term_fact_key
            transfer_fact_key wipe_operator_key wipe_stay_key wipe_verdict_key
            """
        ),
        .writtenByTheDoor: names(
            """
            copies_count_from_one instalment_is_one_of_few
            account_is_bounded address_is_bounded adult_has_been_there adult_key_is_a_mac
            api_token_is_a_hash appeal_follows_a_decision application_status_is_known
            approval_has_its_bracket basis_is_known batteries_count_from_one battery_health_is_a_share
            body_is_of_a_kind_that_has_one cap_has_its_rule clearance_kind_is_known clock_has_run_out
            closing_is_named_whole closing_period_is_known commitment_is_sha256 component_act_is_known
            counted_part_is_known decision_has_its_person decision_outcome_is_known
            donated_stay_has_its_donation donation_status_is_known empty_register_has_no_hash
            erased_voucher_names_nobody erasure_cause_is_known evidence_hash_is_sha256
            file_hash_is_sha256 file_is_its_hash flags_are_counted_up gone_component_is_nowhere
            grid_price_is_not_negative identifier_kind_is_known initial_is_one_letter
            invitation_token_is_a_hash media_state_is_known reported_kind_is_known failures_before_are_few
            method_reaches_its_level
            override_has_two_approvers past_was_something policy_asks_its_level
            received_donation_has_its_day register_year_is_the_days registered_something
            removed_means_a_destination replaced_document_is_named_whole report_parts_count_from_one
            reservation_is_bounded return_has_its_origin reverse_knows_the_amount rule_kind_is_known
            sale_price_is_not_negative sale_status_is_known salt_is_long sent_or_given_up
            session_token_is_a_hash settled_sale_has_payments slot_has_its_approval_until_erased
            slot_is_counted slot_is_within_the_quota stay_closes_after_it_opens stay_opening_is_known
            term_is_bounded transfer_has_two_sides transfer_is_positive
            act_is_open_to_all caller_is_a_bucket tries_count_from_one donor_link_token_is_a_hash
            donor_link_ends announcement_token_is_a_hash announcement_outcome_is_known
            decision_on_a_gift_is_whole anonymous_has_no_name decided_gift_names_nobody
            the_public_never_signs_in announced_in_a_spoken_language
            voucher_has_its_approval_until_erased warranty_lasts who_leaves_was_there wiped_means_a_wipe
            workstation_has_a_name passed_token_is_a_hash secret_is_sealed draft_is_sealed
            recovery_needs_a_secret proposal_names_a_command proposed_content_has_its_hash
            decided_proposal_is_whole approval_is_in_a_transaction decided_content_is_gone
            two_person_rule_names_an_act two_person_rule_once_at_a_time state_is_a_hash
            browser_is_a_hash lowering_names_its_proposer under_the_grid_by_decision
            """
        ),
        .madeByTheDoor: names(
            """
            sale_has_the_payment_it_names
            change_is_of_a_device change_is_of_an_import identifier_came_with_a_merge merge_has_its_step
            merge_is_of_a_device merge_step_has_its_merge merge_survivor_is_a_device undo_marks_its_import
            undone_import_has_its_undo withdrawal_has_its_undo
            adult_is_of_a_household allowance_is_of_an_approval appeal_is_of_that_decision
            application_is_of_a_household approval_is_of_the_household_that_applied
            approval_is_what_was_decided battery_is_of_a_report body_is_of_a_rule bracket_is_of_a_rule
            cap_is_of_a_rule check_names_the_operator clearance_is_of_that_drive
            component_comes_from_a_device component_is_a_drive component_is_in_a_device
            content_is_what_was_frozen count_is_of_real_drives decision_names_the_approver_before
            decision_names_who_entered device_is_in_its_open_stay document_is_of_a_placement
            document_is_of_a_series document_number_once doubt_is_of_a_device doubt_names_another_device
            drive_is_one_component expected_in_a_stay expected_is_a_drive failed_step_has_its_attempt
            gift_value_is_of_a_grid grade_is_of_a_stay graded_step_has_its_grade
            identifier_is_of_a_device letter_is_of_a_decision move_enters_a_device move_leaves_a_device
            number_not_used offer_has_its_grade one_open_stay only_the_approved_wait
            payment_is_of_a_sale placed_step_has_its_placement placement_has_its_step price_is_of_a_grid
            quota_slot_is_of_a_sale reading_is_of_a_drive reading_is_of_a_report register_names_a_device
            register_names_a_donation registered_once report_is_of_a_stay report_keeps_its_file
            reservation_is_of_a_device reserved_step_has_its_reservation return_is_of_a_device
            return_is_of_a_placement return_is_of_a_sale return_opens_a_stay
            returned_step_has_its_return sale_has_its_step sale_knows_the_origin
            second_look_answers_an_appeal shelved_step_has_its_offer slot_is_a_drive
            slot_is_of_an_allowance slot_knows_the_count sold_step_has_its_sale source_is_of_a_line
            state_is_on_the_map stay_is_of_a_device stay_is_of_an_import stay_is_of_its_donation
            step_is_in_a_stay term_is_of_a_voucher test_is_of_a_stay transfer_credits_an_account
            transfer_debits_an_account transfer_is_of_a_sale transfer_reverses_a_transfer
            announcement_becomes_one_donation announced_line_is_of_an_announcement list_is_of_an_announcement
            verification_once voucher_code_once voucher_stands_for_an_approval wipe_has_its_evidence
            wipe_is_accepted_and_of_this_stay wipe_is_of_that_medium wipe_knows_since_when pin_try_is_at_a_station
            lowering_is_of_a_stay lowering_is_for_a_voucher lowering_was_approved sale_relies_on_a_lowering
            """
        ),
    ]

    static func names(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
