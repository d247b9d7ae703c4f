/// What the world calls things: headings, placeholders, device words and units, read from the texts of `Schema/reference`.
public struct ImportReference: Sendable {
    let headings: HeadingAliases
    let junk: JunkIdentities
    let kinds: DeviceKinds
    let units: Units
    let wrongLists: WrongLists

    /// Reads the texts of `headings.csv`, `junk_identities.csv` and so on.
    ///
    /// - Throws: ``ReferenceFault`` with the table and line that cannot be used.
    public init(
        headings: String,
        junkIdentities: String,
        deviceKinds: String,
        units: String,
        wrongLists: String
    ) throws(ReferenceFault) {
        self.headings = try HeadingAliases(headings)
        junk = try JunkIdentities(junkIdentities)
        kinds = try DeviceKinds(deviceKinds)
        self.units = try Units(units)
        self.wrongLists = try WrongLists(wrongLists)
    }
}
