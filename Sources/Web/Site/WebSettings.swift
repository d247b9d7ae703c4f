import FoundationEssentials

/// Where the service listens and how it is reached.
public struct WebSettings: Sendable {
    /// Loopback unless said: nothing is open to the network by itself.
    public let host: String
    public let port: Int
    /// As people write it in a browser, without a slash at its end: what links and codes lead to.
    public let publicAddress: String
    /// The folder with `Templates`, `Assets` and `Locales`.
    public let resources: String

    /// - Throws: `SiteUnusable` when the folder of the pages is not found.
    public init(
        host: String? = nil,
        port: Int? = nil,
        environment: [String: String],
        program: String
    ) throws(SiteUnusable) {
        self.host = host ?? environment["MOULIN_HOST"] ?? "127.0.0.1"
        self.port = port ?? environment["MOULIN_PORT"].flatMap { Int($0) } ?? 8080
        publicAddress =
            environment["MOULIN_PUBLIC_ADDRESS"]
            ?? "http://\(self.host == "127.0.0.1" ? "localhost" : self.host):\(self.port)"
        resources = try Self.folder(environment["MOULIN_WEB_RESOURCES"], program: program)
    }

    /// True when people reach the service over TLS, which a server in front of it provides.
    var isSecure: Bool { publicAddress.hasPrefix("https://") }

    private static func folder(
        _ named: String?,
        program: String
    ) throws(SiteUnusable) -> String {
        let beside = String(program[..<(program.lastIndex(of: "/") ?? program.startIndex)])
        var places = ["\(beside)/moulin_Web.resources", "/usr/share/moulin/Web"]
        if let named { places.insert(named, at: 0) }
        for place in places where FileManager.default.fileExists(atPath: "\(place)/Templates") {
            return place
        }
        throw SiteUnusable(what: places.joined(separator: ", "))
    }
}
