import Domain
import Glibc

/// A file without a name that holds what was unpacked or converted, until it is read.
struct Spool: ~Copyable {
    private let name: String
    private let file: OpenFile

    init(name: String) throws(Failure) {
        guard let file = OpenFile.withoutName() else { throw Self.full(name) }
        self.init(name: name, file)
    }

    init(name: String, _ file: consuming OpenFile) {
        self.name = name
        self.file = file
    }

    func write(_ bytes: [UInt8]) throws(Failure) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
            try write(UnsafeRawBufferPointer(bytes))
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                file.descriptor,
                UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                rest.count
            )
            guard count > 0 else { throw Self.full(name) }
            rest = rest.dropFirst(count)
        }
    }

    /// What was written, to be read from its beginning.
    consuming func source() throws(Failure) -> ByteSource {
        try ByteSource(file, name: name)
    }

    private static func full(_ name: String) -> Failure {
        let why = String(cString: strerror(errno))
        return .unreadable(
            Unreadable(
                name,
                expected: Phrase(
                    fr: "de la place pour le déplier dans /tmp (\(why))",
                    en: "room to unpack it in /tmp (\(why))"
                )
            )
        )
    }
}
