import Domain
import Glibc
import Testing

@testable import Application

@Suite struct OpenFileTests {
    @Test func `what was being unpacked is closed when nobody takes it over`() throws {
        let pipe = try Pipe()
        let file = try pipe.writing()
        let spool = Spool(name: "list.xlsx", file)
        try spool.write(Array("half".utf8))
        #expect(!pipe.isClosed())

        _ = consume spool

        #expect(pipe.isClosed(within: 10_000))
    }

    @Test func `what was taken over is closed with its reader, not before`() throws {
        let pipe = try Pipe()
        let file = try pipe.writing()
        let source = try Spool(name: "list.xlsx", file).source()
        let name = source.name
        #expect(name == "list.xlsx")
        #expect(!pipe.isClosed())

        _ = consume source

        #expect(pipe.isClosed(within: 10_000))
    }
}

/// Tells whether its writing end was closed; the number of a file would be given to the next one at once.
private final class Pipe {
    private let ends: (reading: Int32, writing: Int32)

    init() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        self.ends = (ends[0], ends[1])
    }

    deinit { close(ends.reading) }

    func writing() throws(Unopened) -> OpenFile {
        guard let file = OpenFile(ends.writing) else { throw Unopened() }
        return file
    }

    struct Unopened: Error {}

    /// In milliseconds: a process that another test starts at this moment may hold a copy until it is another program.
    func isClosed(within patience: Int32 = 0) -> Bool {
        var asked = pollfd(fd: ends.reading, events: 0, revents: 0)
        return poll(&asked, 1, patience) == 1 && Int32(asked.revents) & POLLHUP != 0
    }
}
