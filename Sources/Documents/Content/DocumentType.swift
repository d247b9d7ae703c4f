/// The documents this layer draws, under the three letters of their series.
public enum DocumentType: String, Codable, Hashable, Sendable, CaseIterable {
    case individualReceipt = "RFP"
    case companyReceipt = "RFE"
    case donationAttestation = "ADN"
    case transferDeed = "ACG"
    case erasureCertificate = "CEF"
    case saleSlip = "FAC"
    case creditNote = "AVO"
    case giftNote = "BDO"
    case voucher = "BON"
}
