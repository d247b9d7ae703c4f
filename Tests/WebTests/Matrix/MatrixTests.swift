import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite struct MatrixTests {
    /// T4, T21: nothing is open that is not declared open, lists, forms and exports included.
    @Test func `everyone gets exactly what the list of routes and the catalogue say`()
        async throws
    {
        try await WebTown.withCast { town, cast, own, _ in
            let asks = Matrix(things: own).asks
            var cells = 0
            for asker in cast.askers {
                var admitted = 0
                for ask in asks {
                    let reply = try await town.ask(ask, as: asker)
                    cells += 1
                    let isFair = Self.isFair(reply, ask, asker)
                    #expect(isFair, "\(asker.name) \(ask.method) \(ask.path): \(reply.status)")
                    if case .holders = ask.access, reply.status == .ok { admitted += 1 }
                }
                #expect(asker.roles.isEmpty == (admitted == 0), "\(asker.name): \(admitted)")
            }
            #expect(cells >= 1_500)
        }
    }

    private static func isFair(_ reply: WebTown.Answer, _ ask: Ask, _ asker: Asker) -> Bool {
        let status = reply.status.code
        guard status < 500 else { return false }
        switch ask.access {
        case .everybody: return status != 403
        case .staff, .holders:
            guard asker.isKnown else {
                return ask.isForMachines
                    ? status == 401
                    : status == 303 && reply.header("location")?.hasPrefix("/sign-in") == true
            }
        }
        guard case .holders(let permission) = ask.access else { return status != 401 }
        if permission.roles.isDisjoint(with: asker.roles) { return status == 403 }
        // What a step or a document needs besides is said by its own rule.
        return status != 401 && (status != 403 || reply.text.contains("r\u{F4}le"))
    }

    /// T3: another organisation's thing cannot be told from one that does not exist.
    @Test func `what belongs to another organisation is not there`() async throws {
        try await WebTown.withCast { town, cast, own, foreign in
            let (here, there) = (Matrix(things: own).asks, Matrix(things: foreign).asks)
            let nowhere = Matrix(things: .absent).asks
            var absent = 0
            for asker in cast.known {
                for (index, ask) in there.enumerated() {
                    guard ask.path != here[index].path || ask.body != here[index].body,
                        case .holders(let permission) = ask.access,
                        !permission.roles.isDisjoint(with: asker.roles)
                    else { continue }
                    let theirs = try await town.ask(ask, as: asker)
                    let nobodys = try await town.ask(nowhere[index], as: asker)
                    let (told, tellable) = (
                        Self.hiding(foreign, theirs.text), Self.hiding(.absent, nobodys.text)
                    )
                    #expect(theirs.status == nobodys.status, "\(asker.name) \(ask.path)")
                    #expect(told == tellable, "\(asker.name) \(ask.path)")
                    if theirs.status == .notFound { absent += 1 }
                }
            }
            #expect(absent > 100)
        }
    }

    /// A text without the names of things and without what is new in every page.
    private static func hiding(_ things: Things, _ text: String) -> String {
        var text = text
        for name in [things.device, things.voucher, things.document, things.login] {
            text = text.replacing(name, with: "0")
        }
        return text.replacing(/form-[0-9a-f]+/, with: "form").replacing(/\d+/, with: "0")
    }
}

extension WebTown {
    func ask(_ ask: Ask, as asker: Asker) async throws -> Answer {
        var headers = asker.headers
        headers["content-type"] = ask.type
        return try await send(ask.method, ask.path, ask.body, headers: headers)
    }
}
