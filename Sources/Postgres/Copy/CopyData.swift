import CLibPQ

/// One message of a COPY, freed when it has been read.
struct CopyData: ~Copyable {
    let bytes: UnsafeRawBufferPointer

    init(_ start: UnsafeMutablePointer<CChar>, count: Int32) {
        bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
    }

    deinit {
        PQfreemem(UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }
}

extension ConnectionHandle {
    /// The next message; nil when the COPY has ended, well or not.
    ///
    /// The results that follow tell which.
    mutating func nextCopyData() -> CopyData? {
        var start: UnsafeMutablePointer<CChar>?
        var patience: Int32 = 2
        while true {
            let count = PQgetCopyData(pointer, &start, 1)
            if count > 0, let start {
                return CopyData(start, count: count)
            }
            guard count == 0, receive(&patience, isCancellable: true) else {
                return nil
            }
        }
    }
}
