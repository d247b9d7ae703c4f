import CCurl

/// One question over HTTP and its answer, for services elsewhere.
public struct HTTPQuestion: Sendable, Hashable {
    public let address: String
    /// What is posted, encoded as a form; nil for a GET.
    public let form: String?
    /// Name and secret of the client, for Basic authentication.
    public let client: String?
    public let secret: String?

    public init(
        _ address: String,
        form: String? = nil,
        client: String? = nil,
        secret: String? = nil
    ) {
        (self.address, self.form, self.client, self.secret) = (address, form, client, secret)
    }
}

/// How questions reach a service elsewhere: the status and the body, or nil when there was no answer.
public typealias HTTPAsking = @Sendable (HTTPQuestion) async -> (status: Int, body: [UInt8])?

/// Asks by libcurl, on a thread of its own; nothing is followed, ten seconds at most, half a mebibyte at most.
actor HTTPExchange {
    private nonisolated let thread = WorkerThread()
    private static let room = 512 << 10

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    deinit { thread.stop() }

    func ask(_ question: HTTPQuestion) -> (status: Int, body: [UInt8])? {
        guard OpenIDSettings.isTrusted(question.address) else { return nil }
        var body = [CChar](repeating: 0, count: Self.room)
        var said = [CChar](repeating: 0, count: 256)
        var (length, status): (Int, Int) = (0, 0)
        let code = question.address.withCString { url in
            Self.optional(question.form) { form in
                Self.optional(question.client) { user in
                    Self.optional(question.secret) { password in
                        var asked = moulin_http_question()
                        asked.url = url
                        asked.form = form
                        asked.user = password == nil ? nil : user
                        asked.password = password
                        asked.allows_plain =
                            OpenIDSettings.isOnThisMachine(question.address) ? 1 : 0
                        asked.seconds = 10
                        return moulin_http_ask(
                            &asked,
                            &body,
                            body.count,
                            &length,
                            &status,
                            &said,
                            said.count
                        )
                    }
                }
            }
        }
        guard code == 0 else { return nil }
        return (status, body.prefix(length).map(UInt8.init(bitPattern:)))
    }

    private static func optional(
        _ text: String?,
        _ body: (UnsafePointer<CChar>?) -> Int32
    ) -> Int32 {
        guard let text else { return body(nil) }
        return text.withCString { body($0) }
    }
}
