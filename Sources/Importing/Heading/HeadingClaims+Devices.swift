import Domain

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

    /// "Name" beside "First name" is that of a person; of several, those that stand next to it.
    mutating func findPersons(_ kinds: KindColumns) {
        let words = aliases.words
        let first = columns.indices.filter { words.isFirstName(columns[$0].heading) }
        let names = columns.indices.filter {
            words.isName(columns[$0].heading) && !chosen.contains($0)
                && !kinds.holdsMostlyModels($0)
        }
        guard !first.isEmpty else { return }
        let next = names.filter { name in first.contains { abs($0 - name) == 1 } }
        for index in next.isEmpty ? names : next { assign(.personal, to: index) }
    }

    /// "Description" names the models of a list that has neither a column of models nor one of kinds.
    mutating func findDescriptions() {
        let says: [ColumnRole<DeviceField>] = [.field(.model), .field(.kind)]
        guard !columns.contains(where: { says.contains($0.role) }),
            let index = columns.indices.first(where: {
                columns[$0].role == .extra && !chosen.contains($0)
                    && aliases.words.isDescription(columns[$0].heading)
            })
        else { return }
        assign(.field(.model), to: index)
        remark(.models(number: index + 1, heading: columns[index].heading))
    }

    /// Beside the column of serials, one of those of another machine: "N° série écran", or "N° de série" below "Écran".
    mutating func findFurtherMachines(_ kinds: KindColumns) {
        guard columns.contains(where: { $0.role == .field(.serial) }) else { return }
        for index in columns.indices
        where columns[index].role == .extra && columns[index].standIn == nil
            && !chosen.contains(index)
        {
            let name = "\(columns[index].heading) \(groups[index])"
            if let word = kinds.machineNumbered(by: name) { note(further: word, in: index) }
        }
    }
}

extension KindColumns {
    /// The word for a machine in a heading that names its serial number; nil for any other heading.
    fileprivate func machineNumbered(by heading: String) -> String? {
        let matches = reference.kinds.phrases.parts(of: heading).flatMap(\.matches)
        guard matches.count == 1, let match = matches.first, match.head == .none,
            case .type(let type) = match.reading, type != .peripheral, type != .storageMedium
        else { return nil }
        let words = heading.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard match.words.upperBound <= words.count else { return nil }
        let rest = (words[..<match.words.lowerBound] + words[match.words.upperBound...])
            .joined(separator: " ")
        let meaning = reference.headings.meaning(of: rest, units: reference.units)
        guard meaning?.role == .field(.serial) else { return nil }
        return words[match.words].joined(separator: " ")
    }
}
