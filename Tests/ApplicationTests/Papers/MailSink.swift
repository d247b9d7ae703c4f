import Glibc
import Synchronization

/// A mail server of one test: keeps what it is sent, after refusing as often as it is told to.
final class MailSink: Sendable {
    private struct Kept {
        var messages: [String] = []
        var refusals: Int
        var attempts: [String] = []
    }

    private let kept: Mutex<Kept>
    private let listener: Int32
    let port: UInt16

    /// Listens on a free port of this machine; the first `refusals` messages are put off.
    init(refusing refusals: Int = 0) throws {
        kept = Mutex(Kept(refusals: refusals))
        let door = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (bound, named) = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                (
                    bind(door, generic, size), getsockname(door, generic, &size)
                )
            }
        }
        guard bound == 0, named == 0, listen(door, 8) == 0 else { throw PaperUnreadable() }
        listener = door
        port = UInt16(bigEndian: address.sin_port)
        var thread = pthread_t()
        pthread_create(
            &thread,
            nil,
            { argument in
                if let argument {
                    Unmanaged<MailSink>.fromOpaque(argument).takeRetainedValue().serve()
                }
                return nil
            },
            Unmanaged.passRetained(self).toOpaque()
        )
        pthread_detach(thread)
    }

    var url: String { "smtp://127.0.0.1:\(port)" }
    /// What was accepted.
    var messages: [String] { kept.withLock { $0.messages } }
    /// Everything that was sent, refused or not.
    var attempts: [String] { kept.withLock { $0.attempts } }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            converse(client)
            close(client)
        }
        close(listener)
    }

    private func converse(_ client: Int32) {
        guard let stream = fdopen(dup(client), "r") else { return }
        defer { fclose(stream) }
        say("220 sink", to: client)
        var line = [CChar](repeating: 0, count: 4_096)
        while fgets(&line, Int32(line.count), stream) != nil {
            let text = String(
                decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
                as: UTF8.self
            )
            switch text.prefix(4).uppercased() {
            case "DATA": receive(stream, client)
            case "QUIT":
                say("221 bye", to: client)
                return
            default: say("250 ok", to: client)
            }
        }
    }

    private func receive(_ stream: UnsafeMutablePointer<FILE>, _ client: Int32) {
        say("354 go on", to: client)
        var message = ""
        var line = [CChar](repeating: 0, count: 4_096)
        while fgets(&line, Int32(line.count), stream) != nil {
            let text = String(
                decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
                as: UTF8.self
            )
            if text == ".\r\n" { break }
            message += text
        }
        let whole = message
        let isRefused = kept.withLock { kept in
            kept.attempts.append(whole)
            guard kept.refusals == 0 else {
                kept.refusals -= 1
                return true
            }
            kept.messages.append(whole)
            return false
        }
        say(isRefused ? "451 later" : "250 kept", to: client)
    }

    private func say(_ line: String, to client: Int32) {
        let bytes = Array((line + "\r\n").utf8)
        _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
}
