public import Domain
public import Store

/// The rules of the demonstration (rulebook 2.3): grid and brackets `FR-DEMO-2026`, and the French caps on public gifts.
public enum DemonstrationRules {
    /// Publishes all three from a day on, in the name of an administrator.
    public static func publish(
        by administrator: Speaker,
        from day: Day,
        with application: Application
    ) async throws(Failure) {
        let rulebook = "rulebook 2.3"
        let grid = PublishPriceGrid(.frenchDemo2026, from: day, source: rulebook)
        let brackets = PublishBrackets(.frenchDemo2026, from: day, source: rulebook)
        let caps = PublishCaps(.frenchPublic2022, from: day, source: "arrêté du 7 novembre 2022")
        _ = try await application.perform(grid, as: administrator)
        _ = try await application.perform(brackets, as: administrator)
        _ = try await application.perform(caps, as: administrator)
    }
}
