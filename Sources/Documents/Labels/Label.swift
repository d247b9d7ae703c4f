/// What stands on a label: a code for machines, the same for people, and a line that says of what.
public struct Label: Codable, Hashable, Sendable {
    /// The two-dimensional code.
    ///
    /// Data Matrix is the smaller, QR what a telephone's camera reads unasked.
    public enum Matrix: String, Codable, Hashable, Sendable {
        case qr
        case dataMatrix = "data_matrix"
    }

    /// The code with its check symbol, in ASCII: `M-10423-K`.
    public let code: String
    /// What the two-dimensional code says: a link with an opaque token, or the code itself.
    public let payload: String
    public let matrix: Matrix
    /// Cut at the width of the label, with an ellipsis.
    public let description: String

    public init(code: String, payload: String, matrix: Matrix = .qr, description: String) {
        self.code = code
        self.payload = payload
        self.matrix = matrix
        self.description = description
    }
}

/// Labels to print in one go.
public struct LabelBatch: Codable, Hashable, Sendable {
    public let format: LabelFormat
    public let labels: [Label]
    /// The first label used on the first sheet, counted from 1 along the rows: a sheet begun is not thrown away.
    public let startAt: Int
    /// What this printer is off by, in hundredths of a millimetre, to the right and down.
    public let offsetX: Int
    public let offsetY: Int
    /// Seconds since 1970; the creation date of the file.
    public let instant: Int64

    public init(
        format: LabelFormat,
        labels: [Label],
        startAt: Int = 1,
        offsetX: Int = 0,
        offsetY: Int = 0,
        instant: Int64
    ) {
        self.format = format
        self.labels = labels
        self.startAt = startAt
        self.offsetX = offsetX
        self.offsetY = offsetY
        self.instant = instant
    }
}
