public import Domain
import FoundationEssentials
import Postgres
public import Store

/// One command of the list, with its type put away: what a door needs that only knows its name.
public struct CommandEntry: Sendable {
    public let name: String
    public let summary: Phrase
    public let side: Side
    public let permission: Permission
    /// Names of the fields of its JSON form, in the order in which they are declared.
    public let fields: [FieldDescription]
    /// What it changes that others may have open meanwhile.
    public let concern: Concern?
    /// True for what writes over what stands.
    public let overwrites: Bool
    /// True when its outcome is a secret told once.
    public let tellsSecret: Bool
    let perform: Perform
    let act: Act
    /// Asked for by forms alone, so that nothing is read of types when the program starts.
    let shaped: @Sendable () -> [String: FieldShape]
    let answered: @Sendable () -> FieldShape
    /// Reads its JSON form.
    let decode: @Sendable (_ json: [UInt8]) throws(Failure) -> any Command
    /// Reads a line of a batch, which names the command and perhaps a key beside the fields.
    let read: @Sendable (JSONLine) throws(Failure) -> any Command

    typealias Perform =
        @Sendable (
            _ json: [UInt8], Application, Speaker, _ key: String?, _ rehearsing: Bool,
            ReadVersion?
        )
        async throws(Failure) -> [UInt8]
    typealias Act =
        @Sendable (_ json: [UInt8], Performance, isolated Connection) throws(Failure) -> [UInt8]

    /// Lists a command; `fields` say what its JSON form consists of, for references and checks.
    public init<C: Command>(_ type: C.Type, fields: [FieldDescription]) {
        name = C.name
        summary = C.summary
        side = C.side
        permission = C.permission
        concern = C.concern ?? (fields.contains { $0.name == "device" } ? .device : nil)
        overwrites = C.overwrites
        tellsSecret = C.tellsSecret
        self.fields = fields
        shaped = { ShapeReading.members(of: C.self) }
        answered = { ShapeReading.shape(ofAnswer: C.Outcome.self) }
        decode = { (json) throws(Failure) -> any Command in
            try CommandJSON.decode(C.self, json, fields)
        }
        perform = {
            (json, application, speaker, key, rehearsing, version) async throws(Failure) -> [UInt8]
            in
            let command = try CommandJSON.decode(C.self, json, fields)
            do throws(Failure) {
                let outcome = try await application.perform(
                    command,
                    as: speaker,
                    key: key,
                    rehearsing: rehearsing,
                    ifStill: version
                )
                return CommandJSON.encode(outcome)
            } catch {
                throw error.naming(json)
            }
        }
        act = { (json, performance, db) throws(Failure) -> [UInt8] in
            let command = try CommandJSON.decode(C.self, json, fields)
            return CommandJSON.encode(try performance.act(command, in: db))
        }
        let setBased = C.self as? any SetBased.Type
        read = { (line) throws(Failure) -> any Command in
            if let command = setBased?.reading(line) { return command }
            return try CommandJSON.decode(C.self, line.without(BatchLine.envelope), fields)
        }
    }
}

/// A field of a command's JSON form.
public struct FieldDescription: Sendable, Hashable {
    public let name: String
    /// A JSON type: `string`, `integer`, `boolean`, `array`, `object`.
    public let type: String
    public let isRequired: Bool
    public let meaning: Phrase

    public init(_ name: String, _ type: String, required: Bool = true, _ meaning: Phrase) {
        self.name = name
        self.type = type
        isRequired = required
        self.meaning = meaning
    }
}

extension Application {
    /// Performs a command by its name, from its JSON form; answers its outcome as JSON.
    ///
    /// - Throws: `.unreadable` for a name that is not on the list, a field that is not known, missing or of another type.
    public func perform(
        named name: String,
        _ json: [UInt8],
        as speaker: Speaker,
        key: String? = nil,
        rehearsing: Bool = false,
        ifStill version: ReadVersion? = nil
    ) async throws(Failure) -> [UInt8] {
        let entry = try Catalogue.command(named: name)
        return try await entry.perform(json, self, speaker, key, rehearsing, version)
    }
}
