import Glibc

/// A path as the system has it: bytes, which nobody promises to be UTF-8.
///
/// A share that a Windows machine of another age writes to has names in Latin-1. As texts they would be repaired, and lead nowhere.
struct SystemPath: Hashable, Sendable {
    private let bytes: [UInt8]

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    init(_ text: String) { bytes = Array(text.utf8) }

    /// For people, and for places that take only texts: what is no UTF-8 is replaced.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether `text` leads to the same file.
    var isText: Bool { text.utf8.elementsEqual(bytes) }

    /// What stands behind the last slash.
    var name: SystemPath {
        SystemPath(bytes.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? bytes)
    }

    func appending(_ name: SystemPath) -> SystemPath {
        let isClosed = bytes.last == UInt8(ascii: "/")
        return SystemPath(bytes + (isClosed ? [] : [UInt8(ascii: "/")]) + name.bytes)
    }

    /// Lends it as C takes it.
    func withCString<R>(_ body: (UnsafePointer<CChar>) -> R) -> R {
        (bytes + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // The NUL is always there, so that the buffer has an address.
                characters.baseAddress.map(body) ?? body("")
            }
        }
    }

    /// Of the file itself, not of what a link leads to; nil when there is none.
    var status: stat? {
        var status = stat()
        return withCString { lstat($0, &status) } == 0 ? status : nil
    }

    /// The names in this folder without the hidden ones, in the order of their bytes; nil when it cannot be read, for the reason in
    /// `errno`.
    func names() -> [SystemPath]? {
        guard let directory = withCString({ opendir($0) }) else { return nil }
        defer { closedir(directory) }
        var names: [SystemPath] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(SystemPath(name)) }
        }
        return names.sorted()
    }
}

extension SystemPath: Comparable {
    static func < (left: SystemPath, right: SystemPath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
