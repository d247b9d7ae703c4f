import Application
import Domain

/// What is done with every machine that is scanned, until the card is put away.
///
/// Written `take-step:start_test`: the command, then what it is told. A card on paper says the step alone, in the symbols that every
/// scanner reads: `ACTION-START-TEST`.
struct ActionCard {
    let command: String
    /// A step or a place; nil for a command that needs no more than the machine.
    let argument: String?
    let reason: String?

    private static let commands: Set<String> = [
        "take-step", "move-device", "shelve-device", "record-tests", "release-reservation",
    ]

    /// Nil when the text is no card.
    init?(_ text: String, argument: String? = nil, reason: String? = nil) {
        let text = Self.printedStep(text).map { "take-step:\($0)" } ?? text
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard let command = parts.first, Self.commands.contains(command) else { return nil }
        self.command = command
        self.argument = parts.count == 2 ? parts[1] : argument
        self.reason = reason
        let needsMore = ["take-step", "move-device"].contains(command)
        guard !needsMore || self.argument != nil else { return nil }
    }

    /// The step that a printed card names; nil for any other text.
    private static func printedStep(_ text: String) -> String? {
        let word = text.lowercased()
        guard word.hasPrefix("action-") else { return nil }
        return String(word.dropFirst("action-".count)).replacing("-", with: "_")
    }

    /// False for a printed card of a step that is none.
    func isKnown(_ visit: Visit) -> Bool {
        command != "take-step"
            || visit.site.house.map.steps.contains { $0.name.rawValue == argument }
    }

    /// The card that the page's address remembers.
    init?(_ query: Fields) {
        guard let text = query["card"] else { return nil }
        self.init(text, argument: query["argument"], reason: query["reason"])
    }

    /// As the page's address remembers it.
    var address: String {
        let text = argument.map { "\(command):\($0)" } ?? command
        let why = reason.map { "&reason=\($0.addingPercentEncoding)" } ?? ""
        return "/bench?card=\(text.addingPercentEncoding)\(why)"
    }

    func fields(of device: String) -> [String: JSONValue] {
        var fields: [String: JSONValue] = ["device": .text(device)]
        switch command {
        case "take-step":
            fields["step"] = argument.map { .text($0) }
            fields["reason"] = reason.map { .text($0) }
        case "move-device": fields["place"] = argument.map { .text($0) }
        case "record-tests":
            fields["results"] = []
            fields["others_pass"] = true
        default: break
        }
        return fields
    }

    /// What it does, for people.
    func label(_ visit: Visit) -> String {
        let step = visit.site.house.map.steps.first { $0.name.rawValue == argument }
        let name = Catalogue.commands.first { $0.name == command }?.summary.text(in: visit.language)
        switch command {
        case "take-step":
            return (step?.label.text(in: visit.language) ?? argument ?? "").capitalisedFirst
        case "move-device": return visit.text("bench.put_in") + " " + (argument ?? "")
        case "record-tests": return visit.text("device.all_pass")
        default: return (name ?? command).capitalisedFirst
        }
    }

    /// Does it with one machine, once for each form that was handed out and each place in its list.
    func apply(to device: String, at place: Int = 0, _ visit: Visit) async throws(Failure)
        -> CardResult
    {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        do throws(Failure) {
            let outcome = JSONValue(
                bytes: try await visit.site.house.perform(
                    named: command,
                    JSONValue.object(fields(of: device)).bytes,
                    as: visitor.speaker,
                    key: visit.form["key"].map { place == 0 ? $0 : "\($0)/\(place)" }
                )
            )
            let state = outcome["to"] == .null ? outcome["state"].text : outcome["to"].text
            let words = visit.site.words[state]?.text(in: visit.language) ?? visit.text("bench.did")
            return CardResult(device: outcome["device"].text, text: words, isDone: true)
        } catch {
            switch error {
            case .refused, .unreadable, .forbidden:
                return CardResult(
                    device: device,
                    text: error.sentence(in: visit.language),
                    isDone: false
                )
            case .file, .unauthenticated, .database: throw error
            }
        }
    }
}

/// What came of one scan, in the running list that the form carries along.
struct CardResult {
    let device: String
    let text: String
    let isDone: Bool
    /// The machine's page; nil when nothing was done with it.
    let path: String?

    /// How many the list keeps.
    static let limit = 60

    init(device: String, text: String, isDone: Bool) {
        self.device = device
        self.text = text
        self.isDone = isDone
        path = isDone ? "/devices/\(device.addingPercentEncoding)" : nil
    }

    /// Nil for a line that this page did not write.
    init?(line: String) {
        let parts = line.split(separator: "|", maxSplits: 2).map(String.init)
        guard parts.count == 3 else { return nil }
        self.init(device: parts[1], text: parts[2], isDone: parts[0] == "+")
    }

    var line: String { "\(isDone ? "+" : "-")|\(device)|\(text)" }
}
