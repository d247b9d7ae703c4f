import FoundationEssentials

/// Where the service listens and how it is reached.
public struct WebSettings: Sendable {
    /// Loopback unless said: nothing is open to the network by itself.
    public let host: String
    public let port: Int
    /// As people write it in a browser, without a slash at its end: what links and codes lead to.
    public let publicAddress: String
    /// Where another process serves what this one does not, `MOULIN_OTHER_ADDRESS`; nil when nobody said.
    let otherAddress: String?
    /// The hosts, with ports, that a request may name; nil for any, when nobody said how the service is reached.
    private let hosts: Set<String>?
    /// The servers in front, whose word on where a request comes from counts.
    private let proxies: Set<String>
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
        let given = environment["MOULIN_PUBLIC_ADDRESS"].map {
            $0.hasSuffix("/") ? String($0.dropLast()) : $0
        }
        publicAddress =
            given
            ?? "http://\(self.host == "127.0.0.1" ? "localhost" : self.host):\(self.port)"
        otherAddress = environment["MOULIN_OTHER_ADDRESS"].flatMap { $0.isEmpty ? nil : $0 }
        hosts = Self.hosts(environment["MOULIN_PUBLIC_ADDRESS"], self.host, self.port)
        proxies = Set(
            (environment["MOULIN_PROXIES"] ?? "").split { $0 == "," || $0 == " " }.map(String.init)
        )
        resources = try Self.folder(environment["MOULIN_WEB_RESOURCES"], program: program)
    }

    /// True when people reach the service over TLS, which a server in front of it provides.
    var isSecure: Bool { publicAddress.hasPrefix("https://") }

    /// False for a name that another site made to lead here: neither links nor forms may trust it (OWASP ASVS 5.0, 4.1).
    func isReached(as authority: String?) -> Bool {
        guard let hosts, let authority else { return hosts == nil }
        return hosts.contains(authority.lowercased())
    }

    /// Where a request comes from: what the nearest server in front says, when it is one of ours; anybody can write the header.
    func caller(at address: String, forwarded: String?) -> String {
        guard proxies.contains(address),
            let last = forwarded?.split(separator: ",").last?.filter({ !$0.isWhitespace }),
            (1...45).contains(last.utf8.count)
        else { return address }
        return last
    }

    /// The public address, and this machine's own names for those who look from beside it.
    private static func hosts(_ address: String?, _ host: String, _ port: Int) -> Set<String>? {
        let isLocal = ["127.0.0.1", "localhost", "::1"].contains(host)
        guard address != nil || isLocal else { return nil }
        let own = ["localhost", "127.0.0.1", "[::1]"].flatMap { [$0, "\($0):\(port)"] }
        let names = (address ?? "").split(separator: "/", maxSplits: 2)
        return Set(own + names.dropFirst().prefix(1).map { $0.lowercased() })
    }

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
