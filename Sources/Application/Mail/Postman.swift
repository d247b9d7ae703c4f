import CCurl
import Domain
public import Store

/// Sends the letters of the outbox, one after the other, on a thread of its own.
///
/// Safe to kill at any moment and to run twice: a letter on loan comes back by itself, and leaves under the same
/// Message-ID.
public actor Postman {
    private let application: Application
    private let drawer: DocumentDrawer
    private let settings: MailSettings
    private nonisolated let thread = WorkerThread()

    public init(_ application: Application, _ drawer: DocumentDrawer, _ settings: MailSettings) {
        self.application = application
        self.drawer = drawer
        self.settings = settings
    }

    deinit {
        thread.stop()
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// How a round went.
    public struct Round: Sendable, Hashable, Codable {
        public var sent = 0
        /// To be tried again later.
        public var postponed = 0
        public var givenUp = 0
    }

    /// Sends everything that is due, once.
    public func send(as speaker: Speaker) async throws(Failure) -> Round {
        var round = Round()
        while true {
            let taken = try await application.perform(TakeLetters(count: 20), as: speaker)
            guard !taken.loans.isEmpty else { return round }
            for loan in taken.loans { try await deliver(loan, as: speaker, &round) }
        }
    }

    /// Sends what is due every so often until the task is cancelled; for the service.
    public func keepSending(every pause: Duration, as speaker: Speaker) async throws(Failure) {
        while !Task.isCancelled {
            _ = try await send(as: speaker)
            do { try await Task.sleep(for: pause) } catch { return }
        }
    }

    private func deliver(
        _ loan: TakeLetters.Loan,
        as speaker: Speaker,
        _ round: inout Round
    ) async throws(Failure) {
        let error = await attempt(loan, as: speaker)
        let wait = error == nil ? nil : LetterRules.secondsUntilNextTry(after: loan.tries)
        if error == nil {
            round.sent += 1
        } else if wait == nil {
            round.givenUp += 1
        } else {
            round.postponed += 1
        }
        let settled = SettleLetter(letter: loan.number, error: error, againInSeconds: wait)
        _ = try await application.perform(settled, as: speaker)
    }

    /// Why the letter did not leave; nil when it did.
    private func attempt(_ loan: TakeLetters.Loan, as speaker: Speaker) async -> String? {
        var pdf: [UInt8]?
        if let document = loan.letter.document {
            do throws(PaperFailure) {
                pdf = try await drawer.pdf(of: document, as: speaker)
            } catch {
                return error.sentence(in: .en)
            }
        }
        let message = MailMessage(
            identifier:
                "<moulin.\(speaker.organisation).\(loan.number).\(loan.micros)@\(settings.domain)>",
            from: settings.from,
            letter: loan.letter,
            date: MailDate.header(loan.micros / 1_000_000),
            pdf: pdf
        )
        guard let bytes = message.bytes(), let recipient = loan.letter.to else {
            return "a header holds a line break"
        }
        return hand(bytes, to: recipient)
    }

    private func hand(_ bytes: [UInt8], to recipient: String) -> String? {
        var said = [CChar](repeating: 0, count: 256)
        let code = Route(settings, recipient).with { route in
            bytes.withUnsafeBytes { message in
                moulin_smtp_send(
                    route,
                    message.baseAddress?.assumingMemoryBound(to: CChar.self),
                    message.count,
                    &said,
                    said.count
                )
            }
        }
        guard code != 0 else { return nil }
        let text = said.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        return String(decoding: text, as: UTF8.self)
    }
}

/// The route of one letter, with its texts kept alive while C reads them.
private struct Route {
    let settings: MailSettings
    let recipient: String

    init(_ settings: MailSettings, _ recipient: String) {
        self.settings = settings
        self.recipient = recipient
    }

    func with(_ body: (UnsafePointer<moulin_mail_route>) -> Int32) -> Int32 {
        settings.url.withCString { url in
            settings.from.withCString { from in
                recipient.withCString { to in
                    optional(settings.user) { user in
                        optional(settings.password) { password in
                            var route = moulin_mail_route()
                            route.url = url
                            route.user = user
                            route.password = password
                            route.sender = from
                            route.recipient = to
                            route.requires_tls = settings.requiresTLS ? 1 : 0
                            route.seconds = 60
                            return withUnsafePointer(to: route, body)
                        }
                    }
                }
            }
        }
    }

    private func optional(
        _ text: String?,
        _ body: (UnsafePointer<CChar>?) -> Int32
    ) -> Int32 {
        guard let text else { return body(nil) }
        return text.withCString { body($0) }
    }
}

/// The date of a message header.
enum MailDate {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Seconds since 1970 as `Sat, 10 Oct 2026 14:03:22 +0000`; 1970-01-01 was a Thursday.
    static func header(_ seconds: Int64) -> String {
        let number = Int(seconds / 86_400)
        let day = Day(number: number)
        let rest = Int(seconds % 86_400)
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(weekdays[number % 7]), \(day.dayOfMonth) \(months[day.month - 1]) \(day.year) "
            + "\(clock.joined(separator: ":")) +0000"
    }
}
