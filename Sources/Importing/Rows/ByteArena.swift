/// Memory for the values of one row that are not written as the list writes them.
///
/// Room for the whole row is made before it is read, so that what was lent stays in place until the next row.
struct ByteArena: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 1 << 12
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    /// Forgets all that was lent.
    mutating func begin(room: Int) {
        count = 0
        guard room > capacity else { return }
        start.deallocate()
        capacity = room * 2
        start = .allocate(capacity: capacity)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        precondition(count < capacity, "room was made for the whole row")
        start[count] = byte
        count += 1
    }

    mutating func append(_ bytes: LentBytes) {
        guard let source = bytes.baseAddress else { return }
        precondition(count + bytes.count <= capacity, "room was made for the whole row")
        UnsafeMutableRawPointer(start + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    mutating func append(_ bytes: [UInt8]) {
        for byte in bytes { append(byte) }
    }

    /// What was appended since `mark`, an earlier `count`.
    func lent(since mark: Int) -> LentBytes {
        LentBytes(start: start + mark, count: count - mark)
    }
}
