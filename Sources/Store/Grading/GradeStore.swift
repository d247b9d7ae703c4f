public import Domain
public import Postgres

/// Grades and the shelf.
public enum GradeStore {
    /// Keeps a grade with everything that it was computed from, and takes the step.
    ///
    /// `inspection` and `explanation` are JSON.
    public static func record(
        _ grade: Grade,
        label: SaleLabel,
        rule: String,
        inspection: String,
        explanation: String,
        defects: [String],
        of device: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT core.record_grade(\(device), \(grade.letter), \(label.rawValue), \(rule), \(inspection)::jsonb,
                   \(explanation)::jsonb, \(defects))
            """
        )
    }

    /// The letter of the last grade of the present stay; nil when there is none.
    public static func latest(
        of device: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.optionalRow(
            """
            SELECT g.grade FROM core.grade AS g JOIN core.device AS d USING (org_id, device_id, stay)
             WHERE g.org_id = \(speaker.organisation) AND g.device_id = \(device) ORDER BY g.grade_id DESC LIMIT 1
            """
        )?.decode("grade")
    }

    public static func shelve(_ device: Int64, in db: isolated Connection) throws(PostgresError) {
        try db.execute("SELECT core.shelve(\(device))")
    }
}
