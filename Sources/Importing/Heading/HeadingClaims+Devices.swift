extension HeadingClaims<DeviceField> {
    /// A column of the numbers by which a program refers to its own table of makers names none.
    mutating func doubtReferences(_ kinds: KindColumns) {
        for index in columns.indices
        where [.field(.maker), .field(.model)].contains(columns[index].role)
            && !chosen.contains(index) && columns[index].heading.hasSuffix("_id")
            && kinds.holdsNumbers(index)
        {
            assign(.extra, to: index)
        }
    }
}
