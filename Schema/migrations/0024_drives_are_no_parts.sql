-- A drive is never a part, and what is storage itself is never without a drive.
-- Why: what is recorded as a part leaves its machine, enters another and is sold with it, and nobody asks whether it was wiped. Whether
-- a text names storage is asked of its words: of cables, caddies and screws for drives, and of optical drives, nothing is kept out.
-- For the operator of a big table: writes the devices anew, for a column that most of them leave empty; the rest is short. Parts and
-- counts that were there before stay as they are, and are refused when they are moved.
CREATE FUNCTION core.names_storage(p_text text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(lower(p_text), '[\s_\u00a0\u202f-]+', ' ', 'g') ~ ('\m(ssd|hdd|sshd|nvme|emmc)s?[0-9]*\M|\mdisques?\M|\mdisks?\M'
        || '|\m(hard|flash|solid state|pen|thumb|usb|external|internal|storage) ?(disc|drive)s?\M|^\s*(drives?|(hd|dd)( [0-9].*)?)\s*$'
        || '|\m(storage|stockage)\M|\m(embedded flash|flash memory|m[eé]moires? flash|memory sticks?)\M'
        || '|\mcl[eé]s? usb\M|\musb (sticks?|keys?)\M|\m(micro ?)?sd ?(cards?|karten?)\M|\mcartes? (micro ?)?sd\M|\mflash cards?\M'
        || '|\mfestplatten?\M|\mdatenträger\M|\mdiscos? (duro|r[ií]gido)s?\M|\mdischi? (fisso|rigido|fissi|rigidi)\M|\mharde? schij[fv]')
    AND (regexp_replace(lower(p_text), '[\s_\u00a0\u202f-]+', ' ', 'g') !~ ('\m(c[aâ]bles?|cordons?|nappes?|vis|caddys?|caddies|berceaux?|tiroirs?'
        || '|rails?|racks?|baies?|bo[iî]tiers?|adaptateurs?|connecteurs?|contr[oô]leurs?|dissipateurs?|fixations?|[eé]querres?|caches?|patins?'
        || '|supports?(?! de stockage)|lecteurs? de|cartes? contr|screws?|brackets?|trays?|sleds?|adapters?|adaptors?|connectors?'
        || '|controllers?|backplanes?|heatsinks?|heat sinks?|bays?|cages?|cases?|enclosures?|docks?|mounts?|holders?|covers?|readers?|pads?'
        || '|kabel|adapter|halterung(en)?|schrauben?|optical|optiques?|dvd|cd|blu ?ray|floppy|sans|without)\M')
        OR lower(p_text) ~ '\m(avec|with|et|and|mit|und)\M|[+&]');
ALTER TABLE core.component ADD CONSTRAINT storage_is_no_part
    CHECK (drive_id IS NOT NULL OR NOT core.names_storage(kind)) NOT VALID;
-- What was counted before can be counted down to nothing.
ALTER TABLE core.counted_part ADD CONSTRAINT storage_is_not_counted_as_part
    CHECK (on_hand = 0 OR NOT core.names_storage(part)) NOT VALID;

-- Which kinds are storage themselves is loaded from Moulin's list; these are its words today, so that the list changes nothing below.
ALTER TABLE reference.device_kind
    ADD COLUMN is_storage boolean NOT NULL DEFAULT false,
    ADD COLUMN empty_kind text GENERATED ALWAYS AS (CASE WHEN NOT is_storage THEN kind END) STORED,
    ADD CONSTRAINT empty_kind_key UNIQUE (empty_kind);
UPDATE reference.device_kind SET is_storage = true WHERE kind IN ('storage_medium', 'smartphone', 'tablet');
ALTER TABLE core.device
    ADD COLUMN empty_kind text GENERATED ALWAYS AS (CASE WHEN drive_count = 0 THEN kind END) STORED,
    ADD CONSTRAINT storage_holds_a_drive FOREIGN KEY (empty_kind) REFERENCES reference.device_kind (empty_kind) NOT VALID;
