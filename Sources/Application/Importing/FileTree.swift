import Domain
import Glibc

/// Files and folders as a person names them, as the files that are in them.
enum FileTree {
    /// The files under these paths, folders searched to their bottom, in the order of their names; a dash stays a dash.
    ///
    /// Hidden files are left out. What a link leads to is not followed, so that no circle is walked.
    ///
    /// - Throws: `.unreadable` for a path that is neither file nor folder.
    static func files(_ paths: [String]) throws(Failure) -> [SystemPath] {
        var files: [SystemPath] = []
        for text in paths {
            let path = SystemPath(text)
            guard text != "-" else {
                files.append(path)
                continue
            }
            var status = stat()
            guard stat(text, &status) == 0 else { throw unreadable(text) }
            if status.st_mode & S_IFMT == S_IFDIR {
                try collect(path, into: &files)
            } else {
                files.append(path)
            }
        }
        return files
    }

    private static func collect(
        _ folder: SystemPath,
        into files: inout [SystemPath]
    ) throws(Failure) {
        guard let names = folder.names() else { throw unreadable(folder.text) }
        for name in names {
            let path = folder.appending(name)
            switch path.status.map({ $0.st_mode & S_IFMT }) {
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
