import Application
import Domain
import HTTPTypes

/// The list and the choices, however they were sent.
struct SentList {
    let fields: [String: String]
    let bytes: [UInt8]
    let name: String
    /// What columns are, each as `Heading=field`.
    let columns: [String]
    /// Whether it is the list of an announced gift, which is kept and needs no sending.
    let isAnnounced: Bool
    /// The word under which it was held since the last look; nil for what came with this form.
    let lookedAt: String?

    /// Whether its rows stand in the form, and come again with the next.
    var isPasted: Bool { name == ImportedFile.pasted }

    /// `columns` are those of an address; a form has them in its fields, one on each line.
    init(
        fields: [String: String],
        columns: [String]? = nil,
        bytes: [UInt8],
        name: String,
        isAnnounced: Bool = false,
        lookedAt: String? = nil
    ) {
        self.fields = fields
        self.columns = columns ?? Self.lines(fields["columns"])
        self.bytes = bytes
        self.name = name
        self.isAnnounced = isAnnounced
        self.lookedAt = lookedAt
    }

    private static func lines(_ text: String?) -> [String] {
        (text ?? "").split(whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }

    init?(_ visit: Visit) {
        let type = visit.headers[.contentType] ?? ""
        guard type.hasPrefix("multipart/form-data") else {
            let fields = visit.form.filled.compactMapValues(\.last)
            let pasted = Array((fields["list"] ?? "").utf8)
            self.init(fields: fields, bytes: pasted, name: ImportedFile.pasted)
            return
        }
        guard let parts = Multipart(visit.body, type: type) else { return nil }
        let file = parts.files["file"].flatMap { $0.bytes.isEmpty ? nil : $0 }
        self.init(
            fields: parts.fields,
            bytes: file?.bytes ?? Array((parts.fields["list"] ?? "").utf8),
            name: file?.name ?? ImportedFile.pasted
        )
    }

    /// The body as it is, with what the address says; nil without one.
    init?(body visit: Visit) {
        guard !visit.body.isEmpty else { return nil }
        let said = visit.query.filled
        let fields = said.compactMapValues(\.last)
        self.init(
            fields: fields,
            columns: said["column"] ?? [],
            bytes: visit.body,
            name: fields["name"] ?? ImportedFile.sent
        )
    }

    /// What was said under a name; nil for nothing.
    func said(_ name: String) -> String? {
        fields[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    /// How the source writes its lists, as far as it was said.
    ///
    /// - Throws: `.unreadable` when a column is not followed by what it is.
    func mapping() throws(Failure) -> ListMapping {
        let mapping = ListMapping(
            columns: columns,
            heading: said("heading"),
            charset: said("charset"),
            dates: said("dates")
        )
        if let mapping { return mapping }
        throw .unreadable(
            Unreadable(
                columns.joined(separator: ", "),
                expected: Phrase(fr: "Titre=champ", en: "Heading=field")
            )
        )
    }

    var mappingNames: MappingNames {
        MappingNames(read: said("mapping"), kept: said("save_mapping"))
    }
}
