import Domain

/// The word by which a row says its kind.
struct KindSaid {
    let cell: LentBytes
    /// The reading of the column, from 0.
    let index: Int
    /// What else the word may stand for.
    let mayBe: DeviceTypes
}

extension DeviceRowReader {
    /// Holds the word for the kind against what the model is known to be: "PC" yields, "portable" is asked about.
    mutating func compareWithFamily() {
        guard let said = device.kind, let model = device.model, let word = kindSaid,
            case .type(let told)? = familyMemo.reading(of: model) ?? family(of: model),
            told != said
        else { return }
        if word.mayBe.contains(told) {
            device.kind = told
            notes.append("kind from the model `\(Self.shown(model))`")
        } else if said.denies(told), reference.families.type(ofModel: model) == told {
            let shown = Self.shown(model)
            let problem = Problem.kindsDisagree(said: said, model: shown, family: told)
            fail(problem, word.cell, in: word.index)
        }
    }

    /// The kind that the model's family tells, when the row's own word for it says none.
    mutating func readFamily() {
        let isUnknownWord = errors.count == 1 && errors[0].problem.isUnknownKind
        guard errors.isEmpty || isUnknownWord, let model = device.model else { return }
        guard let reading = familyMemo.reading(of: model) ?? family(of: model) else { return }
        if reading == .part, errors.isEmpty, let column = map.column(of: .model) {
            return fail(.notADevice, model, in: column.number - 1)
        }
        guard case .type(let kind) = reading else { return }
        device.kind = kind
        notes.append("kind from the model `\(Self.shown(model))`")
        if let unknown = errors.first { notes.append("kind `\(unknown.value)` is not known") }
        if isUnknownWord { errors = [] }
    }

    private mutating func family(of model: LentBytes) -> DeviceKinds.Reading? {
        let reading = reference.kind(ofModel: model, scratch: &scratch)
        familyMemo.remember(reading, of: model)
        return reading
    }
}
