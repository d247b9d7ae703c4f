import Documents

/// Texts for telephones, as pictures.
public enum QuickResponse {
    /// An `svg` element; nil for a text that is too long for a code.
    public static func svg(of text: String) -> String? {
        try? QuickResponseCode(text).svg
    }
}
