-- Who may do what. Three logins that can never become each other: main for the workshop, the counter and the donors; social for the
-- families' files, which main cannot even name; public for whoever comes without an account, which sees no table at all. Re-applied at every migration, so that a table made later is not forgotten.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'moulin_main') THEN CREATE ROLE moulin_main LOGIN NOINHERIT; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'moulin_social') THEN CREATE ROLE moulin_social LOGIN NOINHERIT; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'moulin_public') THEN CREATE ROLE moulin_public LOGIN NOINHERIT; END IF;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
DO $$ BEGIN EXECUTE format('REVOKE CREATE ON DATABASE %I FROM PUBLIC', current_database()); END $$;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

DO $$
DECLARE s text;
BEGIN
    FOREACH s IN ARRAY ARRAY['context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report'] LOOP
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC, moulin_main, moulin_social, moulin_public', s);
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM PUBLIC, moulin_main, moulin_social, moulin_public', s);
        EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA %I FROM PUBLIC, moulin_main, moulin_social, moulin_public', s);
        EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA %I FROM PUBLIC, moulin_main, moulin_social, moulin_public', s);
    END LOOP;
END $$;

-- Main: reads the house, writes through doors, and writes directly only where every wall is in the table itself.
-- public holds the operators of pg_trgm and nothing that may be read.
GRANT USAGE ON SCHEMA context, lifecycle, reference, core, audit, report, public TO moulin_main;
GRANT SELECT ON ALL TABLES IN SCHEMA lifecycle, reference, report, audit TO moulin_main;
GRANT SELECT ON ALL TABLES IN SCHEMA core TO moulin_main;
REVOKE SELECT ON core.voucher, core.person, core.session, core.api_token, core.invitation, core.sign_in_attempt,
    core.second_factor, core.pin_try, core.identity, core.provider_visit FROM moulin_main;
GRANT SELECT (org_id, voucher_id, code, first_name, initial, kinds, issued_at, revoked_at) ON core.voucher TO moulin_main;
GRANT SELECT (org_id, person_id, login, name, language, active_during) ON core.person TO moulin_main;
GRANT INSERT, UPDATE ON core.donor, core.donor_contact, core.donation, core.donation_line, core.site, core.lot,
    core.import_mapping TO moulin_main;
-- Under which code a shipment leaves is said once: what is in it was let in under that code.
GRANT INSERT, UPDATE (slip_no, shipped_on, weight_g, acknowledged_on, treatment_certificate) ON core.shipment TO moulin_main;
GRANT INSERT ON core.outbox, core.gift_aid TO moulin_main;
GRANT UPDATE (ended_on) ON core.gift_aid TO moulin_main;
GRANT UPDATE (name, legal_form, siren, rna, object, address, phone, email, country, vat_regime, vat_number, charity_number,
    receipt_authorisation, receipt_category, signer, signer_title, is_rup, rup_decree, rup_decree_on, currency)
    ON core.organisation TO moulin_main;
GRANT INSERT ON core.person, core.person_role, core.rule_version, core.rule_body, core.price, core.price_cap, core.bracket, core.checklist,
    core.gift_value TO moulin_main;
GRANT UPDATE (during) ON core.person_role, core.rule_version TO moulin_main;
GRANT UPDATE (name, language, active_during) ON core.person TO moulin_main;
GRANT INSERT ON core.donor_consent, core.import_batch, core.idempotency, core.document_reprint,
    core.evidence_file, core.warranty_case TO moulin_main;
GRANT UPDATE (report) ON core.import_batch TO moulin_main;
GRANT UPDATE (closed_on, outcome, extended_until) ON core.warranty_case TO moulin_main;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA core TO moulin_main;
GRANT EXECUTE ON FUNCTION context.org(), context.claims(), context.signed_org(), context.require(), context.bytes(text),
    context.refuse(text, jsonb), core.begin_act(text, bytea, bigint) TO moulin_main, moulin_social;
GRANT EXECUTE ON FUNCTION audit.append(text, bigint[], text, jsonb[]), audit.append_one(text, bigint, text, jsonb),
    audit.link(bytea, integer, text, bigint, integer, bigint, bigint, text, jsonb),
    audit.version_of(text, bigint), audit.later_events(text, bigint, integer) TO moulin_main, moulin_social;
GRANT EXECUTE ON FUNCTION audit.leaf(text, bigint, integer, bytea), audit.root(bigint), audit.root_of_events(bigint), audit.settled(), audit.drop_anchor(),
    audit.faults(), audit.quota_faults(), audit.anchor_link(bytea, integer, bigint, bigint, bigint, bytea) TO moulin_main;
GRANT EXECUTE ON FUNCTION core.add_place(text, integer, integer, boolean),
    core.change_place(integer, text, integer, integer, boolean), core.retire_place(integer), core.drives_kept_at(integer, integer), core.kept_at(integer, integer),
    core.take_steps(bigint[], text, text, boolean), core.add_devices(bigint, text, integer, text, text, text, integer),
    core.describe_device(bigint, jsonb, integer), core.raise_flag(bigint, text, text), core.lift_flag(bigint, text, text),
    core.count_drives(bigint, jsonb), core.dismiss_expected_drives(bigint, text[]), core.uncounted_drive(integer, bigint),
    core.record_late_failure(bigint, integer, jsonb, jsonb, bytea, bytea, text), core.record_wipe(bigint, integer, jsonb, boolean, jsonb, bytea),
    core.record_wipes(bigint[], integer[], jsonb[], boolean[], jsonb[], bytea[], bytea[], text[]),
    core.decide_doubt(bigint, text), core.note_drive_custody(bigint, text, integer, text, text), core.hand_over_drives(bigint, bigint[]),
    core.check_wipe(bigint, boolean, text), core.move_part(text, integer, bigint, text),
    core.remove_drive(bigint, integer, text, text), core.record_wipe_failure(bigint), core.destroy_drive(bigint, text),
    core.record_tests(bigint, text[], text[], text[]), core.record_grade(bigint, text, text, text, jsonb, jsonb, text[]), core.shelve(bigint),
    core.move_component(bigint, bigint, text), core.add_component(bigint, text, text, text, text, text), core.dismantle(bigint),
    core.show_voucher(text), core.quote(text, bigint), core.sell(text, bigint, bigint, text, text[], bigint[], bigint[], smallint),
    core.lower_price(text, bigint, bigint, text), core.reserve(text, bigint, integer),
    core.release_expired_reservations(), core.take_back(bigint, text, text, bigint), core.close_period(text, date), core.find_again(bigint, text),
    core.place_device(bigint, text, text, text, date), core.dispose(bigint[], bigint), core.take_number(text),
    core.freeze_document(text, smallint, integer, text, bytea, text, bigint, date, bigint, bigint, bigint, bigint, bigint, smallint, integer,
        jsonb),
    core.cancel_document(text, text), core.keep_pdf(text, bytea), core.take_numbers(text, integer),
    core.freeze_receipts(text, smallint, integer, text[], bytea[], text[], bigint[], date[], bigint[]), core.close_register(smallint),
    core.pay_instalment(bigint, text[], bigint[], bigint[]), core.count_custody(integer, bigint[], text),
    core.take_letters(integer, interval), core.settle_letter(bigint, text, interval),
    core.enter_register(bigint, integer[], bigint[], integer[], text[], text[], bigint[], text, bytea[]), core.open_device_staging(), core.plan_device_import(bigint, text),
    core.import_devices(bigint, bigint, text), core.reserve_devices(integer),
    core.take_reports(bigint, text, bigint, bigint[], text[], integer[], bigint[], jsonb[], jsonb[], bytea[], bytea[], integer[]),
    core.undo_obstacles(bigint), core.undo_import(bigint, text), core.judge_merge(bigint, bigint), core.merge_devices(bigint, bigint, text), core.split_device(bigint, text),
    core.receive_reported_device(bigint, bigint), core.doubt_reported_device(bigint, bigint, jsonb), core.recount_reported()
    TO moulin_main;
GRANT EXECUTE ON FUNCTION core.begin_sign_in(text, text), core.open_session(bigint, bytea), core.session_person(bytea),
    core.pass_password(bigint, bytea), core.begin_code(bytea, text), core.open_session_by_code(bigint, bigint, bigint, bytea, bytea),
    core.begin_proof(bytea, text), core.renew_proof(bytea, bigint, bigint, bytea),
    core.draft_factor(bytea), core.own_factor(), core.confirm_factor(bigint, bytea[]), core.renew_recovery(bigint, bytea[]),
    core.end_factor(bigint, bigint, bytea), core.require_factor(bigint, boolean), core.account_of(bigint),
    core.open_workstation(bytea, text), core.set_pin(text), core.begin_pin(bytea, text), core.pass_pin(bytea, bigint),
    core.begin_provider_visit(bytea, bytea, text, text, text, text), core.end_provider_visit(bytea, bytea, text),
    core.begin_identity(text, text, text), core.link_by_mail(text, text, text), core.link_identity(bigint, text, text),
    core.unlink_identity(bigint), core.begin_reset(text, text, bytea), core.mail_of(bigint),
    core.propose(text, text, bytea, text), core.reject_proposal(bigint, text), core.require_two_people(text, boolean),
    core.touch_session(bytea), core.end_session(bytea), core.end_sessions(bigint), core.invite(bigint, bytea),
    core.choose_password(bytea, text), core.make_token(bigint, bytea, text, text[], timestamptz), core.token_person(bytea),
    core.list_tokens(bigint, integer)
    TO moulin_main;
GRANT EXECUTE ON FUNCTION core.run_retention(), core.erase_donor(bigint), core.erase_person(text), core.export_person(text) TO moulin_main;

-- The links of donors: main makes and ends them, and never sees what they are known by.
REVOKE SELECT ON core.donor_link, core.open_try, core.announcement FROM moulin_main;
GRANT SELECT (org_id, announcement_id, at, donor_kind, name, email, phone, note, language, consents_to_mail, outcome, reason, donation_id,
    decided_at, decided_by) ON core.announcement TO moulin_main;
GRANT SELECT (org_id, link_id, donor_id, made_at, made_by, until, revoked_at) ON core.donor_link TO moulin_main;
GRANT EXECUTE ON FUNCTION core.paper_of_code(text), core.make_donor_link(bigint, bytea, integer), core.revoke_donor_links(bigint, bigint),
    core.decide_announcement(bigint, bigint, text), core.catalogue(text, bigint, integer), core.day_of(integer, timestamptz)
    TO moulin_main;

-- Public: these doors and nothing else. No table, no view, no sequence.
GRANT USAGE ON SCHEMA core TO moulin_public;
GRANT EXECUTE ON FUNCTION core.public_person(), core.verify_paper(text, integer), core.show_donor_link(bytea, integer),
    core.devices_of_link(bytea, integer, bigint, integer), core.paper_of_link(bytea, integer, text),
    core.consent_by_link(bytea, integer, text, boolean), core.announce_gift(bytea, integer, jsonb, text, bytea, text),
    core.show_announcement(bytea, integer), core.open_catalogue(text, bigint, integer), core.open_voucher(text, integer),
    core.voucher_prices(text, integer, bigint[]), core.reserve_openly(text, integer, bigint), core.release_openly(text, integer, bigint),
    core.open_figures()
    TO moulin_public;

-- Social: the families' files, what it needs to know of the house, and the vouchers' doors.
GRANT USAGE ON SCHEMA context, reference, core, social, audit TO moulin_social;
GRANT SELECT ON ALL TABLES IN SCHEMA reference TO moulin_social;
GRANT SELECT ON core.organisation, core.rule_version, core.rule_body, core.price, core.price_cap, core.bracket, core.voucher,
    core.voucher_term TO moulin_social;
GRANT SELECT (org_id, person_id, login, name, language, active_during) ON core.person TO moulin_social;
GRANT SELECT ON core.person_role, core.present_person TO moulin_social;
GRANT SELECT ON ALL TABLES IN SCHEMA social TO moulin_social;
-- The keyed hashes of adults and the slots of the quota answer through doors alone.
REVOKE SELECT ON social.adult, social.quota_slot FROM moulin_social;
GRANT SELECT (org_id, household_id, family_name, given_name, born_on, during) ON social.adult TO moulin_social;
GRANT INSERT ON social.appeal, social.letter, social.waiting, social.objection, social.kept_answer TO moulin_social;
GRANT UPDATE (left_at) ON social.waiting TO moulin_social;
GRANT INSERT, UPDATE ON social.import_mapping TO moulin_social;
GRANT INSERT ON social.household, social.application, social.proof_seen, social.evidence, social.decision, social.approval,
    social.allowance, social.access_log TO moulin_social;
GRANT UPDATE ON social.household, social.application, social.evidence TO moulin_social;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA social TO moulin_social;
GRANT EXECUTE ON FUNCTION social.issue_voucher(bigint, text, text, text, text[], date, date), social.renew_voucher(text, integer),
    social.revoke_voucher(text, text), social.households_of(bytea[]), social.settle_adult(bigint, bytea, text, text, date),
    social.purchases_of(bigint), social.reservations_of(bigint), social.end_adult(bigint, bytea), social.holds_a(bigint, text), social.has_room(bigint, text, integer), social.expire_applications(),
    social.erase_household(bigint, text), social.household_holds(integer, bigint, timestamptz), social.count_decisions(integer, bigint[]),
    core.day_of(integer, timestamptz), social.take_number(text), social.keep_pdf(text, bytea),
    social.freeze_paper(text, smallint, integer, text, bytea, text, bigint, smallint, integer)
    TO moulin_social;
-- Of the papers of the house, its own alone: a policy below holds back every other row.
GRANT SELECT ON core.document, core.document_content, core.document_pdf, core.document_cancellation, core.document_reprint TO moulin_social;
GRANT EXECUTE ON FUNCTION core.social_papers() TO moulin_main, moulin_social;
GRANT EXECUTE ON FUNCTION core.faults_of_papers(), core.lowering_of(integer, bigint, integer, bigint) TO moulin_main;

-- A process of the social services alone lets its people in by itself: sessions and codes, and nothing that gives or takes rights.
GRANT EXECUTE ON FUNCTION core.begin_sign_in(text, text), core.open_session(bigint, bytea), core.session_person(bytea),
    core.pass_password(bigint, bytea), core.begin_code(bytea, text), core.open_session_by_code(bigint, bigint, bigint, bytea, bytea),
    core.begin_proof(bytea, text), core.renew_proof(bytea, bigint, bigint, bytea), core.touch_session(bytea), core.end_session(bytea),
    core.choose_password(bytea, text), core.token_person(bytea) TO moulin_social;

-- Every table of an organisation shows and takes rows of that organisation only, to the owner too.
DO $$
DECLARE t record;
BEGIN
    FOR t IN SELECT c.oid::regclass AS name, n.nspname, c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
              JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
             WHERE c.relkind = 'r' AND n.nspname IN ('core', 'social', 'audit') LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t.name);
        EXECUTE format('DROP POLICY IF EXISTS own_organisation_reads ON %s', t.name);
        EXECUTE format('DROP POLICY IF EXISTS own_organisation_adds ON %s', t.name);
        EXECUTE format('DROP POLICY IF EXISTS own_organisation_changes ON %s', t.name);
        IF t.nspname = 'social' THEN
            EXECUTE format('CREATE POLICY own_organisation_reads ON %s FOR SELECT USING (org_id = (SELECT context.signed_org()))', t.name);
        ELSE
            EXECUTE format('CREATE POLICY own_organisation_reads ON %s FOR SELECT USING (org_id = (SELECT context.org()))', t.name);
        END IF;
        EXECUTE format('CREATE POLICY own_organisation_adds ON %s FOR INSERT WITH CHECK (org_id = (SELECT context.signed_org()))', t.name);
        EXECUTE format('CREATE POLICY own_organisation_changes ON %s FOR UPDATE USING (org_id = (SELECT context.signed_org()))
            WITH CHECK (org_id = (SELECT context.signed_org()))', t.name);
    END LOOP;
END $$;

-- Rows go only where an erasure names them or their clock has run out, and only through the owner's doors: no login deletes.
DO $$
DECLARE t record;
BEGIN
    FOR t IN SELECT * FROM (VALUES
        ('social.access_log', 'at + interval ''12 months'' <= (SELECT clock_timestamp())'),
        ('core.sign_in_attempt', 'at + interval ''12 months'' <= (SELECT clock_timestamp())'),
        ('social.quota_slot', 'lower(during) + interval ''24 months'' <= (SELECT clock_timestamp())'),
        ('social.waiting', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = waiting.org_id AND waiting.approval_id = ANY (e.approvals))'),
        ('social.allowance', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = allowance.org_id AND allowance.approval_id = ANY (e.approvals))'),
        ('social.approval', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = approval.org_id AND approval.approval_id = ANY (e.approvals))'),
        ('social.letter', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = letter.org_id AND letter.application_id = ANY (e.applications))'),
        ('social.appeal', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = appeal.org_id AND appeal.application_id = ANY (e.applications))'),
        ('social.decision', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = decision.org_id AND decision.application_id = ANY (e.applications))'),
        ('social.evidence', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = evidence.org_id AND evidence.application_id = ANY (e.applications))'),
        ('social.proof_seen', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = proof_seen.org_id AND proof_seen.application_id = ANY (e.applications))'),
        ('social.application', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = application.org_id AND e.household_id = application.household_id)'),
        ('social.objection', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = objection.org_id AND e.household_id = objection.household_id)'),
        ('social.adult', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = adult.org_id AND e.household_id = adult.household_id)'),
        ('social.household', 'EXISTS (SELECT FROM social.erasure AS e WHERE e.org_id = household.org_id AND e.household_id = household.household_id)'),
        ('core.announced_list', 'EXISTS (SELECT FROM core.announcement AS a WHERE a.org_id = announced_list.org_id
            AND a.announcement_id = announced_list.announcement_id AND (a.outcome IN (''lapsed'', ''refused'')
              OR EXISTS (SELECT FROM core.donation AS g JOIN core.donor AS d ON d.org_id = g.org_id AND d.donor_id = g.donor_id
                    WHERE g.org_id = a.org_id AND g.donation_id = a.donation_id AND d.erased_at IS NOT NULL)))'),
        ('core.document_pdf', 'EXISTS (SELECT FROM core.document AS d LEFT JOIN core.voucher AS v ON v.org_id = d.org_id AND v.voucher_id = d.voucher_id
            WHERE d.org_id = document_pdf.org_id AND d.kind = document_pdf.kind AND d.year = document_pdf.year AND d.no = document_pdf.no
              AND (v.erased_at IS NOT NULL OR d.issued_at + make_interval(months => core.months_of_paper(d.kind)) <= clock_timestamp()))'),
        ('core.document_content', 'EXISTS (SELECT FROM core.document AS d LEFT JOIN core.voucher AS v ON v.org_id = d.org_id AND v.voucher_id = d.voucher_id
            WHERE d.org_id = document_content.org_id AND d.kind = document_content.kind AND d.year = document_content.year AND d.no = document_content.no
              AND (v.erased_at IS NOT NULL OR d.issued_at + make_interval(months => core.months_of_paper(d.kind)) <= clock_timestamp()))')
    ) AS g (name, goes) LOOP
        EXECUTE format('DROP POLICY IF EXISTS erased_on_its_clock ON %s', t.name);
        EXECUTE format('CREATE POLICY erased_on_its_clock ON %s FOR DELETE TO CURRENT_USER
            USING (org_id = (SELECT context.signed_org()) AND %s)', t.name, t.goes);
    END LOOP;
END $$;

-- A role is given by the person who speaks: nobody gives one in another's name, nor without a name.
DROP POLICY IF EXISTS roles_are_given_by_who_speaks ON core.person_role;
CREATE POLICY roles_are_given_by_who_speaks ON core.person_role AS RESTRICTIVE FOR INSERT TO moulin_main
    WITH CHECK (granted_by = (SELECT (context.claims())[2]));
-- An answer is read again by the login that it was given to; those of the social services lie behind their own wall.
ALTER POLICY own_organisation_reads ON core.idempotency USING (org_id = (SELECT context.org()) AND login = current_user);

-- The social desk's papers are read through its login, and nothing else is; what is in them, through no other.
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['document', 'document_content', 'document_pdf', 'document_cancellation', 'document_reprint'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS papers_of_the_social_desk ON core.%I', t);
        EXECUTE format('CREATE POLICY papers_of_the_social_desk ON core.%I AS RESTRICTIVE FOR SELECT TO moulin_social
            USING (kind = ANY ((SELECT core.social_papers())::text[]))', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['document_content', 'document_pdf'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS papers_of_the_house ON core.%I', t);
        EXECUTE format('CREATE POLICY papers_of_the_house ON core.%I AS RESTRICTIVE FOR SELECT TO moulin_main
            USING (NOT kind = ANY ((SELECT core.social_papers())::text[]))', t);
    END LOOP;
END $$;
