extension LifecycleMap {
    /// The map as a page of documentation: a diagram, the states, the steps.
    ///
    /// Steps from every state are drawn nowhere, for they would hide the rest; the table has them.
    public func markdown(in language: Language) -> String {
        switch language {
        case .fr:
            page(
                title: "La vie d'un appareil",
                note: "Cette page est produite à partir de la carte ; corrigez la carte.",
                states: ["État", "Identifiant", "Étape du parcours", "Disques prouvés", "Final"],
                steps: ["De", "Étape", "Vers", "Rôle", "Preuve"],
                language
            )
        case .en:
            page(
                title: "The life of a device",
                note: "This page is generated from the map; correct the map.",
                states: ["State", "Identifier", "Stage", "Drives proven", "Final"],
                steps: ["From", "Step", "To", "Role", "Evidence"],
                language
            )
        }
    }

    private func page(
        title: String,
        note: String,
        states stateHeadings: [String],
        steps stepHeadings: [String],
        _ language: Language
    ) -> String {
        let stateTable = table(stateHeadings, states.map { row(of: $0, language) })
        let stepTable = table(
            stepHeadings,
            steps.filter { !$0.isRetired }.map { row(of: $0, language) }
        )
        return """
            # \(title)

            \(note)

            \(diagram(in: language))

            \(stateTable)

            \(stepTable)

            """
    }

    private func diagram(in language: Language) -> String {
        var lines = ["```mermaid", "stateDiagram-v2"]
        lines += states.map { "    \($0.name) : \($0.label.text(in: language))" }
        lines.append("    [*] --> \(start)")
        for step in steps where !step.isRetired && !leavesEverywhere(step.name) {
            lines.append("    \(step.from) --> \(step.to) : \(step.label.text(in: language))")
        }
        lines += states.filter(\.isTerminal).map { "    \($0.name) --> [*]" }
        return (lines + ["```"]).joined(separator: "\n")
    }

    private func leavesEverywhere(_ name: StepName) -> Bool {
        let open = states.filter { !$0.isTerminal }.count
        return steps.count { $0.name == name } >= open - 1
    }

    private func row(of state: StateOnMap, _ language: Language) -> [String] {
        [
            state.label.text(in: language), "`\(state.name)`", state.stage,
            state.isClean ? "✓" : "", state.isTerminal ? "✓" : "",
        ]
    }

    private func row(of step: Step, _ language: Language) -> [String] {
        [
            "`\(step.from)`", "\(step.label.text(in: language)) (`\(step.name)`)", "`\(step.to)`",
            step.role.label(in: language), step.evidence.label(in: language),
        ]
    }

    private func table(_ headings: [String], _ rows: [[String]]) -> String {
        let rule = headings.map { _ in "---" }
        return ([headings, rule] + rows)
            .map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
