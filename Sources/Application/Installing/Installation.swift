public import Cluster
public import Domain
import Glibc
public import Postgres
public import Schema
import Store

/// Moulin on one machine: its settings, its server, its schema's texts and its keys.
public struct Installation: Sendable {
    public let settings: Settings
    public let schema: Schema
    public let cluster: PrivateCluster

    /// - Throws: `.schema` when the texts are not beside the program.
    public init(_ settings: Settings, program: String) throws(InstallationFailure) {
        self.settings = settings
        let home = settings.environment["MOULIN_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        cluster = PrivateCluster(
            location: home.map(ClusterLocation.init(root:)) ?? .standard()
        )
        do {
            schema = try Schema.locate(resources: settings.resources, program: program)
        } catch {
            throw .schema(error)
        }
    }

    /// True when Moulin looks after its own server.
    public var isPrivate: Bool { settings.databaseURL == nil }

    /// The map of a device's life, as the schema's texts draw it.
    public var map: LifecycleMap {
        get throws(InstallationFailure) {
            do {
                return try LifecycleMap(states: schema.states.text, steps: schema.steps.text)
            } catch let error as SchemaMissing {
                throw .schema(error)
            } catch let error as LifecycleFault {
                throw .migration(.map(error))
            } catch {
                preconditionFailure("reading the map throws one of two errors")
            }
        }
    }

    func secrets() throws(InstallationFailure) -> Secrets {
        try KeyFiles(folder: cluster.location.secretsFolder).secrets()
    }

    /// How to reach the database as one of its logins.
    public func connection(as login: Login) -> ConnectionSettings {
        let conninfo =
            settings.databaseURL.map { named($0, login) }
            ?? cluster.conninfo(for: login, database: PrivateCluster.databaseName)
        return ConnectionSettings(
            conninfo,
            applicationName: "moulin",
            // Functions over arrays are planned as if they gave thousands of rows, and compiling for those takes seconds.
            serverSettings: ["jit": "off"]
        )
    }

    /// The server's address with the login's name and password in place of its own.
    private func named(_ url: String, _ login: Login) -> String {
        guard login != .superuser else { return url }
        let word = login.rawValue.split(separator: "_").last.map { $0.uppercased() } ?? ""
        let user = settings.environment["MOULIN_\(word)_USER"] ?? login.role
        var parameters = [("user", user)]
        if let password = password(word) { parameters.append(("password", password)) }
        guard url.contains("://") else {
            return parameters.reduce(url) { "\($0) \($1.0)='\(Self.quoted($1.1))'" }
        }
        let separator = url.contains("?") ? "&" : "?"
        return url + separator
            + parameters.map { "\($0.0)=\(Self.percentEncoded($0.1))" }.joined(separator: "&")
    }

    private func password(_ word: String) -> String? {
        if let file = settings.environment["MOULIN_\(word)_PASSWORD_FILE"] {
            return TextOfFile.read(file)
        }
        return settings.environment["MOULIN_\(word)_PASSWORD"]
    }

    private static func quoted(_ text: String) -> String {
        text.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : String($1) }
    }

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            let isPlain =
                (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
            encoded += isPlain ? String(UnicodeScalar(byte)) : "%" + Digest.hex([byte])
        }
    }
}

/// The first line of a file, such as a password's.
enum TextOfFile {
    static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 4_096)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        let bytes = line.prefix { $0 != 0 && $0 != 10 && $0 != 13 }
        return String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
