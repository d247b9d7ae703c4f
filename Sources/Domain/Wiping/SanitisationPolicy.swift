/// How well a drive must be wiped before it may leave (rulebook 3.3).
public enum SanitisationPolicy {
    /// The least level for a drive.
    ///
    /// - Parameters:
    ///   - origin: Whose data it was.
    ///   - kind: What the data is on.
    ///   - donorRequirement: What the donor asks for; it may raise the level and never lowers it.
    /// - Returns: Nil for classified data, which is refused at the door.
    public static func minimumLevel(
        for origin: DataOriginClass,
        on kind: MediaKind,
        donorRequirement: SanitisationLevel? = nil
    ) -> SanitisationLevel? {
        guard let level = baseLevel(for: origin, on: kind) else { return nil }
        return max(level, donorRequirement ?? level)
    }

    private static func baseLevel(
        for origin: DataOriginClass,
        on kind: MediaKind
    ) -> SanitisationLevel? {
        switch (origin, kind) {
        case (.classified, _): nil
        case (.sensitive, .mobileStorage): .destroy
        case (.sensitive, _): .purge
        case (.individual, .hdd), (.business, .hdd), (.public, .hdd): .clear
        case (.individual, .mobileStorage), (.business, .mobileStorage), (.public, .mobileStorage):
            .clear
        case (.individual, _), (.business, _), (.public, _): .purge
        }
    }
}
