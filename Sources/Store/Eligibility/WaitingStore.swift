public import Domain
public import Postgres

/// Families who wait for a kind of device.
public enum WaitingStore {
    /// Puts the approval of an application on the list; nil when the application has no approval that serves.
    public static func join(
        application: Int64,
        kind: DeviceType,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64? {
        try db.optionalRow(
            """
            INSERT INTO social.waiting (org_id, approval_id, kind, noted_by)
            SELECT \(speaker.organisation), a.approval_id, \(kind.rawValue), \(speaker.person)
              FROM social.approval AS a
             WHERE a.application_id = \(application) AND a.revoked_at IS NULL ORDER BY a.approval_id DESC LIMIT 1
            RETURNING waiting_id
            """
        )?.decode("waiting_id")
    }

    /// Takes an application off the list; false when it did not wait.
    public static func leave(
        application: Int64,
        kind: DeviceType,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.optionalRow(
            """
            UPDATE social.waiting AS w SET left_at = clock_timestamp() FROM social.approval AS a
             WHERE a.approval_id = w.approval_id AND a.org_id = w.org_id AND a.application_id = \(application)
               AND w.kind = \(kind.rawValue) AND w.left_at IS NULL
            RETURNING w.waiting_id
            """
        ) != nil
    }

    /// Everyone who waits for a kind on a voucher that serves, in no order; at most a thousand.
    public static func applicants(
        for kind: DeviceType,
        in db: isolated Connection
    ) throws(PostgresError) -> [WaitingOrder.Applicant] {
        var applicants: [WaitingOrder.Applicant] = []
        let group = kind.quotaKind?.rawValue ?? ""
        let rows = try db.rows(
            """
            SELECT w.waiting_id, a.application_id, core.day_of(w.org_id, w.since)::text AS since, h.persons, h.children_in_education,
                   social.holds_a(h.household_id, \(group)) AS has_device, substr(a.bracket, 2)::integer AS bracket
              FROM social.waiting AS w
              JOIN social.approval AS a ON a.org_id = w.org_id AND a.approval_id = w.approval_id AND a.revoked_at IS NULL
              JOIN social.household AS h ON h.org_id = a.org_id AND h.household_id = a.household_id
              JOIN core.voucher AS v ON v.org_id = a.org_id AND v.approval_id = a.approval_id AND v.revoked_at IS NULL
             WHERE w.kind = \(kind.rawValue) AND w.left_at IS NULL
               AND EXISTS (SELECT FROM core.voucher_term AS m WHERE m.org_id = v.org_id AND m.voucher_id = v.voucher_id
                              AND upper(m.during) > clock_timestamp())
             ORDER BY w.waiting_id LIMIT 1000
            """
        )
        for row in rows {
            let bracket: Int32 = try row.decode("bracket")
            applicants.append(
                WaitingOrder.Applicant(
                    application: try row.decode("application_id"),
                    since: try row.day("since") ?? Day(number: 0),
                    arrival: try row.decode("waiting_id"),
                    household: Household(
                        persons: Int(try row.decode("persons", as: Int32.self)),
                        childrenInEducation: Int(
                            try row.decode("children_in_education", as: Int32.self)
                        )
                    ),
                    hasDevice: try row.decode("has_device"),
                    bracket: Bracket(Int(bracket))
                )
            )
        }
        return applicants
    }
}
