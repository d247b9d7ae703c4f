import Domain
import Store

/// Reads one line of a batch as a command, naming the place of whatever keeps it from being one.
struct LineReading {
    private let bytes: [UInt8]
    private let number: Int
    private let line: JSONLine

    init(_ bytes: [UInt8], _ number: Int) throws(Batch.LineFailure) {
        self.bytes = bytes
        self.number = number
        do {
            line = try JSONLine(bytes)
        } catch {
            let near = String(decoding: bytes[error.place...].prefix(20), as: UTF8.self)
            throw Batch.LineFailure(
                line: number,
                column: JSONLine.column(of: error.place, in: bytes),
                command: nil,
                failure: .unreadable(Unreadable(near, expected: error.kind.expected))
            )
        }
    }

    func work(under batchKey: String?) throws(Batch.LineFailure) -> BatchLine.Work {
        let entry = try entry()
        let command: any Command
        do {
            command = try entry.read(line)
        } catch {
            throw placed(error, at: place(of: error), entry.name)
        }
        return BatchLine.Work(
            line: number,
            command: command,
            key: try key(batchKey, command, entry.name)
        )
    }

    private func entry() throws(Batch.LineFailure) -> CommandEntry {
        guard let member = line.member("command"), let name = line.plainText("command") else {
            let expected = Phrase(
                fr: "un champ « command » qui nomme la commande",
                en: "a field \"command\" that names the command"
            )
            let place = line.member("command")?.value.lowerBound
            throw placed(.unreadable(Unreadable("command", expected: expected)), at: place ?? 0)
        }
        do {
            return try Catalogue.command(named: name)
        } catch {
            throw placed(error, at: member.value.lowerBound)
        }
    }

    private func key(
        _ batchKey: String?,
        _ command: some Command,
        _ name: String
    ) throws(Batch.LineFailure) -> BatchLine.Key? {
        guard let member = line.member("key") else {
            guard let batchKey else { return nil }
            let content = command.contentDigest
            let mark = Digest.hex(content.prefix(8))
            return BatchLine.Key(text: "\(batchKey):\(number):\(mark)", content: content)
        }
        guard let text = line.plainText("key"), (1...255).contains(text.unicodeScalars.count) else {
            let expected = Phrase(
                fr: "une clé de 1 à 255 caractères simples",
                en: "a key of 1 to 255 plain characters"
            )
            let unreadable = Unreadable("key", expected: expected)
            throw placed(.unreadable(unreadable), at: member.value.lowerBound, name)
        }
        return BatchLine.Key(text: text, content: command.contentDigest)
    }

    /// Where the field stands that a failure names first; nil when the line has no such field.
    private func place(of failure: Failure) -> Int? {
        guard case .unreadable(let unreadable) = failure else { return nil }
        let name = unreadable.text.prefix { $0 != "." && $0 != "[" }
        guard let member = line.member(String(name)) else { return nil }
        return member.namePlace
    }

    private func placed(
        _ failure: Failure,
        at place: Int?,
        _ command: String? = nil
    ) -> Batch.LineFailure {
        Batch.LineFailure(
            line: number,
            column: place.map { JSONLine.column(of: $0, in: bytes) },
            command: command,
            failure: failure
        )
    }
}

extension JSONLine.Fault.Kind {
    fileprivate var expected: Phrase {
        switch self {
        case .unexpected:
            Phrase(fr: "un objet JSON bien formé", en: "a well-formed JSON object")
        case .unfinished:
            Phrase(
                fr: "un objet JSON entier ; la ligne finit avant lui",
                en: "a whole JSON object; the line ends before it does"
            )
        case .writtenTwice:
            Phrase(fr: "chaque champ une seule fois", en: "each field only once")
        case .notUTF8:
            Phrase(fr: "du texte en UTF-8", en: "text in UTF-8")
        case .tooDeep:
            Phrase(fr: "moins de niveaux imbriqués", en: "fewer nested levels")
        }
    }
}
