import Domain

/// The one list of everything that can be done.
///
/// Batch verbs, API routes, permissions and references are derived from it; a command that is not here does not exist.
public enum Catalogue {
    /// In the order of the references: by feature, as the life of a device goes.
    public static let commands: [CommandEntry] =
        people + signing + approvals + donors + intake + devices + wiping + refurbishing + grading
        + pricing + eligibility
        + sales + placements + shipments + documents + papers + mail + importing + privacy
        + auditing

    private static let byName = Dictionary(commands.map { ($0.name, $0) }) { first, _ in first }

    /// - Throws: `.unreadable`, with the nearest names, for one that is not on the list.
    public static func command(named name: String) throws(Failure) -> CommandEntry {
        if let entry = byName[name] { return entry }
        let nearest = NearestWords.to(name, among: commands.map(\.name)).joined(separator: ", ")
        throw .unreadable(
            Unreadable(
                name,
                expected: Phrase(
                    fr: "une commande, comme \(nearest)",
                    en: "a command, such as \(nearest)"
                )
            )
        )
    }

    /// Everything that can be asked, in the order of the references.
    public static let questions: [QuestionEntry] =
        peopleQuestions + signingQuestions + approvalQuestions + donorQuestions + pricingQuestions
        + eligibilityQuestions + salesQuestions
        + placementQuestions + shipmentQuestions + wipingQuestions + documentQuestions
        + paperQuestions + mailQuestions + impactQuestions + reportQuestions + auditingQuestions
        + importQuestions

    /// - Throws: `.unreadable`, with the nearest names, for one that is not on the list.
    public static func question(named name: String) throws(Failure) -> QuestionEntry {
        if let entry = questions.first(where: { $0.name == name }) { return entry }
        let nearest = NearestWords.to(name, among: questions.map(\.name)).joined(separator: ", ")
        throw .unreadable(
            Unreadable(
                name,
                expected: Phrase(
                    fr: "une question, comme \(nearest)",
                    en: "a question, such as \(nearest)"
                )
            )
        )
    }
}
