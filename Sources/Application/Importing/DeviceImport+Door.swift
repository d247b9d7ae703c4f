public import Domain
public import Importing
import Schema
import Tabular

extension DeviceImport {
    /// Choices of a person, by the words of the door; nil when a word is not known.
    public static func choices(charset: String?, dates: String?) -> DeviceListPlan.Choices? {
        var choices = DeviceListPlan.Choices()
        if let charset {
            guard let known = Charset(named: charset) else { return nil }
            choices.charset = known
        }
        if let dates {
            guard let known = DateConvention(rawValue: dates) else { return nil }
            choices.dates = known
        }
        return choices
    }

    /// The words for charsets that a person may choose.
    public static var charsets: String { Charset.allCases.map(\.rawValue).joined(separator: ", ") }

    /// The words for orders of dates.
    public static var dateOrders: String {
        DateConvention.allCases.map(\.rawValue).joined(separator: ", ")
    }
}

extension DeviceImport.Outcome {
    public var errorCount: Int { report.counts.error }

    public var json: String {
        let batch = batch.map(String.init) ?? "null"
        return "{\"ending\":\"\(ending.rawValue)\",\"batch\":\(batch),\"report\":\(report.json)}"
    }

    public func table(in language: Language) -> String {
        ending == .already ? "" : report.table(in: language)
    }

    /// What a person wants to hear about a list that was read: how it was written, and what came of it.
    public var summary: Phrase {
        guard ending != .already else { return headline }
        let counts = report.counts
        return Phrase(
            fr:
                "\(report.charset.rawValue), \(counts.create) appareils, \(counts.update) revenus, \(counts.error) à corriger",
            en:
                "\(report.charset.rawValue), \(counts.create) devices, \(counts.update) again, \(counts.error) to correct"
        )
    }

    /// One line on how it ended.
    public var headline: Phrase {
        switch ending {
        case .imported: Phrase(fr: "Importé.", en: "Imported.")
        case .rehearsed:
            Phrase(
                fr: "Essai : rien n'est enregistré. L'import réel ferait ceci :",
                en: "Dry run: nothing is kept. The real import would do this:"
            )
        case .already:
            Phrase(
                fr: "Ce fichier a déjà été importé pour ce don ; rien ne change.",
                en: "This file was imported before for this donation; nothing changes."
            )
        case .refused:
            Phrase(
                fr: "Rien n'est importé : des lignes sont à corriger.",
                en: "Nothing was imported: some rows must be corrected."
            )
        }
    }
}

extension OpenMoulin {
    /// Imports a list of devices as the person who acts.
    ///
    /// - Throws: What `Application.importDevices` throws.
    public func importDevices(
        _ run: DeviceImport,
        from path: String,
        progress: @Sendable (Int) -> Void = { _ in },
        rejects: @Sendable ([UInt8]) -> Void = { _ in }
    ) async throws(Failure) -> DeviceImport.Outcome {
        try await application.importDevices(
            run,
            from: path,
            as: speaker,
            reference: ImportReference(shipped: installation.schema),
            progress: progress,
            rejects: rejects
        )
    }
}
