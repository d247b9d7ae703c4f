import Cluster

extension Attack {
    /// On how people prove who they are, and on acts that take two (guarantees I6).
    static let onSigning = onProposals + onProofs

    private static let onProposals: [Attack] = [
        Attack(
            "a proposal approved by who proposed it",
            as: .main,
            on: [.constraint("proposer_approves_nothing")],
            #"""
            SELECT core.begin_act('erase-person', sha256('x'), core.propose('erase-person', '{}', sha256('x'), 'why'))
            """#
        ),
        Attack(
            "a proposal approved after its time",
            on: [.constraint("approval_comes_in_time")],
            #"""
            INSERT INTO core.proposal (org_id, command, content, content_sha256, reason, proposed_by, until)
            VALUES (1, 'erase-person', '{}', sha256('x'), 'why', 2, clock_timestamp() - interval '1 second');
            UPDATE core.proposal SET decided_by = 1, decided_at = clock_timestamp(), is_approved = true, content = NULL, approved_in = '1'
            """#
        ),
        Attack(
            "a proposal decided by nobody",
            on: [.constraint("decided_proposal_is_whole")],
            #"""
            SELECT core.propose('erase-person', '{}', sha256('x'), 'why');
            UPDATE core.proposal SET decided_at = clock_timestamp(), content = NULL
            """#
        ),
        Attack(
            "an approval outside of its act",
            on: [.constraint("approval_is_in_a_transaction")],
            #"""
            SELECT core.propose('erase-person', '{}', sha256('x'), 'why');
            UPDATE core.proposal SET decided_at = clock_timestamp(), content = NULL, decided_by = 2, is_approved = true
            """#
        ),
        Attack(
            "a proposal changed under its approver",
            as: .main,
            on: [.privilege],
            #"""
            SELECT core.propose('erase-person', '{}', sha256('x'), 'why');
            UPDATE core.proposal SET reason = 'other'
            """#
        ),
        Attack(
            "a rule of two people ended by hand",
            as: .main,
            on: [.privilege],
            #"""
            SELECT core.require_two_people('erase-person', true);
            UPDATE core.two_person_rule SET during = 'empty'
            """#
        ),
    ]

    private static let onProofs: [Attack] = [
        Attack(
            "a sealed secret read by the workshop",
            as: .main,
            on: [.privilege],
            "SELECT sealed_secret FROM core.second_factor"
        ),
        Attack(
            "a code spent without a session of its own",
            as: .main,
            on: [.privilege],
            "SELECT count(core.note_attempt('ana', 'here', 1000))"
        ),
        Attack(
            "a secret kept in the clear",
            on: [.constraint("secret_is_sealed")],
            "INSERT INTO core.second_factor (org_id, person_id, sealed_secret) VALUES (1, 1, 'JBSWY3DPEHPK3PXP')"
        ),
        Attack(
            "recovery codes without a second factor",
            on: [.constraint("recovery_needs_a_secret")],
            "INSERT INTO core.second_factor (org_id, person_id, recovery_hashes) VALUES (1, 1, ARRAY[sha256('x')])"
        ),
        Attack(
            "a sixth PIN in a row",
            on: [.constraint("pin_locked")],
            #"""
            SELECT core.open_workstation(sha256('bench'), 'Bench 1');
            SELECT core.begin_pin(sha256('bench'), 'ana');
            UPDATE core.pin_try SET failures = 6
            """#
        ),
    ]
}
