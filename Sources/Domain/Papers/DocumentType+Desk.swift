extension DocumentType {
    /// True for papers that name a family: they stay with the social services, who alone read what is in them.
    public var isOfSocialDesk: Bool { self == .bon || self == .dec }

    /// The kind of a printed number such as `BON-2026-000001`, in capitals or not; nil for what begins otherwise.
    public init?(ofNumber number: some StringProtocol) {
        guard let prefix = number.split(separator: "-").first else { return nil }
        self.init(rawValue: prefix.lowercased())
    }
}
