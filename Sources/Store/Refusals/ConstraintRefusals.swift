import Domain

/// Constraints whose name is not itself the word of a refusal.
///
/// A constraint that is in neither list cannot be met by any door, or is a bug; a test reads the catalogue and demands that
/// each is in one of the three.
enum ConstraintRefusals {
    static let codes: [String: Refusal.Code] = [
        "step_follows_history": .movedMeanwhile,
        "state_is_the_last_step": .movedMeanwhile,
        "device_knows_its_count": .drivesNotCounted,
        "sale_drives_not_counted": .drivesNotCounted,
        "placement_drives_not_counted": .drivesNotCounted,
        "sale_drive_not_cleared": .driveNotCleared,
        "placement_drive_not_cleared": .driveNotCleared,
        "slot_cleared_once": .driveAlreadyCleared,
        "device_is_in_a_place": .placeUnknown,
        "device_is_in_a_lot": .lotUnknown,
        "place_name_once": .nameTaken,
        "site_name_once": .nameTaken,
        "lot_name_once": .nameTaken,
        "flag_up_once": .flagAlreadyUp,
        "wipe_attempts_exhausted": .wipeAttemptsUsedUp,
        "wipe_method_unknown": .driveKindUnknown,
        "wipe_ended_before_arrival": .wipeNotAccepted,
        "attempt_once": .movedMeanwhile,
        "clearance_key": .movedMeanwhile,
        "custody_key": .movedMeanwhile,
        "grade_d_is_never_offered": .gradeNotSellable,
        "shipment_drive_key": .driveNotAwaitingDestruction,
    ]
}
