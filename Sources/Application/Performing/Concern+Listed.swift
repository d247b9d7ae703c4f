// What each command changes, and what each question shows, that two people may have open at once.

extension ChangeDonor {
    public static let concern: Concern? = .donor
    public static let overwrites = true
}
extension AddDonorContact { public static let concern: Concern? = .donor }
extension EndDonorContact { public static let concern: Concern? = .donor }
extension RecordDonorConsent { public static let concern: Concern? = .donor }
extension ShowDonor { public static let concern: Concern? = .donor }

extension CorrectDonation {
    public static let concern: Concern? = .donation
    public static let overwrites = true
}
extension ReceiveDonation { public static let concern: Concern? = .donation }
extension ReconcileDonation { public static let concern: Concern? = .donation }
extension ValueDonation { public static let concern: Concern? = .donation }
extension CancelDonation { public static let concern: Concern? = .donation }
extension ShowDonation { public static let concern: Concern? = .donation }

extension SetEvidence {
    public static let concern: Concern? = .application
    public static let overwrites = true
}
extension NoteProof { public static let concern: Concern? = .application }
extension DecideApplication { public static let concern: Concern? = .application }
extension ProposeOverride { public static let concern: Concern? = .application }
extension WithdrawApplication { public static let concern: Concern? = .application }
extension AppealDecision { public static let concern: Concern? = .application }
extension ShowApplication { public static let concern: Concern? = .application }

extension ChangeHousehold {
    public static let concern: Concern? = .household
    public static let overwrites = true
}
extension AddAdult { public static let concern: Concern? = .household }
extension RemoveAdult { public static let concern: Concern? = .household }
extension ShowHousehold { public static let concern: Concern? = .household }

extension ChangePlace {
    public static let concern: Concern? = .place
    public static let overwrites = true
}
extension RetirePlace { public static let concern: Concern? = .place }
extension ShowPlace { public static let concern: Concern? = .place }

extension GrantRole { public static let concern: Concern? = .person }
extension EndRole { public static let concern: Concern? = .person }

extension DescribeOrganisation {
    public static let concern: Concern? = .organisation
    public static let overwrites = true
}
extension ShowOrganisation { public static let concern: Concern? = .organisation }

extension PublishPriceGrid { public static let concern: Concern? = .priceGrid }
extension PublishCaps { public static let concern: Concern? = .publicCap }
extension PublishBrackets { public static let concern: Concern? = .brackets }
extension PublishEligibilityPack { public static let concern: Concern? = .eligibility }
extension PublishWaitingOrder { public static let concern: Concern? = .waitingOrder }
extension PublishGradeTable { public static let concern: Concern? = .grading }
extension PublishRetention { public static let concern: Concern? = .retention }
extension ShowGrid { public static let concern: Concern? = .priceGrid }

extension ShowDevice { public static let concern: Concern? = .device }
