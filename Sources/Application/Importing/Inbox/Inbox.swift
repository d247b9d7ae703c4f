public import Domain
import Importing
public import Store

/// A watched folder: reports of hardware and of wipes that are dropped there are taken, each by itself.
///
/// Whatever moment it is stopped at, nothing is taken twice and nothing is lost: a file is put away after it is committed, and
/// taken once more it changes nothing. A file that cannot be taken keeps no other from it.
public struct Inbox: Sendable {
    public static let name = "import-inbox"

    let folder: InboxFolder
    /// Under which machines come that nobody knew; without, their reports are refused.
    let donation: Int64?
    let kind: DeviceType?
    let clockOffsetMinutes: Int
    let language: Language

    public init(
        folder: String,
        donation: Int64? = nil,
        kind: DeviceType? = nil,
        clockOffsetMinutes: Int = 0,
        language: Language
    ) {
        self.folder = InboxFolder(path: folder)
        self.donation = donation
        self.kind = kind
        self.clockOffsetMinutes = clockOffsetMinutes
        self.language = language
    }

    /// What one look saw: a file that is the same at the next look is whole.
    public struct Looks: Sendable {
        var files: [SystemPath: InboxFolder.Look] = [:]

        public init() {}
    }

    /// What became of one file.
    public struct Taken: Codable, Sendable, Hashable {
        public enum Verdict: String, Codable, Sendable, CaseIterable {
            /// What it says is in the database; the file is in `done`.
            case done
            /// Nothing of it is; the file is in `refused`.
            case refused
            /// It could not be moved or put away, and waits for the next look.
            case waiting
        }

        public let file: String
        public let verdict: Verdict
        /// What the text beside the file says.
        public let words: String
    }
}

extension Application {
    /// Looks into an inbox once, and takes what has stayed the same since the last look; nothing while another run is at it.
    ///
    /// - Throws: What keeps any file from being taken, such as a database that is gone; the file at hand waits for the next look.
    public func take(
        _ inbox: Inbox,
        since looks: inout Inbox.Looks,
        as speaker: Speaker
    ) async throws(Failure) -> [Inbox.Taken] {
        // Said once, and not of each log.
        _ = try ClockOffset(minutes: inbox.clockOffsetMinutes)
        try inbox.folder.prepare()
        guard let lock = try inbox.folder.lock() else { return [] }
        let seen = try inbox.folder.look()
        let whole = seen.filter { looks.files[$0.key] == $0.value }.keys.sorted()
        looks.files = seen
        var taken = whole.compactMap { inbox.move($0) }
        for name in try inbox.folder.taken() {
            guard let became = try await take(name, of: inbox, as: speaker) else { continue }
            taken.append(inbox.settle(became))
        }
        _ = consume lock
        return taken
    }

    /// What becomes of a file in `taking`; nil for one that is gone.
    private func take(
        _ name: String,
        of inbox: Inbox,
        as speaker: Speaker
    ) async throws(Failure) -> Inbox.Taken? {
        guard let isPlain = inbox.folder.isPlain(name) else { return nil }
        guard isPlain else {
            return Inbox.Taken(file: name, verdict: .refused, words: inbox.notPlain)
        }
        do throws(Failure) {
            let path = inbox.folder.taken(name)
            return try InboxContent.isOfWipes(path)
                ? inbox.became(
                    name,
                    try await importWipes(inbox.wipes, from: [path], as: speaker)
                )
                : inbox.became(
                    name,
                    try await importHardware(inbox.hardware, from: [path], as: speaker)
                )
        } catch .unreadable(let unreadable) {
            return inbox.refused(name, .unreadable(unreadable))
        } catch .file(let refusal) {
            return inbox.refused(name, .file(refusal))
        } catch .refused(let refusal) {
            return inbox.refused(name, .refused(refusal))
        } catch .database(let error) where error.isAboutValues {
            // A figure that no column holds is this file's business, and no other's.
            return inbox.refused(name, .database(error))
        }
    }
}

extension Inbox {
    fileprivate var wipes: WipeImport { WipeImport(clockOffsetMinutes: clockOffsetMinutes) }

    fileprivate var hardware: HardwareImport { HardwareImport(donation: donation, kind: kind) }

    fileprivate var notPlain: String {
        Phrase(
            fr: "Ce n'est pas un fichier mais un lien, un tube ou un appareil : rien n'en est lu.",
            en: "This is no file but a link, a pipe or a device: nothing of it is read."
        )
        .text(in: language)
    }

    /// Moves a file to where it is taken; what is to be told when it stays.
    fileprivate func move(_ name: SystemPath) -> Taken? {
        do throws(Failure) {
            try folder.take(name)
            return nil
        } catch {
            return Taken(
                file: name.text,
                verdict: .waiting,
                words: error.sentence(in: language)
            )
        }
    }

    /// Puts a file away by what became of it.
    fileprivate func settle(_ taken: Taken) -> Taken {
        do throws(Failure) {
            try folder.settle(
                taken.file,
                in: taken.verdict == .done ? .done : .refused,
                saying: taken.words + "\n"
            )
            return taken
        } catch {
            return Taken(
                file: taken.file,
                verdict: .waiting,
                words: taken.words + "\n" + error.sentence(in: language)
            )
        }
    }

    fileprivate func refused(_ name: String, _ failure: Failure) -> Taken {
        Taken(file: name, verdict: .refused, words: failure.sentence(in: language))
    }

    fileprivate func became(_ name: String, _ outcome: HardwareImport.Outcome) -> Taken {
        Taken(
            file: name,
            verdict: outcome.ending == .imported ? .done : .refused,
            words: words(outcome.rows(in: language))
        )
    }

    /// A log that is evidence for no drive of ours is not done with: its drives may be counted tomorrow.
    fileprivate func became(_ name: String, _ outcome: WipeImport.Outcome) -> Taken {
        let counts = outcome.files.flatMap(\.drives).contains { $0.verdict != .beside }
        return Taken(
            file: name,
            verdict: outcome.ending == .imported && counts ? .done : .refused,
            words: words(outcome.rows(in: language))
        )
    }

    private func words(_ rows: [[String]]) -> String {
        rows.map { row in row.dropFirst().filter { !$0.isEmpty }.joined(separator: " · ") }
            .joined(separator: "\n")
    }
}
