import Application
import Domain

/// The page of one machine: where it stands, what may be done with it now, its proofs and its story.
enum DevicePage {
    static let page = ActingPage(
        "/devices/:thing",
        commands: [
            "take-step", "count-drives", "record-wipe", "record-tests", "grade-device",
            "shelve-device", "raise-flag", "lift-flag", "move-device", "remove-drive",
            "release-reservation", "issue-erasure-certificate", "describe-device",
        ],
        next: { command, outcome, _ in
            command == "issue-erasure-certificate"
                ? .page("/documents/\(outcome["document"].text.addingPercentEncoding)") : .here
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let of: Any
        /// Refuses nothing by itself: whether a flag blocks the machine.
        let isBlocked: Bool
        let steps: [StepButton]
        let forms: DeviceForms
        let story: [Chapter]
        let openFlags: [Any]
        let pastFlags: [Any]
        let flagChoices: [Choice]
        let mayFlag: Bool
        let mayLift: Bool
        let mayMove: Bool
        let places: [Any]
        let documents: [Any]
        let mayCertify: Bool
        let price: DevicePrice?
        let path: String
    }

    /// A step of the machine's life.
    struct Chapter {
        let at: String
        let said: String
        let step: String
        let state: String
        let by: String
        let reason: String?
    }

    /// The steps as the map calls them from where they were taken: one word means different things from different states.
    private static func story(_ device: JSONValue, _ visit: Visit) -> [Chapter] {
        device["history"].elements.map { line in
            let step = visit.site.house.map.steps.first {
                $0.name.rawValue == line["step"].text && $0.from.rawValue == line["from"].text
            }
            let at = line["at"].text
            let state = line["to"].text
            return Chapter(
                at: at,
                said: SpokenDate.spoken(at, in: visit.language) ?? at,
                step: step?.label.text(in: visit.language) ?? line["step"].text,
                state: visit.site.words[state]?.text(in: visit.language) ?? state,
                by: line["by"].text,
                reason: line["reason"] == .null ? nil : line["reason"].text
            )
        }
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let device: JSONValue = .text(visit.parameter("thing"))
        let found = try await visit.answer("show-device", ["device": device])
        let flags = found["flags"].elements
        let documents = try await visit.answerIfAllowed("list-documents", ["device": device])
        let places = visit.may("move-device") ? try await visit.answer("list-places") : .null
        let forms = DeviceForms(found, visit)
        let content = Content(
            of: visit.content(found),
            isBlocked: flags.contains { $0["lifted"] == .null },
            steps: StepButton.buttons(for: found, besides: forms, visit),
            forms: forms,
            story: story(found, visit),
            openFlags: flags.filter { $0["lifted"] == .null }.map { visit.content($0) },
            pastFlags: flags.filter { $0["lifted"] != .null }.map { visit.content($0) },
            flagChoices: visit.choices(FlagKind.self, named: "flag"),
            mayFlag: visit.may("raise-flag"),
            mayLift: visit.may("lift-flag"),
            mayMove: visit.may("move-device"),
            places: places["rows"].elements.map { visit.content($0) },
            documents: (documents?.elements ?? []).map { visit.content($0) },
            mayCertify: visit.may("issue-erasure-certificate")
                && found["drives"].elements.contains { $0["cleared_by"] != .null },
            price: try await DevicePrice.of(found, visit),
            path: visit.path
        )
        return visit.site.page("device", title: found["device"].text, content, visit)
    }
}

/// A step that may be taken, as a button: at once, after a reason, or by way of the form that brings its evidence.
struct StepButton {
    let step: String
    let label: String
    /// Taken with one press.
    let isPlain: Bool
    let asksReason: Bool
    /// Where the evidence is given; nil for a step that needs none.
    let link: String?
    /// The way on, of which there is one.
    let isPrimary: Bool
    /// Named when the visitor does not hold it.
    let role: String?

    static func buttons(
        for device: JSONValue,
        besides forms: DeviceForms,
        _ visit: Visit
    ) -> [StepButton] {
        let name = device["device"].text.addingPercentEncoding
        var hasPrimary = forms.areTheWay
        // Undoing an import is about all that it brought, and is done from its own page.
        let steps = device["next"].elements.filter { $0["evidence"].text != "import_undo" }
        return steps.map { step in
            let evidence = step["evidence"].text
            let isPermitted = step["permitted"] == true
            let isWay =
                isPermitted && !hasPrimary && !["reason", "return", "merge"].contains(evidence)
            if isWay { hasPrimary = true }
            return StepButton(
                step: step["step"].text,
                label: step[visit.language.rawValue].text.capitalisedFirst,
                isPlain: isPermitted && evidence == "none",
                asksReason: isPermitted && evidence == "reason",
                link: isPermitted ? link(evidence, step["step"].text, name) : nil,
                isPrimary: isWay,
                role: isPermitted
                    ? nil : Role(rawValue: step["role"].text)?.label(in: visit.language)
            )
        }
    }

    private static func link(_ evidence: String, _ step: String, _ device: String) -> String? {
        switch evidence {
        case "wipe_attempt", "clearance", "count": "#wipe"
        case "grade": "#grade"
        case "price": "#shelve"
        case "reservation", "sale", "gift": "/counter?device=\(device)"
        case "placement": "/do/place-device?device=\(device)&return=/devices/\(device)"
        case "return":
            step == "take_back"
                ? "/counter/returns?device=\(device)"
                : "/do/find-device?device=\(device)&return=/devices/\(device)"
        case "merge":
            step == "merge"
                ? "/do/merge-device?device=\(device)&return=/devices/\(device)"
                : "/do/split-device?device=\(device)&return=/devices/\(device)"
        case "shipment": "/do/dispose-devices?devices=\(device)&return=/devices/\(device)"
        default: nil
        }
    }
}
