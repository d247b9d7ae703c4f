import CLibPQ

extension ConnectionSettings {
    /// libpq's keywords and values: what the connection string says, completed by what these settings say.
    ///
    /// - Throws: `.connectionFailed` when the connection string does not parse.
    func parameters() throws(PostgresError) -> [String: String] {
        var parameters = try parsedConninfo()
        let defaults = [
            // A server that vanished without a word is found dead within a minute.
            "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3",
            "connect_timeout": String(connectSeconds),
        ]
        parameters.merge(defaults) { stated, _ in stated }
        parameters["client_encoding"] = "UTF8"
        if let applicationName {
            parameters["application_name"] = applicationName
        }
        parameters["options"] = ([parameters["options"]].compactMap(\.self) + sessionOptions)
            .joined(separator: " ")
        return parameters
    }

    /// The variables under which PostgreSQL's own programs find the same server, and may be told a password that no other
    /// user of the machine sees; keywords that no variable stands for are left out.
    ///
    /// - Throws: `.connectionFailed` when the connection string does not parse.
    public func environment() throws(PostgresError) -> [String: String] {
        try parsed { UnsafePointer($0.envvar) }
    }

    private func parsedConninfo() throws(PostgresError) -> [String: String] {
        try parsed { UnsafePointer($0.keyword) }
    }

    /// What the connection string says, each value under a name that libpq has for its keyword.
    private func parsed(
        under name: (PQconninfoOption) -> UnsafePointer<CChar>?
    ) throws(PostgresError) -> [String: String] {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(conninfo, &message) else {
            defer { PQfreemem(message) }
            // libpq's sentence would quote the string, which may hold a password.
            throw PostgresError(.connectionFailed, "the connection string does not parse")
        }
        defer { PQconninfoFree(options) }
        var parsed: [String: String] = [:]
        var option = options
        while option.pointee.keyword != nil {
            if let value = option.pointee.val, let name = name(option.pointee) {
                parsed[String(cString: name)] = String(cString: value)
            }
            option += 1
        }
        return parsed
    }

    private var connectSeconds: Int64 {
        let (seconds, attoseconds) = connectTimeout.components
        return max(2, attoseconds > 0 ? seconds + 1 : seconds)
    }

    /// `-c name=value` for the server's command line, where a space or a backslash in a value takes a backslash.
    private var sessionOptions: [String] {
        var settings = serverSettings
        // The form that `Timestamp` reads.
        settings["datestyle"] = "ISO"
        if let statementTimeout {
            settings["statement_timeout"] = String(statementTimeout.wholeMilliseconds)
        }
        return settings.sorted { $0.key < $1.key }.map { name, value in
            let escaped = value.flatMap { $0 == " " || $0 == "\\" ? ["\\", $0] : [$0] }
            return "-c \(name)=\(String(escaped))"
        }
    }
}

extension Duration {
    /// Rounded up: a wait of less than a millisecond is not no wait.
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
