public import Domain
public import Postgres

/// Cases under the legal guarantee of conformity.
public enum WarrantyStore {
    /// A sale's guarantee: its delivery, and how many repairs extended it.
    public struct Guaranteed: Hashable, Sendable {
        public let device: Int64
        public let deliveredOn: Day
        public let repairs: Int
        /// False once the machine came back.
        public let isWithTheBuyer: Bool

        public var warranty: Warranty { Warranty(deliveredOn: deliveredOn, extensions: repairs) }
    }

    /// The guarantee of a sale; nil when there is no such sale.
    public static func guarantee(
        of sale: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Guaranteed? {
        let row = try db.optionalRow(
            """
            SELECT s.device_id, s.delivered_on::text AS delivered_on, s.status = 'active' AS with_the_buyer,
                   (SELECT count(*) FROM core.warranty_case AS w WHERE w.org_id = s.org_id AND w.sale_id = s.sale_id
                       AND w.extended_until IS NOT NULL) AS repairs
              FROM core.sale AS s WHERE s.org_id = \(speaker.organisation) AND s.sale_id = \(sale)
            """
        )
        guard let row else { return nil }
        return Guaranteed(
            device: try row.decode("device_id"),
            deliveredOn: try row.day("delivered_on") ?? Day(number: 0),
            repairs: Int(try row.decode("repairs", as: Int64.self)),
            isWithTheBuyer: try row.decode("with_the_buyer")
        )
    }

    public struct Case: Hashable, Sendable {
        public let number: Int64
        public let sale: Int64
        public let fault: String
        public let openedOn: Day
        public let isPresumed: Bool
        public let closedOn: Day?
        public let outcome: String?
        public let extendedUntil: Day?
    }

    public static func open(
        sale: Int64,
        fault: String,
        shownOn day: Day,
        isPresumed: Bool,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            INSERT INTO core.warranty_case (org_id, sale_id, fault, opened_on, presumed, person_id)
            VALUES (\(speaker.organisation), \(sale), \(fault), \(day.iso)::date, \(isPresumed), \(speaker.person))
            RETURNING case_id
            """
        ).decode("case_id")
    }

    /// Closes an open case; false when it was closed meanwhile.
    public static func close(
        _ number: Int64,
        outcome: String,
        on day: Day,
        extendedUntil: Day?,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.execute(
            """
            UPDATE core.warranty_case
               SET closed_on = \(day.iso)::date, outcome = \(outcome), extended_until = \(extendedUntil?.iso)::date
             WHERE org_id = \(speaker.organisation) AND case_id = \(number) AND closed_on IS NULL
            """
        ) == 1
    }

    public static func find(
        _ number: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Case? {
        let row = try db.optionalRow(
            """
            SELECT case_id, sale_id, fault, opened_on::text AS opened_on, presumed, closed_on::text AS closed_on, outcome,
                   extended_until::text AS extended_until
              FROM core.warranty_case WHERE org_id = \(speaker.organisation) AND case_id = \(number)
            """
        )
        return try row.map { (row) throws(PostgresError) in try decode(row) }
    }

    public static func cases(
        of sale: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Case] {
        var cases: [Case] = []
        let rows = try db.rows(
            """
            SELECT case_id, sale_id, fault, opened_on::text AS opened_on, presumed, closed_on::text AS closed_on, outcome,
                   extended_until::text AS extended_until
              FROM core.warranty_case WHERE org_id = \(speaker.organisation) AND sale_id = \(sale) ORDER BY case_id
            """
        )
        for row in rows { cases.append(try decode(row)) }
        return cases
    }

    private static func decode(_ row: Row) throws(PostgresError) -> Case {
        Case(
            number: try row.decode("case_id"),
            sale: try row.decode("sale_id"),
            fault: try row.decode("fault"),
            openedOn: try row.day("opened_on") ?? Day(number: 0),
            isPresumed: try row.decode("presumed"),
            closedOn: try row.day("closed_on"),
            outcome: try row.decode("outcome"),
            extendedUntil: try row.day("extended_until")
        )
    }
}
