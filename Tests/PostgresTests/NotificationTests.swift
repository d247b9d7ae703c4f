import Postgres
import Testing

@Suite struct `notifications` {
    @Test func `what other sessions say is heard`() async throws {
        let listener = try await Server.open()
        try await listener.execute("LISTEN pgt_parcels")
        let heard = Task { try await listener.waitForNotification(timeout: .seconds(20)) }
        try await Server.connected { db in
            try db.execute("SELECT pg_notify('pgt_parcels', \("arrived"))")
        }

        let notification = try await heard.value
        let silence = try await listener.waitForNotification(timeout: .milliseconds(20))

        #expect(notification?.channel == "pgt_parcels")
        #expect(notification?.payload == "arrived")
        #expect(silence == nil)
        await listener.close()
    }

    @Test func `a listener stops listening when its task is cancelled`() async throws {
        let listener = try await Server.open()
        let waiting = Task { try await listener.waitForNotification(timeout: .seconds(60)) }
        try await Task.sleep(for: .milliseconds(50))

        waiting.cancel()
        let error = await #expect(throws: PostgresError.self) { try await waiting.value }

        #expect(error?.kind == .cancelled)
        #expect(try await listener.answers())
        await listener.close()
    }
}
