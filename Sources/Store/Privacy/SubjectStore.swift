public import Postgres

/// Everything that is held about one household, donor or member of staff, as JSON.
public enum SubjectStore {
    /// The whole file of a household, incomes and purchases included; nil when there is none.
    ///
    /// The keyed hashes of the quota are left out: they say nothing to anybody.
    public static func household(
        _ number: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.optionalRow(
            """
            SELECT jsonb_build_object('household', h.household_id, 'persons', h.persons, 'children_in_education', h.children_in_education,
                       'last_contact_on', h.last_contact_on,
                       'adults', (SELECT coalesce(jsonb_agg(jsonb_build_object('family_name', m.family_name, 'given_name', m.given_name,
                              'born_on', m.born_on, 'from', lower(m.during), 'until', upper(m.during)) ORDER BY lower(m.during)), '[]')
                          FROM social.adult AS m WHERE m.household_id = h.household_id),
                       'objections', (SELECT coalesce(jsonb_agg(to_jsonb(o) - 'org_id' ORDER BY o.nth), '[]')
                          FROM social.objection AS o WHERE o.household_id = h.household_id),
                       'purchases', social.purchases_of(h.household_id), 'reservations', social.reservations_of(h.household_id),
                       'applications', (SELECT coalesce(jsonb_agg((to_jsonb(a) - 'org_id') || jsonb_build_object(
                              'means', (SELECT to_jsonb(e) - 'org_id' FROM social.evidence AS e WHERE e.application_id = a.application_id),
                              'proofs', (SELECT coalesce(jsonb_agg(to_jsonb(p) - 'org_id' ORDER BY p.nth), '[]')
                                 FROM social.proof_seen AS p WHERE p.application_id = a.application_id),
                              'decisions', (SELECT coalesce(jsonb_agg(to_jsonb(d) - 'org_id' ORDER BY d.nth), '[]')
                                 FROM social.decision AS d WHERE d.application_id = a.application_id),
                              'appeals', (SELECT coalesce(jsonb_agg(to_jsonb(l) - 'org_id' ORDER BY l.decision_nth), '[]')
                                 FROM social.appeal AS l WHERE l.application_id = a.application_id),
                              'letters', (SELECT coalesce(jsonb_agg(to_jsonb(t) - 'org_id' ORDER BY t.decision_nth), '[]')
                                 FROM social.letter AS t WHERE t.application_id = a.application_id),
                              'vouchers', (SELECT coalesce(jsonb_agg(to_jsonb(v) - 'org_id' ORDER BY v.voucher_id), '[]')
                                 FROM social.approval AS y JOIN core.voucher AS v ON v.org_id = y.org_id AND v.approval_id = y.approval_id
                                WHERE y.application_id = a.application_id),
                              'looked_at', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', g.at, 'person', g.person_id, 'why', g.why)
                                 ORDER BY g.access_id), '[]') FROM social.access_log AS g WHERE g.application_id = a.application_id))
                              ORDER BY a.application_id), '[]') FROM social.application AS a WHERE a.household_id = h.household_id))::text AS subject
              FROM social.household AS h WHERE h.household_id = \(number)
            """
        )?.decode("subject")
    }

    /// Leaves a line for each application whose incomes an export shows.
    public static func logExport(
        of household: Int64,
        why: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO social.access_log (org_id, person_id, application_id, why)
            SELECT org_id, \(speaker.person), application_id, \(why) FROM social.application WHERE household_id = \(household)
            """
        )
        try db.execute(
            "SELECT audit.append_one('household', \(household), 'export-household', '{}')"
        )
    }

    /// Leaves a line for each application whose incomes somebody without the right asked for.
    public static func logTrespass(
        of household: Int64,
        why: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO social.access_log (org_id, person_id, application_id, why, granted)
            SELECT org_id, \(speaker.person), application_id, \(why), false FROM social.application WHERE household_id = \(household)
            """
        )
    }

    /// A donor, contacts, consents, gifts and the numbers of their papers; nil when there is none.
    public static func donor(
        _ number: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        let text: String? = try db.optionalRow(
            """
            SELECT ((to_jsonb(d) - 'org_id') || jsonb_build_object(
                       'contacts', (SELECT coalesce(jsonb_agg(to_jsonb(c) - 'org_id' ORDER BY c.contact_id), '[]')
                          FROM core.donor_contact AS c WHERE c.org_id = d.org_id AND c.donor_id = d.donor_id),
                       'consents', (SELECT coalesce(jsonb_agg(to_jsonb(c) - 'org_id' ORDER BY c.purpose, c.nth), '[]')
                          FROM core.donor_consent AS c WHERE c.org_id = d.org_id AND c.donor_id = d.donor_id),
                       'gifts', (SELECT coalesce(jsonb_agg((to_jsonb(g) - 'org_id') || jsonb_build_object(
                              'lines', (SELECT coalesce(jsonb_agg(to_jsonb(l) - 'org_id' ORDER BY l.line), '[]')
                                 FROM core.donation_line AS l WHERE l.org_id = g.org_id AND l.donation_id = g.donation_id),
                              'papers', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', p.number, 'issued_at', p.issued_at,
                                 'amount_cents', p.amount_cents) ORDER BY p.number), '[]')
                                 FROM core.document AS p WHERE p.org_id = g.org_id AND p.donation_id = g.donation_id)) ORDER BY g.donation_id), '[]')
                          FROM core.donation AS g WHERE g.org_id = d.org_id AND g.donor_id = d.donor_id)))::text AS subject
              FROM core.donor AS d WHERE d.org_id = \(speaker.organisation) AND d.donor_id = \(number)
            """
        )?.decode("subject")
        if text != nil {
            try db.execute("SELECT audit.append_one('donor', \(number), 'export-donor', '{}')")
        }
        return text
    }

    /// A member of staff; the door refuses a login that nobody has.
    public static func person(
        _ login: String,
        in db: isolated Connection
    ) throws(PostgresError) -> String {
        try db.row("SELECT core.export_person(\(login))::text AS subject").decode("subject")
    }

    /// Writes down what a household objects to.
    public static func note(
        objection objects: Bool,
        to purpose: String,
        of household: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO social.objection (org_id, household_id, nth, purpose, objects, noted_by)
            SELECT \(speaker.organisation), \(household), coalesce(max(nth), 0) + 1, \(purpose), \(objects), \(speaker.person)
              FROM social.objection WHERE household_id = \(household)
            """
        )
    }
}
