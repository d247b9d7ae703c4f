/// What a machine can hold or weigh; what is written outside of it is a slip of a unit or of a hand.
public enum LikelySize {
    /// The least that a person writes of any machine that is given, so that `16` is no mistake for 16 GB.
    ///
    /// The database takes less, for what programs measured.
    public static let memoryMB = 64...67_108_864
    /// None, where the drive was taken out, to 10 PB; the database says the same.
    public static let storageGB = 0...10_000_000
    /// The database says the same.
    public static let weightGrams = 1...2_000_000
}
