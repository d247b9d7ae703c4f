import Glibc
import Synchronization

/// How far a long work is: one moving line on the standard error, only on a terminal.
final class ProgressBar: Sendable {
    private let total: Int
    private let isRich: Bool
    private let started = ContinuousClock.now
    private let shown = Mutex(ContinuousClock.now - .seconds(1))

    init(_ total: Int) {
        self.total = total
        isRich = Terminal.isRich(STDERR_FILENO)
    }

    func show(_ done: Int) {
        guard isRich, total > 0 else { return }
        let isDue = shown.withLock { last in
            guard .now - last > .milliseconds(100) else { return false }
            last = .now
            return true
        }
        guard isDue else { return }
        let share = min(1, Double(done) / Double(total))
        let filled = Int(share * 30)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        let seconds = max(0.001, Double((.now - started).components.seconds) + 0.001)
        let rate = Double(done) / 1_048_576 / seconds
        let tenths = Int(rate * 10)
        let left = share > 0.01 ? Int(seconds / share - seconds) : 0
        Terminal.write(
            "\r\(bar) \(Int(share * 100)) %  \(tenths / 10).\(tenths % 10) MB/s  \(left) s ".utf8,
            to: STDERR_FILENO
        )
    }

    func finish() {
        guard isRich else { return }
        Terminal.write("\r\u{1B}[K".utf8, to: STDERR_FILENO)
    }
}

/// Bytes of a file; 0 when it cannot be told.
enum FileSize {
    static func of(_ path: String) -> Int {
        // Not stat(): a static build takes its structure for another module's.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        return max(0, lseek(descriptor, 0, SEEK_END))
    }
}

/// How many lines were read, on a terminal only: for work whose end is not known.
final class LineCounter: Sendable {
    private let isRich = Terminal.isRich(STDERR_FILENO)
    private let shown = Mutex(ContinuousClock.now - .seconds(1))

    func show(_ lines: Int) {
        guard isRich else { return }
        let isDue = shown.withLock { last in
            guard .now - last > .milliseconds(100) else { return false }
            last = .now
            return true
        }
        if isDue { Terminal.write("\r\(lines) ".utf8, to: STDERR_FILENO) }
    }

    func finish() {
        guard isRich else { return }
        Terminal.write("\r\u{1B}[K".utf8, to: STDERR_FILENO)
    }
}
