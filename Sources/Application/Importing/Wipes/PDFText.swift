import Glibc
import Importing

/// The words of a PDF, by `pdftotext` of poppler.
///
/// A PDF is hostile input: another process reads it, under ceilings of time, memory and output, with no shell in between and
/// nothing of this process's environment. Files without names are its only input and output.
enum PDFText {
    /// In seconds of the clock; a certificate takes a hundredth of one.
    private static let patience = "20"
    /// In bytes.
    private static let memoryLimit = "536870912"
    private static let outputLimit = 8 << 20
    /// More certificates than a bench prints in a year, with the pages behind each.
    private static let lastPage = 2000

    /// What stands on the pages, side by side where it stands side by side, each ended by a form feed.
    ///
    /// - Throws: ``WipeRefusal`` when the program is not there, or cannot read the file within its ceilings.
    static func pages(of pdf: [UInt8]) throws(WipeRefusal) -> String {
        guard let input = OpenFile.withoutName(), let output = OpenFile.withoutName(),
            fill(input, pdf)
        else { throw .pdf(.unreadable) }
        switch run(from: input, to: output) {
        case 0:
            let text = contents(of: output)
            // What stands behind the last page that was asked for must not be passed over.
            guard text.count(where: { $0 == "\u{C}" }) < lastPage else { throw .pdf(.tooHeavy) }
            return text
        // timeout(1) and prlimit(1) say so when there is no such program.
        case 127, nil: throw .pdf(.readerMissing)
        // Too long, too much work, too many words, no memory left.
        case 124, 137, 128 + SIGXCPU, 128 + SIGXFSZ, 128 + SIGABRT: throw .pdf(.tooHeavy)
        default: throw .pdf(.unreadable)
        }
    }

    private static func fill(_ file: borrowing OpenFile, _ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file.descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return lseek(file.descriptor, 0, SEEK_SET) == 0
    }

    private static let command = [
        "timeout", "--kill-after=1", patience, "prlimit", "--as=\(memoryLimit)",
        "--cpu=\(patience)",
        "--fsize=\(outputLimit)", "--core=0", "pdftotext", "-q", "-layout", "-enc", "UTF-8", "-f",
        "1", "-l", "\(lastPage)", "-", "-",
    ]

    /// The status with which the program ended; nil when it could not be started.
    private static func run(
        from input: borrowing OpenFile,
        to output: borrowing OpenFile
    ) -> Int32? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.descriptor, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output.descriptor, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var arguments = words(command)
        var environment = words(["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"])
        defer { for word in arguments + environment { free(word) } }
        var process = pid_t()
        guard
            posix_spawn(&process, "/usr/bin/timeout", &actions, nil, &arguments, &environment) == 0
        else { return nil }
        return status(of: process)
    }

    /// As C hands words over: copies, to be freed, and a null behind them.
    private static func words(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var copies: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) }
        copies.append(nil)
        return copies
    }

    /// As a shell counts: 128 and the signal for a program that was killed.
    private static func status(of process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return 1 }
        }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    private static func contents(of file: borrowing OpenFile) -> String {
        var text = [UInt8](repeating: 0, count: outputLimit)
        var filled = 0
        while filled < text.count {
            let count = text.withUnsafeMutableBytes {
                pread(
                    file.descriptor,
                    $0.baseAddress?.advanced(by: filled),
                    $0.count - filled,
                    off_t(filled)
                )
            }
            guard count > 0 else { break }
            filled += count
        }
        return String(decoding: text[..<filled], as: UTF8.self)
    }
}
