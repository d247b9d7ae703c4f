public import Domain

extension HardwareImport.Outcome {
    public var json: String { String(decoding: CommandJSON.encode(self), as: UTF8.self) }

    public var errorCount: Int { count(.refused) }

    /// One line on how it ended.
    public var headline: Phrase {
        let total = machines.count
        return switch ending {
        case .imported: Phrase(fr: "\(total) rapports lus.", en: "\(total) reports read.")
        case .rehearsed:
            Phrase(
                fr: "Essai : rien n'est enregistré. Les \(total) rapports feraient ceci :",
                en: "Dry run: nothing is kept. The \(total) reports would do this:"
            )
        case .already, .refused:
            Phrase(
                fr:
                    "Rien n'est enregistré : des rapports sont refusés (--keep-going prend les autres).",
                en: "Nothing was kept: some reports are refused (--keep-going takes the others)."
            )
        }
    }

    /// A line for each machine: file, what became of it, label, name, and why.
    public func rows(in language: Language) -> [[String]] {
        let beside = passedOver.map { name in
            [
                name, PassedOver.verdict.text(in: language), "", "",
                PassedOver.why.text(in: language),
            ]
        }
        return beside
            + machines.map { line in
                let sentences = ([line.reason].compactMap(\.self) + line.notes).map { reason in
                    Phrase(fr: reason.fr, en: reason.en).text(in: language)
                }
                return [
                    line.part > 1 ? "\(line.file) #\(line.part)" : line.file,
                    label(line.verdict).text(in: language), line.device ?? "", line.machine ?? "",
                    sentences.joined(separator: " "),
                ]
            }
    }

    /// Of a run of which nothing is kept, what would have become of it.
    private func label(_ verdict: HardwareLine.Verdict) -> Phrase {
        guard ending == .refused || ending == .rehearsed else { return verdict.label }
        return switch verdict {
        case .created: Phrase(fr: "serait créé", en: "would be created")
        case .updated: Phrase(fr: "serait complété", en: "would be updated")
        case .again: Phrase(fr: "serait revenu", en: "would come again")
        case .doubtful: Phrase(fr: "serait à décider", en: "would be to decide")
        case .same, .refused: verdict.label
        }
    }

    public static func headings(in language: Language) -> [String] {
        switch language {
        case .fr: ["fichier", "devenu", "étiquette", "machine", "remarque"]
        case .en: ["file", "became", "label", "machine", "remark"]
        }
    }
}

/// What a person reads of a file that was left beside the reports.
enum PassedOver {
    static let verdict = Phrase(fr: "laissé de côté", en: "passed over")
    static let why = Phrase(
        fr: "Un système ou une personne l'a laissé là ; ce n'est pas un rapport.",
        en: "A system or a person left it there; it is no report."
    )
}

extension HardwareLine.Verdict {
    public var label: Phrase {
        switch self {
        case .created: Phrase(fr: "créé", en: "created")
        case .updated: Phrase(fr: "complété", en: "updated")
        case .again: Phrase(fr: "revenu", en: "came again")
        case .same: Phrase(fr: "inchangé", en: "unchanged")
        case .doubtful: Phrase(fr: "à décider", en: "to decide")
        case .refused: Phrase(fr: "refusé", en: "refused")
        }
    }
}

extension OpenMoulin {
    /// Reads hardware reports as the person who acts.
    ///
    /// - Throws: What `Application.importHardware` throws.
    public func importHardware(
        _ run: HardwareImport,
        from paths: [String]
    ) async throws(Failure) -> HardwareImport.Outcome {
        try await application.importHardware(run, from: paths, as: speaker)
    }
}
