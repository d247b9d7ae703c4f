public import Domain
public import Importing
import Schema
import Tabular

extension DeviceImport {
    /// Choices of a person, by the words of the door; nil when a word is not known.
    public static func choices(charset: String?, dates: String?) -> DeviceListPlan.Choices? {
        ListMapping(charset: charset, dates: dates).choices
    }

    /// The words for charsets that a person may choose.
    public static var charsets: String { charsetWords.joined(separator: ", ") }
    public static var charsetWords: [String] { Charset.allCases.map(\.rawValue) }

    /// The words for orders of dates.
    public static var dateOrders: String { dateWords.joined(separator: ", ") }
    public static var dateWords: [String] { DateConvention.allCases.map(\.rawValue) }
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
