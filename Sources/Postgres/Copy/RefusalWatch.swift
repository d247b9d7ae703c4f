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

    /// Looks at what has arrived by the moment at which there is room to send.
    ///
    /// Where there is none, the library would wait for it and take in what arrives meanwhile, and nobody would see it.
    mutating func hasRefusal(on connection: OpaquePointer?) -> Bool {
        let socket = PQsocket(connection)
        // Without a socket the connection is gone, which sending tells.
        guard socket >= 0 else { return false }
        isBlind = isBlind || PQsslInUse(connection) == 1
        while !isBlind {
            let ready = Self.wait(on: socket, for: POLLIN | POLLOUT)
            let bytes = ready & POLLIN == 0 ? [] : Self.arrived(on: socket)
            guard !bytes.isEmpty else { return false }
            switch walk(bytes) {
            case .refusal:
                return true
            case .whole:
                // Notices and the like, which libpq takes in now, so that the next look begins at a message.
                if PQconsumeInput(connection) == 0 { return true }
                if ready & POLLOUT != 0 { return false }
            case .partial:
                // A flood of notices fills the window for good; the rest of anything less is on its way.
                isBlind = bytes.count == Self.window
                if Self.wait(on: socket, for: POLLOUT, milliseconds: 10) != 0 { return false }
            }
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

    /// The events that came, for ever by default; 0 when none did in time.
    private static func wait(
        on socket: Int32,
        for events: Int32,
        milliseconds: Int32 = -1
    ) -> Int32 {
        var watched = pollfd(fd: socket, events: Int16(events), revents: 0)
        while poll(&watched, 1, milliseconds) < 0, errno == EINTR {}
        return Int32(watched.revents)
    }

    private static func arrived(on socket: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: window) { target, count in
            let flags = Int32(MSG_PEEK | MSG_DONTWAIT)
            count = max(0, recv(socket, target.baseAddress, target.count, flags))
        }
    }
}
