/// What stands in the columns of a device list that should name kinds of devices.
struct KindColumns {
    let around: HeadingSurroundings
    let reference: ImportReference

    func holdsNoKinds(_ index: Int) -> Bool {
        let words = Set(around.values(index).map { FoldedBytes.fold($0) })
        return words.count >= 3 && knownKinds(index) == 0
            && words.count(where: isNearAKind) * 2 < words.count
    }

    func holdsModels(_ index: Int) -> Bool {
        let values = Set(around.values(index))
        let plain = values.count { reference.kinds.knows(wholly: $0) }
        guard plain * 2 < values.count else { return false }
        return values.contains { value in
            Array(value.utf8).withUnsafeBytes { reference.families.type(ofModel: $0) != nil }
        }
    }

    /// Whether most of what stands in a column is of a known family: "HP ProBook 450 G5" under "Name".
    func holdsMostlyModels(_ index: Int) -> Bool {
        let values = Set(around.values(index))
        let known = values.count { value in
            Array(value.utf8).withUnsafeBytes { reference.families.type(ofModel: $0) != nil }
        }
        return known * 2 > values.count
    }

    /// Whether all that stands in a column names kinds, as "Désignation" does beside "Modèle".
    func holdsKinds(_ index: Int) -> Bool {
        let values = around.values(index)
        return !values.isEmpty && knownKinds(index) == values.count
            && !holdsMostlyModels(index)
    }

    /// Whether a column counts its lines: "Item" above 1, 2, 3.
    func holdsNumbers(_ index: Int) -> Bool {
        let values = around.values(index)
        return !values.isEmpty && values.allSatisfy { $0.utf8.allSatisfy { 48...57 ~= $0 } }
    }

    /// How much a column says of a field: known kinds count where kinds are meant, and values elsewhere.
    func weight(_ field: DeviceField, _ index: Int) -> Int {
        field == .kind ? knownKinds(index) : around.values(index).count
    }

    func speaks(_ field: DeviceField, _ index: Int) -> Bool {
        field != .kind || knownKinds(index) > 0
    }

    private func isNearAKind(_ word: [UInt8]) -> Bool {
        word.withUnsafeBytes { !reference.kinds.nearest(to: $0).isEmpty }
    }

    private func knownKinds(_ index: Int) -> Int {
        var scratch: [UInt8] = []
        return around.values(index).count { value in
            Array(value.utf8).withUnsafeBytes { bytes in
                switch reference.kinds.reading(bytes, scratch: &scratch) {
                case .type, .part: true
                case .unsaid, .unknown: false
                }
            }
        }
    }
}

extension HeadingClaims<DeviceField> {
    /// "Désignation" is the model where nothing else is; beside a column that names the models, it is the kind.
    ///
    /// Models are named by a column that is called so, or by one without another meaning that holds known ones: a reference.
    mutating func partModels(_ kinds: KindColumns) {
        let claimants = columns.indices.filter { columns[$0].role == .field(.model) }
        let kindly = claimants.filter { !chosen.contains($0) && kinds.holdsKinds($0) }
        guard !kindly.isEmpty else { return }
        if kindly.count == claimants.count {
            guard
                let reference = columns.indices.first(where: {
                    [.extra, .field(.externalRef)].contains(columns[$0].role)
                        && !chosen.contains($0) && kinds.holdsMostlyModels($0)
                })
            else { return }
            assign(.field(.model), to: reference)
            remark(.models(number: reference + 1, heading: columns[reference].heading))
        }
        for index in kindly {
            let isKind = !columns.contains { $0.role == .field(.kind) }
            assign(isKind ? .field(.kind) : .extra, to: index)
        }
    }

    /// A column of kinds that knows none, such as the "Category" of an accountant, is something else.
    ///
    /// Where no other column names the models, it is read as the model, from which the kind follows: "Dell Latitude 5490".
    mutating func doubtKinds(_ kinds: KindColumns) {
        for index in columns.indices
        where columns[index].role == .field(.kind) && !chosen.contains(index) {
            let lacksModels = !columns.contains { $0.role == .field(.model) }
            let isModel = lacksModels && kinds.holdsModels(index)
            let isOther = kinds.holdsNumbers(index) || !lacksModels && kinds.holdsNoKinds(index)
            guard isModel || isOther else { continue }
            assign(isModel ? .field(.model) : .extra, to: index)
            remark(
                .notKinds(
                    number: index + 1,
                    heading: columns[index].heading,
                    areModels: isModel
                )
            )
        }
    }

    /// In a list without a column of models, one of models by what stands in it is read as that, whatever it is called.
    ///
    /// Only below a heading that names a number: elsewhere the first machine of a list would pass for a heading.
    mutating func findModels(_ kinds: KindColumns) {
        let numbers: [DeviceField] = [.serial, .externalRef, .imei, .mac, .uuid]
        guard columns.contains(where: { column in numbers.contains { column.role == .field($0) } }),
            !columns.contains(where: { $0.role == .field(.model) }),
            let index = columns.indices.first(where: {
                columns[$0].role == .extra && !chosen.contains($0) && kinds.holdsMostlyModels($0)
            })
        else { return }
        assign(.field(.model), to: index)
        remark(.models(number: index + 1, heading: columns[index].heading))
    }
}
