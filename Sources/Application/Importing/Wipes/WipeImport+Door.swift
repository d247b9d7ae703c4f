public import Domain

extension WipeImport.Outcome {
    public var json: String { String(decoding: CommandJSON.encode(self), as: UTF8.self) }

    public var errorCount: Int { files.count { $0.refusal != nil } }

    /// One line on how it ended.
    public var headline: Phrase {
        let drives = files.flatMap(\.drives)
        let accepted = drives.count { $0.verdict == .accepted }
        return switch ending {
        case .imported, .already:
            Phrase(
                fr: "\(drives.count) supports lus, \(accepted) effacements prouvés.",
                en: "\(drives.count) drives read, \(accepted) wipes proven."
            )
        case .rehearsed:
            Phrase(
                fr:
                    "Essai : rien n'est enregistré ; \(drives.count) supports, \(accepted) effacements seraient prouvés.",
                en:
                    "Dry run: nothing is kept; \(drives.count) drives, \(accepted) wipes would be proven."
            )
        case .refused:
            Phrase(
                fr:
                    "Rien n'est enregistré : des fichiers sont refusés (--keep-going prend les autres).",
                en: "Nothing was kept: some files are refused (--keep-going takes the others)."
            )
        }
    }

    /// A line for each drive: file, name in the report, what became of it, serial number, label, and why.
    public func rows(in language: Language) -> [[String]] {
        let beside = passedOver.map { name in
            [
                name, "", PassedOver.verdict.text(in: language), "", "",
                PassedOver.why.text(in: language),
            ]
        }
        return beside
            + files.flatMap { file -> [[String]] in
                if let refusal = file.refusal {
                    let why = Phrase(fr: refusal.fr, en: refusal.en).text(in: language)
                    return [[file.file, "", language == .fr ? "refusé" : "refused", "", "", why]]
                }
                return file.drives.map { line in
                    let why = line.reasons.map { Phrase(fr: $0.fr, en: $0.en).text(in: language) }
                    return [
                        file.file, line.name, label(line.verdict).text(in: language),
                        line.serial ?? "",
                        line.device ?? "", why.joined(separator: " "),
                    ]
                }
            }
    }

    /// Of a run of which nothing is kept, what would have become of it.
    private func label(_ verdict: RecordWipeReport.Line.Verdict) -> Phrase {
        switch (ending, verdict) {
        case (.refused, .accepted), (.rehearsed, .accepted):
            Phrase(fr: "serait prouvé", en: "would be proven")
        case (.refused, .refused), (.rehearsed, .refused):
            Phrase(fr: "échec serait noté", en: "failure would be noted")
        default: verdict.label
        }
    }

    public static func headings(in language: Language) -> [String] {
        switch language {
        case .fr: ["fichier", "nom", "verdict", "série", "étiquette", "pourquoi"]
        case .en: ["file", "name", "verdict", "serial", "label", "why"]
        }
    }
}

extension RecordWipeReport.Line.Verdict {
    public var label: Phrase {
        switch self {
        case .accepted: Phrase(fr: "prouvé", en: "proven")
        case .refused: Phrase(fr: "échec noté", en: "failure noted")
        case .beside: Phrase(fr: "sans effet", en: "without effect")
        case .same: Phrase(fr: "déjà connu", en: "known before")
        }
    }
}

extension OpenMoulin {
    /// Reads reports of wipes as the person who acts.
    ///
    /// - Throws: What `Application.importWipes` throws.
    public func importWipes(
        _ run: WipeImport,
        from paths: [String]
    ) async throws(Failure) -> WipeImport.Outcome {
        try await application.importWipes(run, from: paths, as: speaker)
    }
}
