import Domain

/// How far the clock of a wiping computer was ahead of UTC.
struct ClockOffset {
    let seconds: Int64

    /// Zones are fourteen hours from UTC at most; a clock that is days off shows no time to reckon with.
    private static let most = 3 * 24 * 60

    /// - Throws: `.unreadable` beyond three days.
    init(minutes: Int) throws(Failure) {
        guard (-Self.most...Self.most).contains(minutes) else {
            throw .unreadable(
                Unreadable(
                    String(minutes),
                    expected: Phrase(
                        fr: "un décalage d'horloge en minutes, de -\(Self.most) à \(Self.most)",
                        en: "an offset of a clock in minutes, from -\(Self.most) to \(Self.most)"
                    )
                )
            )
        }
        seconds = Int64(minutes) * 60
    }
}
