import Importing

/// A report as it arrives in the body of a request.
public enum ReportBody {
    /// Its text, whatever its charset: Windows redirects into UTF-16.
    public static func text(_ bytes: [UInt8]) -> String { ReportText.decoded(bytes) }
}
