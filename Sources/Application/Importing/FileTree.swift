import Domain
import Glibc

/// Files and folders as a person names them, as the files that are in them.
enum FileTree {
    /// The files under these paths, folders searched to their bottom, in the order of their names; a dash stays a dash.
    ///
    /// Hidden files are left out. What a link leads to is not followed, so that no circle is walked.
    ///
    /// - Throws: `.unreadable` for a path that is neither file nor folder.
    static func files(_ paths: [String]) throws(Failure) -> [String] {
        var files: [String] = []
        for path in paths {
            guard path != "-" else {
                files.append(path)
                continue
            }
            var status = stat()
            guard stat(path, &status) == 0 else { throw unreadable(path) }
            if status.st_mode & S_IFMT == S_IFDIR {
                try collect(path, into: &files)
            } else {
                files.append(path)
            }
        }
        return files
    }

    private static func collect(_ folder: String, into files: inout [String]) throws(Failure) {
        guard let directory = opendir(folder) else { throw unreadable(folder) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        for name in names.sorted() {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try collect(path, into: &files)
            case S_IFREG: files.append(path)
            default: break
            }
        }
    }

    private static func unreadable(_ path: String) -> Failure {
        let why = String(cString: strerror(errno))
        return .unreadable(
            Unreadable(
                path,
                expected: Phrase(
                    fr: "un fichier ou un dossier lisible (\(why))",
                    en: "a file or a folder that can be read (\(why))"
                )
            )
        )
    }
}
