-- Acts that ask more than a role: a proof of who acts that is fresh enough, and two people where the organisation decided so.

-- Through what the speaker came, as the service signed it: `-` for the owner of the machine, `s` and the hash of a session, `k` and
-- the number of a program's key, `p` and the hash of a shared bench.
CREATE OR REPLACE FUNCTION context.door() RETURNS text
    LANGUAGE sql STABLE
    RETURN CASE WHEN context.claims() IS NOT NULL THEN split_part(current_setting('moulin.claims', true), ':', 3) END;

-- Refuses an act for which the proof of who acts is missing or too old. A program cannot prove anything: its key has to name the act.
CREATE OR REPLACE FUNCTION core.require_proof(p_act text, p_minutes integer) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_door text := context.door();
    v_rest text := substr(v_door, 2);
BEGIN
    IF v_door = '-' OR p_minutes = 0 THEN RETURN; END IF;
    CASE left(v_door, 1)
        WHEN 's' THEN
            PERFORM FROM core.session WHERE org_id = who[1] AND token_sha256 = decode(v_rest, 'hex') AND person_id = who[2]
               AND revoked_at IS NULL AND workstation IS NULL AND proven_at > clock_timestamp() - make_interval(mins => p_minutes);
        WHEN 'k' THEN
            PERFORM FROM core.api_token WHERE org_id = who[1] AND token_id = v_rest::bigint AND person_id = who[2]
               AND revoked_at IS NULL AND p_act = ANY (scopes);
        ELSE PERFORM FROM core.session WHERE false;
    END CASE;
    IF NOT FOUND THEN
        PERFORM context.refuse('proof_needed', (SELECT jsonb_build_object('act', act, 'act.fr', label_fr, 'act.en', label_en, 'minutes', p_minutes)
            FROM reference.guarded_act WHERE act = p_act));
    END IF;
END $$;

-- Whether this very transaction is the approval of a proposal.
CREATE OR REPLACE FUNCTION core.is_seconded() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    RETURN EXISTS (SELECT FROM core.proposal WHERE org_id = (context.require())[1]
        AND proposal_id = nullif(current_setting('moulin.proposal', true), '')::bigint AND approved_in = pg_current_xact_id()::text);

-- Refuses an act that the organisation decided takes two people, when one does it alone. Called by the doors of such acts.
CREATE OR REPLACE FUNCTION core.require_second(p_act text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM core.two_person_rule WHERE org_id = (context.require())[1] AND act = p_act AND clock_timestamp() <@ during;
    IF FOUND AND NOT core.is_seconded() THEN
        PERFORM context.refuse('approval_needed', (SELECT jsonb_build_object('act', act, 'act.fr', label_fr, 'act.en', label_en)
            FROM reference.guarded_act WHERE act = p_act));
    END IF;
END $$;

-- Begins an act. With a proposal it is its approval: the row is the lock, so that it is approved once, by another, for this content.
CREATE OR REPLACE FUNCTION core.begin_act(p_act text, p_content bytea, p_proposal bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_guard reference.guarded_act;
    v_proposer bigint;
BEGIN
    PERFORM set_config('moulin.proposal', coalesce(p_proposal::text, ''), true), set_config('moulin.seconding', '', true);
    SELECT * INTO v_guard FROM reference.guarded_act WHERE act = p_act;
    IF v_guard.act IS NOT NULL THEN PERFORM core.require_proof(p_act, v_guard.proof_minutes); END IF;
    IF p_proposal IS NOT NULL THEN
        PERFORM FROM core.proposal WHERE org_id = who[1] AND proposal_id = p_proposal AND decided_at IS NULL AND until < clock_timestamp();
        IF FOUND THEN PERFORM context.refuse('proposal_expired', '{"days": 30}'); END IF;
        UPDATE core.proposal SET decided_by = who[2], decided_at = clock_timestamp(), is_approved = true, content = NULL,
               approved_in = pg_current_xact_id()::text
         WHERE org_id = who[1] AND proposal_id = p_proposal AND command = p_act AND content_sha256 = p_content AND decided_at IS NULL
        RETURNING proposed_by INTO v_proposer;
        IF NOT FOUND THEN PERFORM context.refuse('proposal_decided', jsonb_build_object('proposal', p_proposal)); END IF;
        PERFORM audit.append_one('proposal', p_proposal, 'approve-proposal', jsonb_build_object('command', p_act, 'proposed_by', v_proposer));
        -- Every event of the act carries both names: who speaks approved, and this person proposed.
        PERFORM set_config('moulin.seconding', jsonb_build_object('proposal', p_proposal, 'proposed_by', v_proposer)::text, true);
    END IF;
    IF v_guard.may_need_two THEN PERFORM core.require_second(p_act); END IF;
END $$;

-- Puts an act before another person, for thirty days.
CREATE OR REPLACE FUNCTION core.propose(p_command text, p_content text, p_sha256 bytea, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    made bigint;
BEGIN
    INSERT INTO core.proposal (org_id, command, content, content_sha256, reason, proposed_by, until)
    VALUES (who[1], p_command, p_content, p_sha256, p_reason, who[2], clock_timestamp() + interval '30 days') RETURNING proposal_id INTO made;
    PERFORM audit.append_one('proposal', made, 'propose', jsonb_build_object('command', p_command, 'content', encode(p_sha256, 'hex')));
    RETURN made;
END $$;

-- Says no to a proposal, or takes back one's own.
CREATE OR REPLACE FUNCTION core.reject_proposal(p_proposal bigint, p_note text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
BEGIN
    UPDATE core.proposal SET decided_by = who[2], decided_at = clock_timestamp(), is_approved = false, note = p_note, content = NULL
     WHERE org_id = who[1] AND proposal_id = p_proposal AND decided_at IS NULL;
    IF NOT FOUND THEN PERFORM context.refuse('proposal_decided', jsonb_build_object('proposal', p_proposal)); END IF;
    PERFORM audit.append_one('proposal', p_proposal, 'reject-proposal', '{}');
END $$;

-- From now on an act takes two people, or no longer does. To end such a rule is itself an act of two.
CREATE OR REPLACE FUNCTION core.require_two_people(p_act text, p_required boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    t timestamptz;
BEGIN
    PERFORM FROM reference.guarded_act WHERE act = p_act AND may_need_two;
    IF NOT FOUND THEN PERFORM context.refuse('act_takes_one', jsonb_build_object('act', p_act)); END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(who[1] || ':' || p_act, 7305));
    -- Read once the lock is held: acts that share it are before or after the rule, never in between.
    t := clock_timestamp();
    IF NOT p_required THEN
        PERFORM core.require_second(p_act);
        UPDATE core.two_person_rule SET during = tstzrange(lower(during), t)
         WHERE org_id = who[1] AND act = p_act AND t <@ during;
    ELSE
        INSERT INTO core.two_person_rule (org_id, act, during, set_by)
        SELECT who[1], p_act, tstzrange(t, NULL), who[2]
         WHERE NOT EXISTS (SELECT FROM core.two_person_rule WHERE org_id = who[1] AND act = p_act AND t <@ during);
    END IF;
    PERFORM audit.append_one('house', who[1], 'require-two-people', jsonb_build_object('act', p_act, 'required', p_required));
END $$;

-- How far the history of a thing has come; 0 while nothing was written of it.
DROP FUNCTION IF EXISTS audit.require_version(text, bigint, integer);
CREATE OR REPLACE FUNCTION audit.version_of(p_subject text, p_id bigint) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce((SELECT seq FROM audit.chain WHERE org_id = context.org() AND subject = p_subject AND subject_id = p_id), 0)
$$;

-- How far the history of a thing has come, with the latest of what others did since somebody read it. What this transaction wrote
-- itself is left out, so that it may be asked again when all is written: whoever appended meanwhile is then seen, because appending
-- holds the head of the chain, and no lock is taken in another order than the doors take theirs.
CREATE OR REPLACE FUNCTION audit.later_events(p_subject text, p_id bigint, p_since integer)
    RETURNS TABLE (last integer, name text, by text, at text)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT audit.version_of(p_subject, p_id), e.name, e.by, e.at
      FROM (SELECT (context.require())[1]::integer AS org) AS who
      LEFT JOIN LATERAL (
        SELECT v.name, w.name AS by, v.seq,
               to_char((to_timestamp(0) + v.micros * interval '1 microsecond') AT TIME ZONE o.time_zone, 'HH24:MI') AS at
          FROM audit.event AS v
          JOIN core.person AS w ON w.org_id = v.org_id AND w.person_id = v.person_id
          JOIN core.organisation AS o ON o.org_id = v.org_id
         WHERE v.org_id = who.org AND v.subject = p_subject AND v.subject_id = p_id AND v.seq > p_since
           AND v.xmin <> pg_current_xact_id()::xid
         ORDER BY v.seq DESC LIMIT 3) AS e ON true
     ORDER BY e.seq DESC
$$;
