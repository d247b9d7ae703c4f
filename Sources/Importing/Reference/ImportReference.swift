/// What the world calls things: headings, placeholders, device words and units, read from the texts of `Schema/reference`.
public struct ImportReference: Sendable {
    let headings: HeadingAliases<DeviceField>
    let junk: JunkIdentities
    let kinds: DeviceKinds
    let units: Units
    let wrongLists: WrongLists
    let families: ModelFamilies
    let dates: DateWords
    public let lists: KnownLists

    /// The kind that a model's name tells: by its family, or by a word for a kind in it; when the two disagree, none.
    ///
    /// An accessory before the family is what the name is about, one behind it comes with the machine: "Chargeur ThinkPad" is
    /// none, "ThinkPad + chargeur" is one, and "ThinkPad charger" may be either.
    func kind(ofModel model: LentBytes, scratch: inout [UInt8]) -> DeviceKinds.Reading {
        let word = kinds.reading(model, scratch: &scratch)
        guard let family = families.type(ofModel: model) else { return word }
        let text = String(decoding: model.prefix(200), as: UTF8.self)
        if let (match, before, isFurther) = kinds.phrases.accessory(in: text) {
            guard families.type(ofWords: before) != nil else { return match.reading }
            if isFurther || match.head == .first { return .type(family) }
        }
        switch word {
        case .type(family), .unknown, .unsaid: return .type(family)
        case .type, .part: return .unknown
        }
    }

    /// Reads the texts of `headings.csv`, `junk_identities.csv` and so on.
    ///
    /// - Throws: ``ReferenceFault`` with the table and line that cannot be used.
    public init(
        headings: String,
        junkIdentities: String,
        deviceKinds: String,
        units: String,
        wrongLists: String,
        modelFamilies: String,
        listHeadings: String,
        listWords: String,
        dateWords: String
    ) throws(ReferenceFault) {
        self.headings = try HeadingAliases(headings)
        junk = try JunkIdentities(junkIdentities)
        kinds = try DeviceKinds(deviceKinds)
        self.units = try Units(units)
        self.wrongLists = try WrongLists(wrongLists)
        families = try ModelFamilies(modelFamilies)
        dates = try DateWords(dateWords)
        lists = try KnownLists(headings: listHeadings, words: listWords)
    }
}
