extension HeadingMap<DeviceField> {
    /// Maps the cells of a heading, in order.
    ///
    /// `keepsPersonal` keeps columns about persons as extra facts. `chosen` is what a person or a saved mapping says of certain
    /// headings, by the heading as written; it wins.
    public init(
        headings: [String],
        reference: ImportReference,
        keepsPersonal: Bool = false,
        chosen: [String: ColumnRole<DeviceField>] = [:]
    ) {
        self.init(
            headings: headings,
            around: HeadingSurroundings(),
            reference: reference,
            keepsPersonal: keepsPersonal,
            chosen: chosen
        )
    }

    init(
        headings: [String],
        around: HeadingSurroundings,
        reference: ImportReference,
        keepsPersonal: Bool,
        chosen: [String: ColumnRole<DeviceField>]
    ) {
        let kinds = KindColumns(around: around, reference: reference)
        var claims = HeadingClaims(
            Self.withoutEmptyEnd(headings),
            around,
            reference.headings,
            reference.units,
            chosen
        )
        claims.findPersons(kinds)
        claims.doubtReferences(kinds)
        claims.doubtKinds(kinds)
        claims.partModels(kinds)
        claims.findModels(kinds)
        claims.findDescriptions()
        claims.settle(weight: kinds.weight, speaks: kinds.speaks)
        claims.findFurtherMachines(kinds)
        self.init(claims)
        for index in columns.indices { remark(index, keepsPersonal) }
        remarks.sort { $0.number < $1.number }
    }

    private mutating func remark(_ index: Int, _ keepsPersonal: Bool) {
        let column = columns[index]
        guard !remarks.contains(where: { $0.number == column.number }) else { return }
        switch column.role {
        case .personal where keepsPersonal: columns[index].role = .extra
        case .personal:
            remarks.append(.personal(number: column.number, heading: column.heading))
        case .extra where column.heading == "column \(column.number)":
            remarks.append(.emptyHeading(number: column.number))
        case .extra:
            remarks.append(.unmapped(number: column.number, heading: column.heading))
        case .ignored, .field: break
        }
    }
}

extension HeadingMap {
    /// Maps the cells of a heading of a list that keeps no more than its fields: other columns are told, and left.
    init(
        headings: [String],
        around: HeadingSurroundings = HeadingSurroundings(),
        aliases: HeadingAliases<Field>,
        units: Units,
        chosen: [String: ColumnRole<Field>]
    ) {
        var claims = HeadingClaims(
            Self.withoutEmptyEnd(headings),
            around,
            aliases,
            units,
            chosen
        )
        claims.settle(weight: { _, index in around.values(index).count })
        self.init(claims)
        remarks = remarks.map(withoutExtraFacts)
        for column in columns where column.role == .extra && column.standIn == nil {
            guard !remarks.contains(where: { $0.number == column.number }) else { continue }
            remarks.append(.unread(number: column.number, heading: column.heading))
        }
        remarks.sort { $0.number < $1.number }
    }

    /// What becomes of a second column where no extra facts are kept.
    private func withoutExtraFacts(_ remark: Remark) -> Remark {
        guard case .duplicate(let number, let heading, let owner) = remark else { return remark }
        return columns[number - 1].standIn == nil
            ? .unreadDuplicate(number: number, heading: heading, of: owner)
            : .standsIn(number: number, heading: heading, of: owner)
    }

    fileprivate static func withoutEmptyEnd(_ headings: [String]) -> [String] {
        var last = headings
        while last.last?.isEmpty == true { last.removeLast() }
        return last
    }
}
