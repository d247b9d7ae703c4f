public import Domain
import Postgres

/// Loads the vocabularies that Swift owns, so that a word is written once and the database's keys know it.
enum ReferenceLists {
    static func load(_ map: LifecycleMap, in db: isolated Connection) throws(PostgresError) {
        try loadActs(in: db)
        try loadRoles(in: db)
        try loadDeviceKinds(in: db)
        try loadWiping(in: db)
        try loadStates(map, in: db)
        try loadSteps(map, in: db)
    }

    /// An act that is no longer on the list asks for nothing.
    private static func loadActs(in db: isolated Connection) throws(PostgresError) {
        let acts = GuardedAct.all
        try db.execute(
            """
            INSERT INTO reference.guarded_act (act, proof_minutes, may_need_two, label_fr, label_en)
            SELECT * FROM unnest(\(acts.map(\.name))::text[], \(acts.map { Int32($0.proofMinutes) })::integer[],
                \(acts.map(\.mayNeedTwo))::boolean[], \(acts.map(\.label.fr))::text[], \(acts.map(\.label.en))::text[])
            ON CONFLICT ON CONSTRAINT guarded_act_key DO UPDATE
               SET proof_minutes = excluded.proof_minutes, may_need_two = excluded.may_need_two,
                   label_fr = excluded.label_fr, label_en = excluded.label_en
            """
        )
        try db.execute(
            """
            UPDATE reference.guarded_act SET proof_minutes = 0, may_need_two = false WHERE act <> ALL (\(acts.map(\.name)))
            """
        )
    }

    private static func loadRoles(in db: isolated Connection) throws(PostgresError) {
        let roles = Role.allCases.map(\.rawValue)
        try db.execute(
            """
            INSERT INTO reference.role (role) SELECT unnest(\(roles)::text[]) ON CONFLICT DO NOTHING
            """
        )
    }

    private static func loadDeviceKinds(in db: isolated Connection) throws(PostgresError) {
        let kinds = DeviceType.allCases
        try db.execute(
            """
            INSERT INTO reference.device_kind (kind, quota_group, has_drives, is_storage, weight_g)
            SELECT * FROM unnest(\(kinds.map(\.rawValue))::text[], \(kinds.map { $0.quotaKind?.rawValue })::text[],
                \(kinds.map(\.normallyHasDrives))::boolean[], \(kinds.map(\.isStorage))::boolean[],
                \(kinds.map { $0.defaultWeight.map { String($0.grams) } })::text[]::integer[])
            ON CONFLICT ON CONSTRAINT device_kind_key DO UPDATE
               SET quota_group = excluded.quota_group, has_drives = excluded.has_drives,
                   is_storage = excluded.is_storage, weight_g = excluded.weight_g
            """
        )
    }

    private static func loadWiping(in db: isolated Connection) throws(PostgresError) {
        var methods: [String] = []
        var media: [String] = []
        var levels: [Int16] = []
        for method in SanitisationMethod.allCases {
            for kind in MediaKind.allCases {
                methods.append(method.rawValue)
                media.append(kind.rawValue)
                levels.append(method.level(on: kind)?.rank ?? 0)
            }
        }
        try db.execute(
            """
            INSERT INTO reference.wipe_method (method, media_kind, level)
            SELECT * FROM unnest(\(methods)::text[], \(media)::text[], \(levels)::smallint[])
            ON CONFLICT ON CONSTRAINT wipe_method_key DO UPDATE SET level = excluded.level
            """
        )
        try loadPolicy(in: db)
    }

    private static func loadPolicy(in db: isolated Connection) throws(PostgresError) {
        var origins: [String] = []
        var media: [String] = []
        var levels: [Int16] = []
        for origin in DataOriginClass.allCases {
            for kind in MediaKind.allCases {
                guard let level = SanitisationPolicy.minimumLevel(for: origin, on: kind) else {
                    continue
                }
                origins.append(origin.rawValue)
                media.append(kind.rawValue)
                levels.append(level.rank)
            }
        }
        try db.execute(
            """
            INSERT INTO reference.wipe_policy (origin_class, media_kind, level)
            SELECT * FROM unnest(\(origins)::text[], \(media)::text[], \(levels)::smallint[])
            ON CONFLICT ON CONSTRAINT wipe_policy_key DO UPDATE SET level = excluded.level
            """
        )
    }

    private static func loadStates(
        _ map: LifecycleMap,
        in db: isolated Connection
    ) throws(PostgresError) {
        let states = map.states
        try db.execute(
            """
            INSERT INTO lifecycle.state (state, clean, terminal, stage, label_fr, label_en, position)
            SELECT * FROM unnest(\(states.map(\.name.rawValue))::text[], \(states.map(\.isClean))::boolean[],
                \(states.map(\.isTerminal))::boolean[], \(states.map(\.stage))::text[], \(states.map(\.label.fr))::text[],
                \(states.map(\.label.en))::text[], \((1...states.count).map { Int32($0) })::integer[])
            ON CONFLICT ON CONSTRAINT state_key DO UPDATE
               SET clean = excluded.clean, terminal = excluded.terminal, stage = excluded.stage,
                   label_fr = excluded.label_fr, label_en = excluded.label_en, position = excluded.position
            """
        )
    }

    private static func loadSteps(
        _ map: LifecycleMap,
        in db: isolated Connection
    ) throws(PostgresError) {
        let steps = map.steps
        try db.execute(
            """
            INSERT INTO lifecycle.step (from_state, step, to_state, role, evidence, label_fr, label_en, retired_on, position)
            SELECT * FROM unnest(\(steps.map(\.from.rawValue))::text[], \(steps.map(\.name.rawValue))::text[],
                \(steps.map(\.to.rawValue))::text[], \(steps.map(\.role.rawValue))::text[],
                \(steps.map(\.evidence.rawValue))::text[], \(steps.map(\.label.fr))::text[], \(steps.map(\.label.en))::text[],
                \(steps.map { $0.retiredOn?.iso })::text[]::date[], \((1...steps.count).map { Int32($0) })::integer[])
            ON CONFLICT ON CONSTRAINT step_key DO UPDATE
               SET to_state = excluded.to_state, role = excluded.role, evidence = excluded.evidence,
                   label_fr = excluded.label_fr, label_en = excluded.label_en, retired_on = excluded.retired_on,
                   position = excluded.position
            """
        )
    }
}

extension SanitisationLevel {
    /// 1 clear, 2 purge, 3 destroy: the number that the database compares.
    public var rank: Int16 {
        switch self {
        case .clear: 1
        case .purge: 2
        case .destroy: 3
        }
    }
}
