import Domain
public import Store

extension Application {
    /// Performs a file of commands.
    ///
    /// `path` is a file's, or a dash for standard input. `progress` hears the count after each part; `failed` hears each line
    /// that was left out by a batch that keeps going, in the order of the file. Memory does not grow with the file.
    ///
    /// - Throws: What stops the run as a whole: a file that cannot be read, a person who is unknown, a database that is gone.
    ///   What was committed before stays; a second run under the same key does the rest. Lines that cannot be done are the
    ///   outcome's business.
    public func perform(
        _ batch: Batch,
        from path: String,
        as speaker: Speaker,
        progress: @escaping @Sendable (Batch.Count) -> Void = { _ in },
        failed: @escaping @Sendable (Batch.LineFailure) -> Void = { _ in }
    ) async throws(Failure) -> Batch.Outcome {
        try batch.checkKey()
        let started = ContinuousClock.now
        let source = try BatchSource(path: path, key: batch.key)
        var count = Batch.Count()
        while let side = try source.nextSide() {
            let before = count
            let ended = try await lease(side) { (db) throws(Failure) -> BatchSession.Ended in
                var session = BatchSession(
                    application: self,
                    speaker: speaker,
                    batch: batch,
                    side: side,
                    count: before,
                    progress: progress,
                    failed: failed
                )
                return try session.perform(source, in: db)
            }
            count = ended.count
            if let failure = ended.failure {
                observe(.failed(Batch.name, failure.failure))
                return Batch.Outcome(ending: .refused, count: count, failure: failure)
            }
        }
        observe(.performed(Batch.name, .now - started, rehearsed: batch.isRehearsal))
        let ending: Batch.Ending = batch.isRehearsal ? .rehearsed : .performed
        return Batch.Outcome(ending: ending, count: count, failure: nil)
    }
}

extension Batch {
    static let keyLimit = 180

    fileprivate func checkKey() throws(Failure) {
        guard let key, !(1...Self.keyLimit).contains(key.unicodeScalars.count) else { return }
        let expected = Phrase(
            fr: "une clé de 1 à \(Self.keyLimit) caractères",
            en: "a key of 1 to \(Self.keyLimit) characters"
        )
        throw .unreadable(Unreadable(key, expected: expected))
    }
}
