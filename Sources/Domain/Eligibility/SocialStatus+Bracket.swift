extension SocialStatus {
    /// The bracket that this status opens by itself (rulebook 2.4).
    public var defaultBracket: Bracket {
        switch self {
        case .rsa, .ass, .aspa, .c2sWithoutParticipation, .ada, .homelessLetter: Bracket(1)
        case .c2sWithParticipation, .aah: Bracket(2)
        }
    }
}
