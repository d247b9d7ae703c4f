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
