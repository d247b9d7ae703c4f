extension Attack {
    /// Against the proof that every drive is clean (guarantees I1).
    static let onWiping: [Attack] = [
        Attack(
            "drives that nobody counted",
            on: [.constraint("drives_not_counted")],
            #"""
            SELECT world.start_test_by_hand(11)
            """#
        ),
        Attack(
            "two drives, none of them cleared",
            on: [.constraint("drive_not_cleared")],
            #"""
            SELECT world.start_test_by_hand(2)
            """#
        ),
        Attack(
            "one of two drives cleared",
            on: [.constraint("drive_not_cleared")],
            #"""
            SELECT world.clearance_row(2, 1, '{}'); SELECT world.start_test_by_hand(2)
            """#
        ),
        Attack(
            "a lie about the count on the device",
            on: [.constraint("device_knows_its_count")],
            #"""
            UPDATE core.device SET drive_count = 0 WHERE device_id = 2; SELECT world.start_test_by_hand(2)
            """#
        ),
        Attack(
            "a lie about the count in the sale",
            on: [.constraint("sale_drives_not_counted")],
            #"""
            SELECT world.sale_by_hand(3, '{"drive_count": 0}')
            """#
        ),
        Attack(
            "a count without drives",
            on: [.constraint("count_is_of_real_drives")],
            #"""
            UPDATE core.stay SET drive_count = 1 WHERE device_id = 11
            """#
        ),
        Attack(
            "a drive beyond the count",
            on: [.constraint("slot_is_counted")],
            #"""
            INSERT INTO core.drive_slot (org_id, device_id, stay, slot, drive_id, counted) VALUES (1, 2, 1, 3, world.drive(), 2)
            """#
        ),
        Attack(
            "a drive that was counted otherwise",
            on: [.constraint("slot_knows_the_count")],
            #"""
            INSERT INTO core.drive_slot (org_id, device_id, stay, slot, drive_id, counted) VALUES (1, 2, 1, 3, world.drive(), 3)
            """#
        ),
        Attack(
            "a slot left out",
            on: [.constraint("slots_have_no_gap")],
            #"""
            UPDATE core.stay SET drive_count = 2 WHERE device_id = 11;
            INSERT INTO core.drive_slot (org_id, device_id, stay, slot, drive_id, counted) VALUES (1, 11, 1, 2, world.drive(), 2)
            """#
        ),
        Attack(
            "one drive in two slots",
            on: [
                .constraint("drive_once_in_a_stay"), .constraint("slot_start_key"),
                .constraint("slot_kind_key"),
            ],
            #"""
            UPDATE core.stay SET drive_count = 3 WHERE device_id = 2; UPDATE core.drive_slot SET counted = 3 WHERE device_id = 2;
            INSERT INTO core.drive_slot (org_id, device_id, stay, slot, drive_id, counted) VALUES (1, 2, 1, 3, world.slot_drive(2, 1), 3)
            """#
        ),
        Attack(
            "a lowered count",
            on: [.constraint("slot_knows_the_count")],
            #"""
            UPDATE core.stay SET drive_count = 1 WHERE device_id = 2
            """#
        ),
        Attack(
            "a lowered count with the slots lowered too",
            on: [.constraint("slot_is_counted")],
            #"""
            UPDATE core.stay SET drive_count = 1 WHERE device_id = 2; UPDATE core.drive_slot SET counted = 1 WHERE device_id = 2
            """#
        ),
        Attack(
            "a late drive on a sold machine",
            on: [.constraint("sale_drives_not_counted"), .constraint("drive_not_cleared")],
            #"""
            SELECT world.count(5, 2)
            """#
        ),
        Attack(
            "a late drive on a sold machine that went missing",
            on: [.constraint("sale_drives_not_counted")],
            #"""
            SELECT world.step(5, 'report_missing'); SELECT world.count(5, 2)
            """#
        ),
        Attack(
            "a late drive that the sale is told of, but that is not cleared",
            on: [.constraint("sale_drive_not_cleared")],
            #"""
            SELECT world.step(5, 'report_missing');
            ALTER TABLE core.sale ALTER CONSTRAINT sale_drives_not_counted DEFERRABLE INITIALLY DEFERRED;
            SELECT world.count(5, 2); UPDATE core.sale SET drive_count = 2 WHERE device_id = 5;
            SET CONSTRAINTS ALL IMMEDIATE
            """#
        ),
        Attack(
            "a wipe that was not accepted",
            on: [.constraint("wipe_is_accepted_and_of_this_stay")],
            #"""
            SELECT world.clearance_row(12, 1, jsonb_build_object('kind', 'wiped', 'destination', NULL, 'wipe_id', (SELECT wipe_id FROM core.wipe WHERE device_id = 12)))
            """#
        ),
        Attack(
            "a wipe of an earlier stay",
            on: [.constraint("wipe_is_accepted_and_of_this_stay")],
            #"""
            SELECT world.count(7, 1);
            SELECT world.clearance_row(7, 1, jsonb_build_object('kind', 'wiped', 'destination', NULL, 'wipe_id', (SELECT wipe_id FROM core.wipe WHERE device_id = 7)))
            """#
        ),
        Attack(
            "a wipe of another drive",
            on: [.constraint("wipe_is_accepted_and_of_this_stay")],
            #"""
            SELECT world.wipe(12, 1, true);
            SELECT world.clearance_row(12, 2, jsonb_build_object('nth', 2, 'kind', 'wiped', 'destination', NULL,
                'wipe_id', (SELECT wipe_id FROM core.wipe WHERE device_id = 12 AND accepted)))
            """#
        ),
        Attack(
            "a wipe of another device",
            on: [.constraint("wipe_is_accepted_and_of_this_stay")],
            #"""
            SELECT world.clearance_row(12, 1, jsonb_build_object('kind', 'wiped', 'destination', NULL, 'wipe_id', (SELECT wipe_id FROM core.wipe WHERE device_id = 13)))
            """#
        ),
        Attack(
            "a drive cleared that is not in that slot",
            on: [.constraint("clearance_is_of_that_drive")],
            #"""
            SELECT world.wipe_row(12, 2, '{}');
            SELECT world.clearance_row(12, 1, jsonb_build_object('kind', 'wiped', 'destination', NULL, 'drive_id', world.slot_drive(12, 2),
                'wipe_id', (SELECT wipe_id FROM core.wipe WHERE device_id = 12 AND accepted)))
            """#
        ),
        Attack(
            "a slot cleared twice, to stand for two",
            on: [.constraint("slot_cleared_once")],
            #"""
            SELECT world.clearance_row(2, 1, '{}'), world.clearance_row(2, 1, '{"nth": 2}'); SELECT world.start_test_by_hand(2)
            """#
        ),
        Attack(
            "the second clearance without the first",
            on: [.constraint("clearances_have_no_gap")],
            #"""
            SELECT world.clearance_row(2, 1, '{"nth": 2}'); SELECT world.start_test_by_hand(2)
            """#
        ),
        Attack(
            "a drive said to be wiped without a wipe",
            on: [.constraint("wiped_means_a_wipe")],
            #"""
            SELECT world.clearance_row(2, 1, '{"kind": "wiped", "destination": null}')
            """#
        ),
        Attack(
            "a drive removed to nowhere",
            on: [.constraint("removed_means_a_destination")],
            #"""
            SELECT world.clearance_row(2, 1, '{"destination": null}')
            """#
        ),
        Attack(
            "a drive removed to the shop",
            on: [.constraint("destination_is_legal")],
            #"""
            SELECT world.clearance_row(2, 1, '{"destination": "shop"}')
            """#
        ),
        Attack(
            "a drive that is simply trusted",
            on: [.constraint("clearance_kind_is_known")],
            #"""
            SELECT world.clearance_row(2, 1, '{"kind": "trusted", "destination": null}')
            """#
        ),
        Attack(
            "an accepted wipe failed",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"result": "failed"}')
            """#
        ),
    ]
}
