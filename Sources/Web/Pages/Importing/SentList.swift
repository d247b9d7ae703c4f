import Application
import HTTPTypes

/// The list and the choices, however they were sent.
struct SentList {
    let fields: [String: String]
    let bytes: [UInt8]
    let name: String
    /// Whether it is the list of an announced gift, which is kept and needs no sending.
    let isAnnounced: Bool

    init(fields: [String: String], bytes: [UInt8], name: String, isAnnounced: Bool = false) {
        self.fields = fields
        self.bytes = bytes
        self.name = name
        self.isAnnounced = isAnnounced
    }

    init?(_ visit: Visit) {
        isAnnounced = false
        let type = visit.headers[.contentType] ?? ""
        guard type.hasPrefix("multipart/form-data") else {
            fields = visit.form.filled.compactMapValues(\.last)
            bytes = Array((fields["list"] ?? "").utf8)
            name = "pasted.tsv"
            return
        }
        guard let parts = Multipart(visit.body, type: type) else { return nil }
        fields = parts.fields
        let file = parts.files["file"].flatMap { $0.bytes.isEmpty ? nil : $0 }
        bytes = file?.bytes ?? Array((parts.fields["list"] ?? "").utf8)
        name = file?.name ?? "pasted.tsv"
    }
}
