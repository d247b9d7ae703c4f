public import Postgres

extension AuditStore {
    /// Holds an anchor that left the machine against the events that are here now.
    ///
    /// Computes the root anew from every event that the anchor covers, which finds what the chains alone cannot: an end cut
    /// off with its head mended, a device erased whole, a chain written anew with fresh hashes.
    public static func findings(
        against kept: Anchor,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Finding] {
        guard kept.organisation == speaker.organisation else {
            return [finding("anchor_of_another_organisation", kept)]
        }
        let row = try db.row(
            """
            SELECT encode(audit.anchor_link(decode(\(kept.previous), 'hex'), \(kept.nth), \(kept.micros), \(kept.chains),
                       \(kept.events), decode(\(kept.root), 'hex')), 'hex') AS computed,
                   (SELECT encode(a.hash, 'hex') FROM audit.anchor AS a
                     WHERE a.org_id = \(kept.organisation) AND a.nth = \(kept.nth)) AS here,
                   r.chains, r.events, encode(r.root, 'hex') AS root
              FROM audit.root_of_events(\(kept.micros)) AS r
            """
        )
        // A line that was altered outside says nothing about the house.
        guard try row.decode("computed") == kept.hash else {
            return [finding("kept_anchor_was_altered", kept)]
        }
        var findings: [Finding] = []
        switch try row.decode("here", as: String?.self) {
        case kept.hash: break
        case nil: findings.append(finding("anchor_is_gone", kept))
        default: findings.append(finding("anchor_was_rewritten", kept))
        }
        guard try row.decode("root") != kept.root else { return findings }
        let chains: Int64 = try row.decode("chains")
        let events: Int64 = try row.decode("events")
        let counts =
            "\(kept.chains) chains and \(kept.events) events then, \(chains) and \(events) now"
        return findings + [finding("history_was_changed", kept, counts)]
    }

    private static func finding(_ fault: String, _ anchor: Anchor, _ more: String? = nil) -> Finding
    {
        let object = "anchor \(anchor.nth) of \(anchor.at)" + (more.map { ": \($0)" } ?? "")
        return Finding(check: "anchors", fault: fault, object: object)
    }
}
