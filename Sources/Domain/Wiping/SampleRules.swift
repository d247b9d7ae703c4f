/// How many wipes of a lot another person reads back (rulebook 3.4).
public enum SampleRules {
    /// One in ten, at least one; all of them once one has failed.
    public static func size(lot: Int, failed: Int) -> Int {
        guard lot > 0 else { return 0 }
        return failed > 0 ? lot : max(1, (lot + 9) / 10)
    }
}
