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
        "company_once": .donorAlreadyKnown,
        "accepted_and_refused_were_received": .donationCountsDiffer,
        "refusal_has_its_reason": .reasonMissing,
        "cancellation_has_its_reason": .reasonMissing,
        "cancellation_key": .documentCancelled,
        "document_replaced_once": .documentCancelled,
        "receipt_is_worth_something": .zeroValue,
    ]
}
