import Documents
public import Domain
public import Store

extension DocumentDrawer {
    /// The letter of the last decision on an application, as it was issued; the bytes are the same however often it is asked.
    public func decisionLetter(
        of application: Int64,
        in language: Language,
        as speaker: Speaker
    ) async throws(PaperFailure) -> [UInt8] {
        let letter = try await ask(
            FrozenLetter(application: application, language: language),
            as: speaker
        )
        let imprint = Imprint(
            contentHash: Digest.hex(Digest.sha256(canonicalJSON(letter)))
        )
        let press = try press()
        do throws(DrawingError) {
            return try press.pdf(of: letter, imprint: imprint)
        } catch {
            throw .undrawable(error.description)
        }
    }
}
