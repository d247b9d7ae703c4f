import Glibc

/// What the system tells this process.
enum Environment {
    /// All variables by name.
    static let all: [String: String] = {
        var variables: [String: String] = [:]
        guard let file = fopen("/proc/self/environ", "r") else { return variables }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
            bytes += chunk[..<count]
        }
        for pair in bytes.split(separator: 0) {
            guard let sign = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: pair[..<sign], as: UTF8.self)
            variables[name] = String(decoding: pair[(sign + 1)...], as: UTF8.self)
        }
        return variables
    }()

    /// The absolute path of the running program, links followed.
    static let program: String = {
        var path = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        guard count > 0 else { return "" }
        return String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }()
}
