public import Domain

extension Inbox.Taken {
    public var json: String { String(decoding: CommandJSON.encode(self), as: UTF8.self) }
}

extension OpenMoulin {
    /// Looks into an inbox once, as the person who acts.
    ///
    /// - Throws: What `Application.take` throws.
    public func take(
        _ inbox: Inbox,
        since looks: inout Inbox.Looks
    ) async throws(Failure) -> [Inbox.Taken] {
        try await application.take(inbox, since: &looks, as: speaker)
    }
}
