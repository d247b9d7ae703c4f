import Postgres

/// Makes each template once in this process; a lock on the server does the same between processes.
actor TemplateStore {
    private var made: [String: Task<DatabaseName, any Error>] = [:]

    /// The name of the finished template.
    func name(of template: TestTemplate, on server: TestServer) async throws -> DatabaseName {
        if let task = made[template.digest] { return try await task.value }
        let task = Task { try await server.make(template) }
        made[template.digest] = task
        return try await task.value
    }
}

extension TestServer {
    fileprivate func make(_ template: TestTemplate) async throws -> DatabaseName {
        let name = DatabaseName.template(template.digest)
        try await run.keep(template: template.key)
        try await administer { connection in
            // Ends with the connection, however the making ends.
            try connection.lock(.templateMaking, template.key)
            if try connection.hasDatabase(name) { return }
            let draft = DatabaseName.draft(template.digest)
            try connection.drop(draft)
            try connection.create(draft)
            let database = TestDatabase(name: draft, server: self)
            try await database.openToLogins()
            try await template.prepare(database)
            try connection.script("ALTER DATABASE \(draft.text) RENAME TO \(name.text)")
            try connection.script("ALTER DATABASE \(name.text) ALLOW_CONNECTIONS false")
        }
        return name
    }
}
