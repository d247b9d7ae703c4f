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
            note(.kindOfModel, model, in: modelIndex)
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
        if reading == .part, errors.isEmpty {
            return fail(.notADevice, model, in: modelIndex)
        }
        guard case .type(let kind) = reading else { return }
        device.kind = kind
        note(.kindOfModel, model, in: modelIndex)
        if let unknown = errors.first {
            device.notes.append(
                DeviceNote(heading: unknown.heading, value: unknown.value, finding: .unknownKind)
            )
        }
        if isUnknownWord { errors = [] }
    }

    /// The column of models, from 0; asked for rows that say one.
    private var modelIndex: Int { (map.column(of: .model)?.number ?? 1) - 1 }

    private mutating func family(of model: LentBytes) -> DeviceKinds.Reading? {
        let reading = reference.kind(ofModel: model, scratch: &scratch)
        familyMemo.remember(reading, of: model)
        return reading
    }
}
