import Documents
import Domain
import Store

extension ErasedDevice {
    /// The device with each drive that was erased in it.
    init(_ device: ErasureStore.Device, _ language: Language) {
        self.init(
            code: DeviceReference(number: device.number).text,
            manufacturer: device.maker ?? "",
            model: device.model ?? "",
            serial: device.serial ?? "–",
            drives: device.drives.compactMap { drive in
                drive.proof.map { ErasedMedium(drive, $0, language) }
            }
        )
    }
}

extension ErasedMedium {
    init(_ drive: ErasureStore.Drive, _ proof: ErasureStore.Proof, _ language: Language) {
        let words = ProofWords(language: language)
        self.init(
            manufacturer: drive.maker ?? "",
            model: drive.model ?? "",
            serial: drive.serial ?? "–",
            mediaType: drive.kind?.label(in: language) ?? "–",
            number: "#\(drive.number)",
            interface: drive.interface,
            capacityGB: Int64(drive.capacityGB ?? 0),
            firmware: drive.firmware,
            level: proof.level >= 3 ? .destroy : proof.level == 2 ? .purge : .clear,
            method: proof.method?.label(in: language) ?? "–",
            tool: proof.isByHand ? words.byHand : proof.tool,
            verification: words.verification(proof.verified),
            checkedBy: words.check(proof),
            startedAt: ProofWords.minute(proof.startedAt),
            endedAt: ProofWords.minute(proof.finishedAt),
            result: words.success,
            errors: proof.errors,
            hiddenAreas: words.hiddenAreas(proof.hiddenSectors),
            reportHash: proof.report.isEmpty ? words.byHand : Digest.hex(proof.report)
        )
    }
}

/// The words of a proof as the certificate prints them.
private struct ProofWords {
    let language: Language

    /// `2026-11-22T22:26:51Z` as `2026-11-22 22:26`; the certificate says that it is universal time.
    static func minute(_ instant: String) -> String {
        String(instant.prefix(16).map { $0 == "T" ? " " : $0 })
    }

    var success: String { Phrase(fr: "réussi", en: "success").text(in: language) }
    var byHand: String {
        Phrase(fr: "constaté par l'opérateur", en: "recorded by the operator").text(in: language)
    }

    func verification(_ word: String) -> String {
        let phrase =
            switch word {
            case "all": Phrase(fr: "toutes les passes", en: "every pass")
            case "last": Phrase(fr: "dernière passe", en: "last pass")
            case "sample": Phrase(fr: "par échantillon", en: "by sample")
            case "device": Phrase(fr: "par le support lui-même", en: "by the medium itself")
            default: Phrase(fr: "aucune", en: "none")
            }
        return phrase.text(in: language)
    }

    func check(_ proof: ErasureStore.Proof) -> String? {
        guard let name = proof.verifierName else { return nil }
        return [name, proof.verifiedOn?.iso].compactMap(\.self).joined(separator: ", ")
    }

    func hiddenAreas(_ word: String) -> String? {
        let phrase: Phrase? =
            switch word {
            case "none": Phrase(fr: "aucune", en: "none")
            case "not_applicable": nil
            case "found": Phrase(fr: "trouvées", en: "found")
            default: Phrase(fr: "inconnues", en: "unknown")
            }
        return phrase?.text(in: language)
    }
}
