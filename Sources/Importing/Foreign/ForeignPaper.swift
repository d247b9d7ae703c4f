public import Domain

/// A file of a program that is known by name and that no reader takes: what people hand in instead of what Moulin can use.
public struct ForeignPaper: Sendable, Hashable {
    /// What a person can do who has such a file.
    enum Remedy: Sendable, Hashable {
        /// It says that something was wiped; a person may say so by hand.
        case recordByHand
        /// It is of a wipe, and does not say that it came to its end.
        case wipeAgain
        /// It tells little of a machine, or in a way that no two machines share.
        case gatherReport
        /// The same program writes what can be read.
        case printAs(String)
        /// A state that a drive tells of itself: whether it is worth anything is in its figures.
        case askDrive
    }

    /// As people call it.
    public let program: String
    let remedy: Remedy
    let progress: SanitizeProgress?

    /// Recognised by words in the beginning of a text; nil for what no program is known for.
    init?(_ text: some StringProtocol) {
        let start = text.prefix(1 << 14).lowercased()
        // A member of JSON is the same however a program sets it out.
        let dense = start.filter { !$0.isWhitespace }
        guard
            let known = ForeignPrograms.all.first(where: { program in
                program.signs.allSatisfy { ($0.contains("\":") ? dense : start).contains($0) }
            })
        else { return nil }
        program = known.name
        remedy = known.remedy
        progress = known.remedy == .askDrive ? SanitizeProgress(start) : nil
    }

    /// What the file is and what to do, for the person who chose it.
    public var sentence: Phrase {
        if let progress { return progress.sentence }
        return switch remedy {
        case .recordByHand, .askDrive:
            Phrase(
                fr:
                    "C'est un rapport d'effacement de \(program), que Moulin ne lit pas : le garder, et dire l'effacement soi-même (moulin drive wipe).",
                en:
                    "This is a wipe report of \(program), which Moulin does not read: keep it, and record the wipe yourself (moulin drive wipe)."
            )
        case .wipeAgain:
            Phrase(
                fr:
                    "C'est la trace d'un effacement par \(program), qui ne dit pas qu'il est allé au bout : effacer encore, avec nwipe, et donner son journal.",
                en:
                    "This is the trace of a wipe by \(program), which does not say that it came to its end: wipe again, with nwipe, and give its log."
            )
        case .gatherReport:
            Phrase(
                fr:
                    "C'est un rapport de \(program), qui n'identifie pas une machine : lancer Scripts/report-hardware, ou donner lshw -json ou dmidecode.",
                en:
                    "This is a report of \(program), which does not identify a machine: run Scripts/report-hardware, or give lshw -json or dmidecode."
            )
        case .printAs(let command):
            Phrase(
                fr: "C'est un rapport de \(program) sous une forme abrégée : donner \(command).",
                en: "This is a report of \(program) in a short form: give \(command)."
            )
        }
    }
}
