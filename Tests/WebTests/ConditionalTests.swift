import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// Commands that act only while a machine is as it was read.
@Suite struct ConditionalTests {
    private func key(_ town: WebTown) async throws -> [String: String] {
        let key = try await town.town.application.perform(
            MakeToken(login: "ana", purpose: "test"),
            as: town.town.dan
        ).key
        return ["authorization": "Bearer \(key)", "content-type": "application/json"]
    }

    private func mark(
        of device: String,
        _ town: WebTown,
        _ headers: [String: String]
    ) async throws -> String {
        let page = try await town.get(
            "/api/v1/questions/show-device?device=\(device)",
            headers: headers
        )
        return try #require(page.header("etag"))
    }

    private func describe(
        _ device: String,
        _ comment: String,
        _ town: WebTown,
        _ headers: [String: String],
        ifMatch mark: String
    ) async throws -> WebTown.Answer {
        try await town.send(
            .post,
            "/api/v1/commands/describe-device",
            #"{"device":"\#(device)","comment":"\#(comment)"}"#,
            headers: headers.merging(["if-match": mark]) { $1 }
        )
    }

    @Test func `a command acts while the machine is as it was read, and not afterwards`()
        async throws
    {
        try await WebTown.with { town in
            let headers = try await key(town)
            let device = try await town.town.arrived()[0].text
            let mark = try await mark(of: device, town, headers)

            let first = try await describe(device, "one", town, headers, ifMatch: mark)
            let second = try await describe(device, "two", town, headers, ifMatch: mark)
            let afresh = try await describe(
                device,
                "three",
                town,
                headers,
                ifMatch: try await self.mark(of: device, town, headers)
            )
            let any = try await describe(device, "four", town, headers, ifMatch: "*")

            #expect(first.status == .ok)
            #expect(second.status == .preconditionFailed)
            #expect(second.text.contains("subject_changed"))
            #expect(afresh.status == .ok)
            #expect(any.status == .ok)
        }
    }

    @Test func `the mark of another machine is no condition of this one`() async throws {
        try await WebTown.with { town in
            let headers = try await key(town)
            let devices = try await town.town.arrived(2)
            let mark = try await mark(of: devices[0].text, town, headers)

            let reply = try await describe(devices[1].text, "x", town, headers, ifMatch: mark)

            #expect(reply.status == .preconditionFailed)
        }
    }

    @Test func `of many at once who read the same, one acts`() async throws {
        try await WebTown.with { town in
            let headers = try await key(town)
            let device = try await town.town.arrived()[0].text
            let mark = try await mark(of: device, town, headers)

            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        try await describe(device, "n\(number)", town, headers, ifMatch: mark)
                            .status.code
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }

            #expect(statuses.sorted() == [200] + Array(repeating: 412, count: 11))
        }
    }

    @Test(arguments: ["\"0123\"", "W/\"x.device-1\"", "device-1-2-3"])
    func `a mark that no machine's answer carried is unreadable`(mark: String) async throws {
        try await WebTown.with { town in
            let headers = try await key(town)
            let device = try await town.town.arrived()[0].text

            let reply = try await describe(device, "x", town, headers, ifMatch: mark)

            #expect(reply.status == .badRequest)
        }
    }
}
