import Domain
import Importing

/// What became of one report of a run.
public struct HardwareLine: Codable, Sendable, Hashable {
    public enum Verdict: String, Codable, Sendable, CaseIterable {
        /// A machine that nobody knew.
        case created
        /// One of ours, now better known.
        case updated
        /// One that had left us, received again.
        case again
        /// This very report was recorded before.
        case same
        /// A new machine that may be one of ours: a person decides.
        case doubtful
        /// Nothing was written.
        case refused
    }

    /// Why nothing was written, or what made it doubtful.
    public struct Reason: Codable, Sendable, Hashable {
        public let code: String
        public let fr: String
        public let en: String

        init(_ code: String, _ sentence: Phrase) {
            self.code = code
            fr = sentence.fr
            en = sentence.en
        }
    }

    public let file: String
    /// Which machine of the file, from 1.
    public let part: Int
    /// The program that wrote the report; nil when none is recognised.
    public let source: String?
    /// Maker, model and serial number, as far as the report tells them.
    public let machine: String?
    public let device: String?
    public let verdict: Verdict
    public let reason: Reason?
    /// What a person should know besides, such as drives that nobody counted.
    public let notes: [Reason]
}

/// Why a report that can be read gives no machine.
enum HardwareProblem: Equatable {
    case donationMissing
    case kindMissing
    case namesNoMachine
    case driveUnknown([String])
    case left(String)
    case mayBe(String, agreeing: [String])
    case unknownLabel(String)

    var reason: HardwareLine.Reason {
        switch self {
        case .donationMissing:
            HardwareLine.Reason(
                "donation_missing",
                Phrase(
                    fr:
                        "Cet appareil n'est pas encore connu : dire sous quel don il arrive (--donation).",
                    en:
                        "This machine is not known yet: say under which donation it comes (--donation)."
                )
            )
        case .kindMissing:
            HardwareLine.Reason(
                "kind_missing",
                Phrase(
                    fr:
                        "Le rapport ne dit pas quel genre d'appareil c'est : le dire (--kind laptop).",
                    en:
                        "The report does not say what kind of machine it is: say it (--kind laptop)."
                )
            )
        case .namesNoMachine:
            HardwareLine.Reason(
                "names_no_machine",
                Phrase(
                    fr:
                        "Ce rapport ne nomme aucun appareil : dire lequel (--device, code de l'étiquette).",
                    en: "This report names no machine: say which (--device, the code on its label)."
                )
            )
        case .driveUnknown(let serials):
            HardwareLine.Reason(
                "drive_unknown",
                Phrase(
                    fr:
                        "Ce rapport ne nomme qu'un support (\(Self.list(serials))), qu'aucun de nos appareils ne contient : "
                        + "dire l'appareil (--device).",
                    en:
                        "This report names only a drive (\(Self.list(serials))), which none of our machines holds: "
                        + "say the machine (--device)."
                )
            )
        case .left(let device):
            HardwareLine.Reason(
                "device_left",
                Phrase(
                    fr:
                        "C'est \(device), qui nous a quittés : dire sous quel don il revient (--donation).",
                    en:
                        "This is \(device), which has left us: say under which donation it comes back (--donation)."
                )
            )
        case .mayBe(let device, let agreeing):
            HardwareLine.Reason(
                "may_be_known",
                Phrase(
                    fr:
                        "Peut-être \(device) (même \(agreeing.joined(separator: ", "))) : une personne tranche.",
                    en:
                        "Perhaps \(device) (same \(agreeing.joined(separator: ", "))): a person decides."
                )
            )
        case .unknownLabel(let label):
            HardwareLine.Reason(
                "unknown_device",
                Phrase(
                    fr: "Aucun appareil ne porte l'étiquette \(label).",
                    en: "No machine bears the label \(label)."
                )
            )
        }
    }

    private static func list(_ serials: [String]) -> String {
        serials.isEmpty ? "?" : serials.joined(separator: ", ")
    }
}
