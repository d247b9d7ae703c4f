import Application
import ArgumentParser

/// What the program's exit status means; the same words as `sysexits.h`.
enum ExitMeaning: Int32, CaseIterable {
    case done = 0
    case wrongUsage = 64
    case refused = 65
    case noServer = 69
    case bug = 70
    case tryAgain = 75
    case notAllowed = 77
    case wronglyInstalled = 78

    var sentence: String {
        switch self {
        case .done: "done, or nothing to do"
        case .wrongUsage: "the words of the command line are wrong"
        case .refused: "the rules or the input say no; the message says what to do"
        case .noServer: "the database does not answer"
        case .bug: "a fault of Moulin, or an answer that it does not understand"
        case .tryAgain:
            "the outcome is unknown or the moment was bad; the same command again is safe with a key"
        case .notAllowed: "nobody, or a person without the right"
        case .wronglyInstalled: "the installation or the schema must be mended first"
        }
    }

    var code: ExitCode { ExitCode(rawValue) }
}

extension Failure {
    /// By the table of exit codes.
    var exit: ExitMeaning {
        switch self {
        case .refused, .unreadable, .file: .refused
        case .forbidden, .unauthenticated: .notAllowed
        case .database: isUnknown ? .tryAgain : isServerGone ? .noServer : .bug
        }
    }
}
