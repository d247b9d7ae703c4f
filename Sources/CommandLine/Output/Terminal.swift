import Glibc

/// Where people read: results on the standard output, everything else on the standard error.
enum Terminal {
    /// Writes bytes as they are; a reader that went away ends the program quietly.
    static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32 = STDOUT_FILENO) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { exit(errno == EPIPE ? 0 : 74) }
            rest = rest.dropFirst(count)
        }
    }

    static func say(_ line: String) {
        write((line.shown(lines: true) + "\n").utf8)
    }

    static func complain(_ line: String) {
        write(("moulin: " + line.shown(lines: true) + "\n").utf8, to: STDERR_FILENO)
    }

    static func remark(_ line: String) {
        write((line.shown(lines: true) + "\n").utf8, to: STDERR_FILENO)
    }

    /// Whether colours and moving lines make sense there.
    static func isRich(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && Environment.all["NO_COLOR"] == nil
            && Environment.all["TERM"] != "dumb"
    }

    /// Columns of the terminal; 100 when the output is no terminal.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 100
        }
        return Int(size.ws_col)
    }
}
