import CLibPQ
import Glibc

/// Notices that the server refused a COPY while the client still sends.
///
/// The library reads no error until the client ends the COPY, so an import of hours would learn at its end that the
/// first row was wrong. This looks at what has arrived, without taking it, for an error message (protocol 3: a letter,
/// then a length that counts itself). Under TLS the bytes cannot be read, and the refusal shows at the end.
struct RefusalWatch {
    private static let window = 8_192

    private var isBlind = false

    mutating func hasRefusal(on connection: OpaquePointer?) -> Bool {
        guard !isBlind else {
            return false
        }
        isBlind = PQsslInUse(connection) == 1
        let bytes = isBlind ? [] : arrived(onceWritable: PQsocket(connection))
        guard !bytes.isEmpty else {
            return false
        }
        switch walk(bytes) {
        case .refusal:
            return true
        case .whole:
            // Notices and the like, which libpq takes in now, so that the next look begins at a message.
            PQconsumeInput(connection)
        case .partial:
            // A flood of notices fills the window for good.
            isBlind = bytes.count == Self.window
        }
        return false
    }

    private enum Contents {
        case refusal
        case whole
        case partial
    }

    private func walk(_ bytes: [UInt8]) -> Contents {
        var position = 0
        while position + 5 <= bytes.count {
            if bytes[position] == UInt8(ascii: "E") {
                return .refusal
            }
            let length = bytes[(position + 1)..<(position + 5)].reduce(0) { $0 << 8 | Int($1) }
            position += 1 + length
        }
        return position == bytes.count ? .whole : .partial
    }

    /// What has arrived by the moment at which there is room to send.
    ///
    /// Where there is none, the library would wait for it and take in what arrives meanwhile, and nobody would see it.
    private func arrived(onceWritable socket: Int32) -> [UInt8] {
        var watched = pollfd(fd: socket, events: Int16(POLLIN | POLLOUT), revents: 0)
        while poll(&watched, 1, -1) < 0, errno == EINTR {}
        guard watched.revents & Int16(POLLIN) != 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: Self.window) { target, count in
            let flags = Int32(MSG_PEEK | MSG_DONTWAIT)
            count = max(0, recv(socket, target.baseAddress, target.count, flags))
        }
    }
}
