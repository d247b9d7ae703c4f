import Documents
public import Domain
public import Store

/// Draws papers, after the commit that numbered them, on one thread of its own.
///
/// Safe to kill at any moment: what has no paper yet is drawn at the next asking, from the frozen content.
public actor DocumentDrawer {
    private let application: Application
    /// Where a code is verified, to which `/` and the code are added.
    private let verificationAddress: String
    private nonisolated let thread = WorkerThread()
    private var opened: Press?

    /// A drawer for an application; the fonts are opened at the first paper.
    public init(_ application: Application, verifyingAt address: String) {
        self.application = application
        verificationAddress = address
    }

    deinit {
        thread.stop()
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// The paper as issued: the one that is kept, or drawn now and kept.
    ///
    /// The bytes are the same whoever asks and however often.
    public func pdf(
        of document: String,
        as speaker: Speaker
    ) async throws(PaperFailure) -> [UInt8] {
        let found = try await paper(document, wantsKept: true, speaker)
        if let pdf = found.pdf { return pdf }
        let pdf = try draw(found, reprintedOn: nil)
        let kept = try await keep(pdf, of: found.document, speaker)
        guard !kept else { return pdf }
        return try await paper(document, wantsKept: true, speaker).pdf ?? pdf
    }

    /// A duplicate, marked `DUPLICATA` with the day that `reprint-document` answered; it is never kept.
    public func duplicate(
        of document: String,
        reprintedOn day: Day,
        as speaker: Speaker
    ) async throws(PaperFailure) -> [UInt8] {
        try draw(await paper(document, wantsKept: false, speaker), reprintedOn: day)
    }

    /// Draws and keeps what the person may read and has no paper yet.
    ///
    /// - Returns: How many were drawn, and the documents that could not be, with the reason.
    public func drawMissing(
        as speaker: Speaker
    ) async throws(PaperFailure) -> (drawn: Int, undrawable: [String: String]) {
        var drawn = 0
        var undrawable: [String: String] = [:]
        var last = ""
        while true {
            let numbers = try await ask(UndrawnDocuments(after: last, limit: 100), as: speaker)
            guard let next = numbers.last else { return (drawn, undrawable) }
            last = next
            for (number, reason) in try await drawEach(numbers, as: speaker) {
                if let reason { undrawable[number] = reason } else { drawn += 1 }
            }
        }
    }

    /// Draws one after the other on the drawer's own thread, while others are read and kept.
    ///
    /// - Returns: each document, with why it could not be drawn; nil when it was.
    private func drawEach(
        _ numbers: [String],
        as speaker: Speaker
    ) async throws(PaperFailure) -> [(String, String?)] {
        let results = await withTaskGroup(of: (String, Result<Void, PaperFailure>).self) { group in
            var waiting = numbers.makeIterator()
            var results: [(String, Result<Void, PaperFailure>)] = []
            for number in (0..<Self.underWay).compactMap({ _ in waiting.next() }) {
                group.addTask { (number, await self.drawn(number, as: speaker)) }
            }
            for await result in group {
                results.append(result)
                guard let number = waiting.next() else { continue }
                group.addTask { (number, await self.drawn(number, as: speaker)) }
            }
            return results
        }
        var reasons: [(String, String?)] = []
        for (number, result) in results {
            do throws(PaperFailure) {
                try result.get()
                reasons.append((number, nil))
            } catch {
                guard case .undrawable(let reason) = error else { throw error }
                reasons.append((number, reason))
            }
        }
        return reasons
    }

    /// So many wait for the database while one is drawn.
    private static let underWay = 6

    private func drawn(
        _ number: String,
        as speaker: Speaker
    ) async -> Result<Void, PaperFailure> {
        do throws(PaperFailure) {
            _ = try await pdf(of: number, as: speaker)
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    /// Where the code of a paper is verified: what its QR code holds.
    func verificationURL(of code: String) -> String { "\(verificationAddress)/\(code)" }

    var map: LifecycleMap { application.map }

    /// The fonts, opened once.
    func press() throws(PaperFailure) -> Press {
        if let opened { return opened }
        do throws(DrawingError) {
            let press = try Press()
            opened = press
            return press
        } catch {
            throw .undrawable(error.description)
        }
    }

    /// Asks, giving a failure the shape of one of papers.
    func ask<Q: Question>(
        _ question: Q,
        as speaker: Speaker
    ) async throws(PaperFailure) -> Q.Answer {
        do throws(Failure) {
            return try await application.ask(question, as: speaker)
        } catch {
            throw .failed(error)
        }
    }

    /// Exports, giving a failure the shape of one of papers.
    func exported(
        _ subject: HeldSubject,
        as speaker: Speaker
    ) async throws(PaperFailure) -> SubjectExport {
        do throws(Failure) {
            return try await subject.export(from: application, as: speaker)
        } catch {
            throw .failed(error)
        }
    }

    /// False when another paper was kept first.
    private func keep(
        _ pdf: [UInt8],
        of document: String,
        _ speaker: Speaker
    ) async throws(PaperFailure) -> Bool {
        do throws(Failure) {
            guard DocumentType(ofNumber: document)?.isOfSocialDesk == true else {
                let command = KeepDocumentPDF(document: document, pdf: pdf)
                return try await application.perform(command, as: speaker).kept
            }
            let command = KeepSocialPDF(document: document, pdf: pdf)
            return try await application.perform(command, as: speaker).kept
        } catch {
            throw .failed(error)
        }
    }

    private func paper(
        _ document: String,
        wantsKept: Bool,
        _ speaker: Speaker
    ) async throws(PaperFailure) -> DocumentPaper.Answer {
        guard DocumentType(ofNumber: document)?.isOfSocialDesk == true else {
            return try await ask(
                DocumentPaper(document: document, wantsKept: wantsKept),
                as: speaker
            )
        }
        return try await ask(
            SocialDocumentPaper(document: document, wantsKept: wantsKept),
            as: speaker
        )
    }

    private func draw(
        _ paper: DocumentPaper.Answer,
        reprintedOn day: Day?
    ) throws(PaperFailure) -> [UInt8] {
        guard let content = paper.content else { throw .erased(document: paper.document) }
        let imprint = Imprint(
            verificationCode: paper.verification,
            verificationURL: verificationURL(of: paper.verification),
            contentHash: paper.fingerprint,
            reprintedOn: day
        )
        return try FrozenContent.draw(paper.kind, content, imprint, on: press())
    }
}
