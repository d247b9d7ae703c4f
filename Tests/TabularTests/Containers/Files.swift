import Glibc

/// All the bytes behind a descriptor.
func contents(of descriptor: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = pread(descriptor, &buffer, buffer.count, off_t(bytes.count)), count > 0 {
        bytes += buffer[..<count]
    }
    return bytes
}

/// Lends bytes as a file without a name.
func withFile(_ bytes: [UInt8], _ body: (Int32) throws -> Void) throws {
    var template = Array("/tmp/moulin-test-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    unlink(template)
    defer { close(file) }
    _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    try body(file)
}
