/// How long a starting server may keep us waiting.
struct Patience: Sendable {
    /// For one that has not said a word.
    var silent = Duration.seconds(15)
    /// For one that recovers, since its last line in the log; recovery itself may take as long as it
    /// must, and tells of its progress every ten seconds.
    var recovering = Duration.seconds(60)
}

/// Measures a wait against the patience for it.
struct Watch {
    let log: ServerLog
    let patience: Patience
    private var lastAnswer = ContinuousClock.now
    private var lastLine = ContinuousClock.now
    private var logSize: Int

    init(log: ServerLog, patience: Patience) {
        self.log = log
        self.patience = patience
        logSize = log.size
    }

    /// True when the answer just received, after all before, shows that waiting is in vain.
    mutating func isOver(after answer: Ping) -> Bool {
        let now = ContinuousClock.now
        let size = log.size
        if size != logSize {
            logSize = size
            lastLine = now
        }
        if answer == .silent { return now - lastAnswer > patience.silent }
        lastAnswer = now
        return now - lastLine > patience.recovering
    }
}
