extension SanitisationMethod {
    /// How deep this method goes on a medium; nil where it proves nothing (rulebook 3.2).
    public func level(on kind: MediaKind) -> SanitisationLevel? {
        switch (self, kind) {
        case (.shred, _), (.disintegrate, _), (.crushPlusShred, _): .destroy
        case (.ataSanitize, .hdd), (.ataSanitize, .ssd): .purge
        case (.nvmeSanitize, .nvme): .purge
        case (.cryptoErase, .hdd), (.cryptoErase, .ssd), (.cryptoErase, .nvme): .purge
        case (.cryptoErase, .embeddedFlash): .purge
        case (.nvmeFormat, .nvme): .clear
        case (.ataSecureErase, .hdd), (.ataSecureErase, .ssd): .clear
        // Flash hides spare cells from overwriting: wear levelling, over-provision.
        case (.overwrite1, .hdd): .clear
        case (.factoryResetEncrypted, .mobileStorage): .clear
        // Degaussing is no longer final since NIST SP 800-88r2.
        case (.degauss, _), (.ataSanitize, _), (.nvmeSanitize, _), (.cryptoErase, _),
            (.nvmeFormat, _), (.ataSecureErase, _), (.overwrite1, _), (.factoryResetEncrypted, _):
            nil
        }
    }

    /// True when the medium does not survive, so that there is nothing left to read back.
    public var isDestruction: Bool {
        switch self {
        case .shred, .disintegrate, .crushPlusShred: true
        case .ataSanitize, .nvmeSanitize, .cryptoErase, .nvmeFormat, .ataSecureErase, .overwrite1,
            .factoryResetEncrypted, .degauss:
            false
        }
    }

    /// True when it is worth nothing unless the data had been encrypted from the first day.
    public var reliesOnEncryption: Bool {
        self == .cryptoErase || self == .factoryResetEncrypted
    }
}
