extension Refusal {
    /// Which rule said no; the raw value is the word of the API, the batch report and the database.
    public enum Code: String, CaseIterable, Codable, Hashable, Sendable {
        // The map
        case unknownState = "unknown_state"
        case unknownStep = "unknown_step"
        case stepNotOnMap = "step_not_on_map"
        case stepRetired = "step_retired"
        case evidenceMissing = "evidence_missing"
        case movedMeanwhile = "moved_meanwhile"
        case blockedByFlag = "blocked_by_flag"
        case reasonMissing = "reason_missing"

        // What is not known
        case unknownDevice = "unknown_device"
        case ambiguousDevice = "ambiguous_device"
        case unknownDrive = "unknown_drive"
        case unknownDonor = "unknown_donor"
        case unknownDonation = "unknown_donation"
        case unknownDocument = "unknown_document"
        case unknownSale = "unknown_sale"
        case unknownReservation = "unknown_reservation"
        case unknownApplication = "unknown_application"
        case unknownPerson = "unknown_person"
        case unknownShipment = "unknown_shipment"
        case placeUnknown = "place_unknown"

        // Who may
        case notPermitted = "not_permitted"
        case needsOtherPerson = "needs_other_person"
        case alreadyDoneWithOtherContent = "already_done_with_other_content"
        case batchMixesSides = "batch_mixes_sides"

        // Intake
        case tooOld = "too_old"
        case belowMinSpec = "below_min_spec"
        case locked
        case damaged
        case incomplete
        case hazard
        case classifiedMedia = "classified_media"
        case ownershipDoubt = "ownership_doubt"
        case unitValueOver300 = "unit_value_over_300"
        case notAcceptedType = "not_accepted_type"
        case duplicateDevice = "duplicate_device"
        case alreadyImported = "already_imported"
        case importRefused = "import_refused"

        // Wiping
        case drivesNotCounted = "drives_not_counted"
        case driveNotCleared = "drive_not_cleared"
        case driveAlreadyCleared = "drive_already_cleared"
        case driveOfOtherDevice = "drive_of_other_device"
        case wipeNotAccepted = "wipe_not_accepted"
        case wipeAttemptsUsedUp = "wipe_attempts_used_up"
        case returnNeedsDonorDrive = "return_needs_donor_drive"

        // Grading
        case inspectionIncomplete = "inspection_incomplete"
        case gradeNotSellable = "grade_not_sellable"
        case bannedWords = "banned_words"

        // The bench
        case changedMeanwhile = "changed_meanwhile"
        case flagNotUp = "flag_not_up"
        case flagAlreadyUp = "flag_already_up"
        case deviceNotHere = "device_not_here"
        case notMissing = "not_missing"
        case unknownDoubt = "unknown_doubt"
        case doubtAlreadyDecided = "doubt_already_decided"
        case doubtNotMergeable = "doubt_not_mergeable"
        case nameTaken = "name_taken"
        case lotUnknown = "lot_unknown"
        case siteUnknown = "site_unknown"
        case countCannotShrink = "count_cannot_shrink"
        case sameDriveTwice = "same_drive_twice"
        case driveNotCounted = "drive_not_counted"
        case driveKindUnknown = "drive_kind_unknown"
        case driveNotSanitized = "drive_not_sanitized"
        case driveNotAwaitingDestruction = "drive_not_awaiting_destruction"
        case placeNotLocked = "place_not_locked"
        case unknownWipe = "unknown_wipe"
        case notInTest = "not_in_test"
        case unknownTest = "unknown_test"
        case unknownComponent = "unknown_component"
        case componentGone = "component_gone"
        case componentNotReachable = "component_not_reachable"
        case notBeingRefurbished = "not_being_refurbished"
        case notForParts = "not_for_parts"
        case partsCannotBeNegative = "parts_cannot_be_negative"
        case unknownPart = "unknown_part"
        case shipmentNotShipped = "shipment_not_shipped"
        case shipmentAlreadyShipped = "shipment_already_shipped"

        // Pricing
        case priceMissing = "price_missing"
        case priceOverCap = "price_over_cap"
        case priceChanged = "price_changed"
        case adjustmentOutOfBounds = "adjustment_out_of_bounds"
        case giftNotSale = "gift_not_sale"
        case resaleNotAllowed = "resale_not_allowed"

        // Eligibility
        case incomeAboveCeiling = "income_above_ceiling"
        case proofMissing = "proof_missing"
        case proofExpired = "proof_expired"
        case proofIllegible = "proof_illegible"
        case outOfArea = "out_of_area"
        case householdLimit = "household_limit"
        case identityMismatch = "identity_mismatch"
        case duplicateApplication = "duplicate_application"
        case priorResale = "prior_resale"
        case withdrawn
        case outOfStock = "out_of_stock"
        case applicationClosed = "application_closed"
        case overrideTooLarge = "override_too_large"
        case voucherMissing = "voucher_missing"
        case voucherUnknown = "voucher_unknown"
        case voucherNotYetValid = "voucher_not_yet_valid"
        case voucherExpired = "voucher_expired"
        case voucherRevoked = "voucher_revoked"
        case voucherAlreadyRenewed = "voucher_already_renewed"
        case kindNotAllowed = "kind_not_allowed"
        case quotaReached = "quota_reached"

        // Sales
        case deviceAlreadySold = "device_already_sold"
        case reservationExpired = "reservation_expired"
        case paymentIncomplete = "payment_incomplete"
        case paymentTooHigh = "payment_too_high"
        case paymentNotPositive = "payment_not_positive"
        case cashLimitExceeded = "cash_limit_exceeded"
        case tooManyInstalments = "too_many_instalments"
        case returnTooLate = "return_too_late"
        case warrantyEnded = "warranty_ended"

        // Donors and documents
        case noTaxRight = "no_tax_right"
        case zeroValue = "zero_value"
        case valuationMissing = "valuation_missing"
        case valuationBasisNotAllowed = "valuation_basis_not_allowed"
        case valuationRaisedWithoutReason = "valuation_raised_without_reason"
        case issuerNotAuthorised = "issuer_not_authorised"
        case goodsNotEligible = "goods_not_eligible"
        case addressIncomplete = "address_incomplete"
        case identityIncomplete = "identity_incomplete"
        case nothingAccepted = "nothing_accepted"
        case documentCancelled = "document_cancelled"
        case documentAlreadyIssued = "document_already_issued"
        case backDated = "back_dated"
        case erasureRefused = "erasure_refused"
    }
}
