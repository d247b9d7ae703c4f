import Domain

@testable import Documents

extension Samples {
    /// What a household reads that is refused at its first decision.
    static let refusal = DecisionLetter(
        language: .fr,
        issue: issue("DEC-12-1"),
        issuer: workshop,
        recipients: ["Amina Kaci", "Karim Kaci"],
        application: 12,
        enteredOn: day(2026, 11, 2),
        decidedOn: day(2026, 11, 12),
        isRefused: true,
        isFinal: false,
        reason: "les ressources dépassent le plafond",
        rules: ["FR-DEMO-2026"],
        wishes: ["ordinateur portable"],
        voucher: nil,
        appealUntil: day(2027, 1, 12)
    )

    static let heldData = HeldData(
        language: .fr,
        issue: issue("DDP-7"),
        issuer: workshop,
        subject: "foyer 7",
        sections: [
            HeldData.Section(
                heading: "Adulte 1",
                lines: [
                    HeldData.Section.Line("Nom", "Dubois"),
                    HeldData.Section.Line("Prénom", "Zoé"),
                ]
            )
        ],
        clocks: [HeldData.Section.Line("Demande", "deux ans après le dernier contact")]
    )
}
