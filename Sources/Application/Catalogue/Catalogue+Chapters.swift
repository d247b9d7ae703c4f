public import Domain

extension Catalogue {
    /// A part of the house's work: what is done there and what is asked.
    public struct Chapter: Sendable {
        public let title: Phrase
        public let commands: [CommandEntry]
        public let questions: [QuestionEntry]
    }

    /// Everything that can be done and asked, by where it belongs, as the life of a device goes.
    public static let chapters: [Chapter] = [
        Chapter(
            title: Phrase(fr: "Dons et donateurs", en: "Gifts and donors"),
            commands: donors + intake,
            questions: donorQuestions
        ),
        Chapter(
            title: Phrase(fr: "Listes importées", en: "Imported lists"),
            commands: importing,
            questions: importQuestions
        ),
        Chapter(
            title: Phrase(fr: "Atelier", en: "Workshop"),
            commands: devices + wiping + refurbishing + grading,
            questions: wipingQuestions + reportQuestions
        ),
        Chapter(
            title: Phrase(fr: "Familles", en: "Families"),
            commands: eligibility,
            questions: eligibilityQuestions
        ),
        Chapter(
            title: Phrase(fr: "Prix", en: "Prices"),
            commands: pricing,
            questions: pricingQuestions
        ),
        Chapter(
            title: Phrase(fr: "Comptoir", en: "Counter"),
            commands: sales + placements,
            questions: salesQuestions + placementQuestions
        ),
        Chapter(
            title: Phrase(fr: "Enlèvements", en: "Shipments"),
            commands: shipments,
            questions: shipmentQuestions
        ),
        Chapter(
            title: Phrase(fr: "Documents et courriels", en: "Documents and mail"),
            commands: documents + papers + mail,
            questions: documentQuestions + paperQuestions + mailQuestions
        ),
        Chapter(
            title: Phrase(fr: "Chiffres", en: "Figures"),
            commands: [],
            questions: impactQuestions
        ),
        Chapter(
            title: Phrase(fr: "Équipe et accès", en: "Staff and access"),
            commands: people + signing + approvals,
            questions: peopleQuestions + signingQuestions + approvalQuestions
        ),
        Chapter(
            title: Phrase(fr: "Contrôle et données personnelles", en: "Audit and personal data"),
            commands: auditing + privacy,
            questions: auditingQuestions
        ),
    ]
}
