-- Letters that wait to leave. A sender takes some on loan: they come back by themselves if it dies before it says how it went, and then
-- they leave under the same Message-ID, so that a mailbox that has one already recognises the second.
CREATE OR REPLACE FUNCTION core.take_letters(p_count integer, p_loan interval)
    RETURNS TABLE (outbox_id bigint, at timestamptz, tries integer, body jsonb)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    t timestamptz := clock_timestamp();
BEGIN
    RETURN QUERY
    WITH next AS (
        SELECT o.outbox_id FROM core.outbox AS o
         WHERE o.org_id = who[1] AND o.done_at IS NULL AND o.given_up_at IS NULL AND o.due_at <= t AND o.kind = 'letter'
         ORDER BY o.due_at, o.outbox_id LIMIT p_count FOR UPDATE SKIP LOCKED
    )
    UPDATE core.outbox AS o SET tries = o.tries + 1, due_at = t + p_loan FROM next
     WHERE o.org_id = who[1] AND o.outbox_id = next.outbox_id
    RETURNING o.outbox_id, o.at, o.tries, o.body;
END $$;

-- How it went. What was sent keeps no text and no address; what failed comes back later, ever later, and after the last try is
-- given up and stays to be looked at.
CREATE OR REPLACE FUNCTION core.settle_letter(p_letter bigint, p_error text, p_again_in interval) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    t timestamptz := clock_timestamp();
BEGIN
    UPDATE core.outbox
       SET done_at = CASE WHEN p_error IS NULL THEN t END, last_error = p_error,
           given_up_at = CASE WHEN p_error IS NOT NULL AND p_again_in IS NULL THEN t END,
           due_at = coalesce(t + p_again_in, due_at),
           body = CASE WHEN p_error IS NULL THEN body - 'to' - 'name' - 'subject' - 'text' ELSE body END
     WHERE org_id = who[1] AND outbox_id = p_letter AND done_at IS NULL AND given_up_at IS NULL;
END $$;
