import Documents
import Domain
import FoundationEssentials

/// The frozen content of a document as the value that draws itself.
enum FrozenContent {
    /// Draws the content of a document of this type.
    ///
    /// - Throws: `undrawable` for a type that has no paper, or a content that this version no longer reads.
    static func draw(
        _ kind: DocumentType,
        _ content: String,
        _ imprint: Imprint,
        on press: Press
    ) throws(PaperFailure) -> [UInt8] {
        switch kind {
        case .rfe: try draw(CompanyReceipt.self, content, imprint, press)
        case .rfp: try draw(IndividualReceipt.self, content, imprint, press)
        case .adn: try draw(DonationAttestation.self, content, imprint, press)
        case .acg: try draw(TransferDeed.self, content, imprint, press)
        case .cef: try draw(ErasureCertificate.self, content, imprint, press)
        case .fac: try draw(SaleSlip.self, content, imprint, press)
        case .bdo: try draw(GiftNote.self, content, imprint, press)
        case .avo: try draw(CreditNote.self, content, imprint, press)
        case .bon: try draw(VoucherPaper.self, content, imprint, press)
        case .enr: try draw(ReuseCommitment.self, content, imprint, press)
        case .bre: try draw(ReuseStatement.self, content, imprint, press)
        case .atv: try draw(VATCertificate.self, content, imprint, press)
        case .rad: try draw(YearStatement.self, content, imprint, press)
        case .cde: try draw(DestructionCertificate.self, content, imprint, press)
        case .clo: try draw(ClosingSlip.self, content, imprint, press)
        case .rdo: try draw(DonorReport.self, content, imprint, press)
        case .reg: try draw(RegisterExtract.self, content, imprint, press)
        case .bsd: try draw(WasteManifest.self, content, imprint, press)
        case .cmd: try draw(PlacementPaper.self, content, imprint, press)
        case .d222: try draw(DeclaredGifts.self, content, imprint, press)
        case .usAck: try draw(WrittenAcknowledgement.self, content, imprint, press)
        case .caOdr: try draw(OfficialDonationReceipt.self, content, imprint, press)
        case .ukRgaLetter: try draw(RetailGiftAidLetter.self, content, imprint, press)
        case .dec, .ddp: throw .undrawable(kind.rawValue)
        }
    }

    /// The content as its value; nil for one that this version no longer reads.
    static func read<C: DocumentContent>(_ type: C.Type, _ content: String) -> C? {
        try? JSONDecoder().decode(type, from: Data(content.utf8))
    }

    private static func draw<C: DocumentContent>(
        _ type: C.Type,
        _ content: String,
        _ imprint: Imprint,
        _ press: Press
    ) throws(PaperFailure) -> [UInt8] {
        guard let value = read(type, content) else {
            throw .undrawable("\(type)")
        }
        do throws(DrawingError) {
            return try press.pdf(of: value, imprint: imprint)
        } catch {
            throw .undrawable(error.description)
        }
    }
}
