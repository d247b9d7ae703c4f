public import Importing
public import Schema

extension ImportReference {
    /// What the world calls things, from the lists of the schema.
    ///
    /// - Throws: `SchemaMissing` for a list that is not there, `ReferenceFault` for one that cannot be used.
    public init(_ schema: Schema) throws {
        try self.init(
            headings: schema.reference("headings.csv").text,
            junkIdentities: schema.reference("junk_identities.csv").text,
            deviceKinds: schema.reference("device_kinds.csv").text,
            units: schema.reference("units.csv").text,
            wrongLists: schema.reference("wrong_lists.csv").text,
            modelFamilies: schema.reference("model_families.csv").text,
            listHeadings: schema.reference("list_headings.csv").text,
            listWords: schema.reference("list_words.csv").text,
            dateWords: schema.reference("date_words.csv").text
        )
    }

    /// The lists as they are shipped, which tests read too.
    public init(shipped schema: Schema) {
        do { try self.init(schema) } catch {
            preconditionFailure("the lists of the schema are tested: \(error)")
        }
    }
}
