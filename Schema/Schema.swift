import FoundationEssentials

/// The texts of the database: migrations, functions, views, roles, the map of a device's life, reference lists and checks.
///
/// They are files beside the program, not code: an operator can read what will run. The folder is `MOULIN_RESOURCES`, or
/// the one beside the running program (where a build and a package put it), or `/usr/share/moulin`.
public struct Schema: Sendable {
    /// One file, by its name within its folder.
    public struct Text: Sendable, Hashable {
        public let name: String
        public let text: String
    }

    public let folder: String

    /// A schema whose texts are in `folder`.
    public init(folder: String) {
        self.folder = folder
    }

    /// Finds the folder of the texts.
    ///
    /// - Throws: `SchemaMissing`, with every place that was looked at.
    public static func locate(
        resources: String?,
        program: String
    ) throws(SchemaMissing) -> Schema {
        let beside = String(program[..<(program.lastIndex(of: "/") ?? program.startIndex)])
        var places = ["\(beside)/moulin_Schema.resources", "/usr/share/moulin/Schema"]
        if let resources { places.insert(resources, at: 0) }
        for place in places where FileManager.default.fileExists(atPath: "\(place)/roles.sql") {
            return Schema(folder: place)
        }
        throw SchemaMissing(places: places)
    }

    /// Numbered, forward only, in the order in which they run.
    public var migrations: [Text] { get throws(SchemaMissing) { try texts(in: "migrations") } }
    /// Replaced at each migration.
    public var functions: [Text] { get throws(SchemaMissing) { try texts(in: "functions") } }
    /// Dropped and made anew at each migration.
    public var views: [Text] { get throws(SchemaMissing) { try texts(in: "views") } }
    /// Each selects rows that must not exist.
    public var verifications: [Text] { get throws(SchemaMissing) { try texts(in: "verify") } }
    /// Each selects faults of the catalogue itself.
    public var lints: [Text] { get throws(SchemaMissing) { try texts(in: "lint") } }
    public var roles: Text { get throws(SchemaMissing) { try text("roles.sql") } }
    public var states: Text { get throws(SchemaMissing) { try text("lifecycle/states.csv") } }
    public var steps: Text { get throws(SchemaMissing) { try text("lifecycle/steps.csv") } }

    /// A list of `reference/`, such as `headings.csv`.
    public func reference(_ name: String) throws(SchemaMissing) -> Text {
        try text("reference/\(name)")
    }

    private func texts(in folder: String) throws(SchemaMissing) -> [Text] {
        let path = "\(self.folder)/\(folder)"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw SchemaMissing(places: [path])
        }
        var texts: [Text] = []
        for name in names.sorted() where name.hasSuffix(".sql") {
            texts.append(try text("\(folder)/\(name)"))
        }
        return texts
    }

    private func text(_ path: String) throws(SchemaMissing) -> Text {
        let place = "\(folder)/\(path)"
        guard let bytes = FileManager.default.contents(atPath: place),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw SchemaMissing(places: [place]) }
        return Text(name: String(path.split(separator: "/").last ?? ""), text: text)
    }
}

/// The texts of the database were not found, or one of them is unreadable.
public struct SchemaMissing: Error, Hashable, CustomStringConvertible {
    public let places: [String]

    public var description: String {
        "Moulin's schema files were not found in \(places.joined(separator: ", ")). "
            + "Set MOULIN_RESOURCES to the folder that holds roles.sql, or install Moulin again."
    }
}
