public import Domain
public import Postgres

/// Appeals and letters of decisions.
public enum AppealStore {
    /// Notes an appeal against a decision; the wall refuses one after its months.
    public static func add(
        application: Int64,
        against decision: DecisionStore.Decision,
        months: Int,
        lodgedOn: Day,
        grounds: String?,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO social.appeal (org_id, application_id, decision_nth, decided_on, months, lodged_on, grounds, noted_by)
            VALUES (\(speaker.organisation), \(application), \(decision.nth), \(decision.decidedOn.iso)::date,
                \(Int16(clamping: months)), \(lodgedOn.iso)::date, \(grounds), \(speaker.person))
            """
        )
    }

    /// Freezes the letter of a decision; false when it was issued before, and then nothing changes.
    public static func keepLetter(
        _ content: String,
        application: Int64,
        decision: Int32,
        language: Language,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.optionalRow(
            """
            INSERT INTO social.letter (org_id, application_id, decision_nth, language, content, issued_by)
            VALUES (\(speaker.organisation), \(application), \(decision), \(language.rawValue), \(content), \(speaker.person))
            ON CONFLICT ON CONSTRAINT letter_key DO NOTHING RETURNING decision_nth
            """
        ) != nil
    }

    /// The letter of the last decision for which one was issued, as it was frozen; nil when there is none.
    public static func letter(
        of application: Int64,
        language: Language,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.optionalRow(
            """
            SELECT content FROM social.letter WHERE application_id = \(application) AND language = \(language.rawValue)
             ORDER BY decision_nth DESC LIMIT 1
            """
        )?.decode("content")
    }
}
