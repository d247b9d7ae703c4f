import Postgres

/// A command of which many are done together in a few statements, whatever their number.
///
/// A batch gives consecutive lines of the same command to `run(all:)`. What comes out must be what the same commands done
/// one after the other would give.
protocol SetBased: Command {
    /// Commands of one group ask for the same permission.
    associatedtype Group: Hashable
    var group: Group { get }

    /// Does all of them, and tells for each in their order what became of it.
    ///
    /// - Throws: What refuses the statement as a whole, such as a wall that does not say for which row it spoke; then
    ///   nothing is kept, and the caller tries smaller sets.
    static func run(
        all commands: [Self],
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Result<Outcome, Failure>]

    /// Reads the usual form quickly; nil leaves it to the decoder, which also names what is wrong.
    static func reading(_ line: JSONLine) -> Self?

    /// The one JSON form, written quickly; nil leaves it to the encoder. The bytes must be the same.
    var plainJSON: [UInt8]? { get }
}

extension SetBased {
    static func reading(_ line: JSONLine) -> Self? { nil }
    var plainJSON: [UInt8]? { nil }
}
