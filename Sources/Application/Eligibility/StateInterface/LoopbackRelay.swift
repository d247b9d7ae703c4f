import Domain
import Glibc

/// A plain HTTP/1.1 exchange with a program on this machine.
struct LoopbackRelay {
    let port: UInt16

    /// How long an answer may take, in seconds; the interface itself gives up after ten.
    static let patience = 20
    /// An answer is a kilobyte; more than this is none.
    static let longestAnswer = 65_536

    /// Nil unless it is `http://127.0.0.1:PORT`.
    init?(_ address: String) {
        let prefix = "http://127.0.0.1:"
        guard address.hasPrefix(prefix), let port = UInt16(address.dropFirst(prefix.count)),
            port > 0
        else { return nil }
        self.port = port
    }

    /// Asks once and reads to the end.
    func get(
        _ path: String,
        token: String
    ) throws(StateInterfaceFailure) -> ParticulierAnswer {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw .unavailable }
        defer { close(socket) }
        try connect(socket)
        let request = """
            GET \(path) HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Authorization: Bearer \(token)\r
            Accept: application/json\r
            Connection: close\r
            \r

            """
        try send(Array(request.utf8), to: socket)
        return try answer(in: try read(from: socket))
    }

    private func connect(_ socket: Int32) throws(StateInterfaceFailure) {
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw .unavailable }
    }

    private func send(_ bytes: [UInt8], to socket: Int32) throws(StateInterfaceFailure) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw .unavailable }
            sent += count
        }
    }

    private func read(from socket: Int32) throws(StateInterfaceFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count >= 0 else { throw .unavailable }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= Self.longestAnswer else { throw .unreadable }
        }
    }

    private func answer(in bytes: [UInt8]) throws(StateInterfaceFailure) -> ParticulierAnswer {
        let end = Array("\r\n\r\n".utf8)
        guard
            let split = bytes.indices.first(where: { bytes[$0...].starts(with: end) })
        else { throw .unreadable }
        let head = String(decoding: bytes[..<split], as: UTF8.self).split(separator: "\r\n")
        let words = head.first?.split(separator: " ") ?? []
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
            throw .unreadable
        }
        let pause = head.first { $0.lowercased().hasPrefix("retry-after:") }
            .flatMap { Int($0.dropFirst(12).filter { $0 != " " }) }
        return ParticulierAnswer(
            status: status,
            retryAfter: pause,
            body: Array(bytes[(split + end.count)...])
        )
    }
}
