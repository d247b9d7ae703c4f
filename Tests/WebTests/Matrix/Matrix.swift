import Application
import Domain
import HTTPTypes
import TownSupport

@testable import Web

/// One way to ask for something, and who may.
struct Ask: Sendable {
    let method: HTTPRequest.Method
    let path: String
    var body = ""
    let access: Route.Access

    /// Machines are told 401; people are led to the page for signing in.
    var isForMachines: Bool { method == .post || path.hasPrefix("/api/") }

    var type: String {
        path.hasPrefix("/api/") ? "application/json" : "application/x-www-form-urlencoded"
    }
}

/// The columns of the matrix, generated from the routes and from the list of commands and questions.
///
/// A route with an open part that this does not know makes the test fail: it has to be given what stands there.
struct Matrix {
    let things: Things

    /// Every route, and the routes of commands and questions once for each of them.
    var asks: [Ask] { Routes.all.flatMap(asks) }

    private func asks(of route: Route) -> [Ask] {
        let part = route.path.split(separator: "/").first { $0.hasPrefix(":") } ?? ""
        switch (part, route.path) {
        case (":command", _), (_, "/api/v1/commands/:name"):
            return Catalogue.commands.map { entry in
                Ask(
                    method: route.method,
                    path: route.path.replacing(part, with: entry.name) + rehearsal(of: route),
                    body: body(of: entry.fields, route),
                    access: .holders(entry.permission)
                )
            }
        case (":question", _), (_, "/api/v1/questions/:name"):
            return Catalogue.questions.map { entry in
                Ask(
                    method: route.method,
                    path: route.path.replacing(part, with: entry.name),
                    body: body(of: entry.fields, route),
                    access: .holders(entry.permission)
                )
            }
        case ("", _):
            return [Ask(method: route.method, path: route.path, access: route.access)]
        default:
            let page = ShownPages.all.first { route.path.hasPrefix($0.path) }
            let entry = Catalogue.questions.first { $0.name == page?.question }
            let thing = page.flatMap { things[$0.field] } ?? "none"
            return [
                Ask(
                    method: route.method,
                    path: route.path.replacing(part, with: thing.addingPercentEncoding),
                    access: entry.map { .holders($0.permission) } ?? route.access
                )
            ]
        }
    }

    /// Commands of the API are only rehearsed: each asker finds the same house.
    private func rehearsal(of route: Route) -> String {
        route.path == "/api/v1/commands/:name" ? "?dry_run=true" : ""
    }

    private func body(of fields: [FieldDescription], _ route: Route) -> String {
        route.isAPI && route.method == .post
            ? String(decoding: Example(things).json(of: fields), as: UTF8.self) : ""
    }
}

/// What a field of the name takes, as far as names tell.
struct Example {
    let things: Things

    init(_ things: Things) {
        self.things = things
    }

    /// The required fields, and those that name a thing.
    func json(of fields: [FieldDescription]) -> [UInt8] {
        var members: [String: JSONValue] = [:]
        for field in fields where field.isRequired || things[field.name] != nil {
            members[field.name] = value(of: field)
        }
        return JSONValue.object(members).bytes
    }

    private func value(of field: FieldDescription) -> JSONValue {
        if let thing = things[field.name] {
            return switch field.type {
            case "integer": .number(Int64(thing) ?? 0)
            case "array": [.text(thing)]
            default: .text(thing)
            }
        }
        if let known = Self.known[field.name] { return known }
        return switch field.type {
        case "integer": 1
        case "boolean": true
        case "array": []
        case "object": [:]
        default: "text"
        }
    }

    private static let known: [String: JSONValue] = [
        "step": "triage", "flag": "owner_lock", "role": "auditor", "day": "2026-10-05",
        "dated_on": "2026-10-05", "from": "2026-10-01", "to": "2026-10-31", "year": 2026,
        "method": "nvme_sanitize", "result": "success", "cause": "withdrawal",
        "act": "sealed", "destination": "stock", "cosmetic": "light_marks",
        "proof": "family_funds_certificate", "outcome": "repaired", "decision": "keep",
        "lines": [["kind": "laptop", "quantity": 1]],
    ]
}
