public import Domain
public import Tabular

/// Tells which tool wrote a report of wipes, and reads it.
public enum WipeDocument {
    /// What one tool says of one drive, and the name under which it says it.
    public struct Entry: Sendable, Hashable {
        public let name: String
        public let report: WipeReport
        /// The rank, from 0, of the run or certificate in the file that says it.
        public var run = 0

        init(name: String, report: WipeReport, run: Int = 0) {
            self.name = name
            self.report = report
            self.run = run
        }
    }

    /// The drives of a report, one after the other; never empty.
    ///
    /// `clockOffset` is by how many seconds the clock of the wiping computer was ahead of UTC, for logs that name no zone.
    ///
    /// - Throws: ``WipeRefusal`` with what the file is instead.
    public static func read(
        _ bytes: [UInt8],
        clockOffset: Int64 = 0
    ) throws(WipeRefusal) -> [Entry] {
        let kind = bytes.withUnsafeBytes { FileKind.recognise($0) }
        switch kind {
        case .json, .yaml: return try snapshot(bytes)
        case .nwipeLog, .text:
            let entries = entries(of: NwipeLog.runs(ReportText.text(bytes)), clockOffset)
            guard !entries.isEmpty else { throw refusal(kind, ReportText.text(bytes)) }
            return entries
        case .xml, .html: throw refusal(kind, ReportText.text(bytes))
        default: throw .kind(kind)
        }
    }

    /// The drives of a log of nwipe, run after run; none when it names none.
    public static func entries(ofLog text: String, clockOffset: Int64 = 0) -> [Entry] {
        entries(of: NwipeLog.runs(ReportText.text(Array(text.utf8))), clockOffset)
    }

    private static func refusal(_ kind: FileKind, _ text: String) -> WipeRefusal {
        ForeignPaper(text).map { .foreign($0) } ?? .kind(kind)
    }

    private static func entries(of logs: [NwipeLog], _ clockOffset: Int64) -> [Entry] {
        logs.enumerated().flatMap { run, log in
            zip(log.drives, log.reports(clockOffset: clockOffset)).map {
                Entry(name: $0.device, report: $1, run: run)
            }
        }
    }

    /// The drives of certificates of nwipe, from the words of a PDF whose pages end with form feeds: one for each drive, or
    /// several that were put into one file.
    ///
    /// - Throws: ``WipeRefusal`` for a PDF that is something else.
    public static func certificate(
        _ text: String,
        clockOffset: Int64 = 0
    ) throws(WipeRefusal) -> [Entry] {
        let pages = text.split(separator: "\u{C}" as Character).map(String.init)
        let certificates = pages.compactMap { NwipeCertificate($0) }
        // A page that says that it is one and cannot be read must not be passed over.
        let claims = pages.count { $0.contains("Erasure Status") }
        guard !certificates.isEmpty, certificates.count >= claims else {
            throw ForeignPaper(text).map { .foreign($0) } ?? .pdf(.otherPaper)
        }
        return entries(of: certificates.map(\.log), clockOffset)
    }

    /// The erasures that a snapshot of eReuse tells, drive by drive.
    private static func snapshot(_ bytes: [UInt8]) throws(WipeRefusal) -> [Entry] {
        let reports: [HardwareReport]
        do throws(HardwareRefusal) {
            reports = try HardwareDocument.read(bytes)
        } catch {
            throw ForeignPaper(ReportText.text(bytes)).map { .foreign($0) } ?? .hardware(error)
        }
        let entries = reports.flatMap(\.drives).flatMap { drive in
            drive.erasures.map { Entry(name: $0.method, report: WipeReport($0, of: drive)) }
        }
        guard !entries.isEmpty else { throw .nothingErased }
        return entries
    }
}

/// Why a file is no report of wipes.
public enum WipeRefusal: Error, Sendable, Hashable {
    case kind(FileKind)
    case pdf(PDFFault)
    case hardware(HardwareRefusal)
    /// A report of hardware in which no drive was erased.
    case nothingErased
    /// A paper of a program that is known, and whose word Moulin does not read.
    case foreign(ForeignPaper)

    /// What is wrong with a PDF.
    public enum PDFFault: String, Sendable, Hashable, CaseIterable {
        /// It is broken, encrypted, or has no words.
        case unreadable = "pdf_unreadable"
        /// Reading it takes more time, memory or room than any certificate.
        case tooHeavy = "pdf_too_heavy"
        /// The program that reads PDFs is not installed.
        case readerMissing = "pdf_reader_missing"
        /// It is no certificate by nwipe.
        case otherPaper = "pdf_no_certificate"
    }

    /// For machines: stable.
    public var code: String {
        switch self {
        case .pdf(let fault): fault.rawValue
        case .kind(let kind): "file_is_\(kind.rawValue)"
        case .hardware(let refusal): refusal.code
        case .nothingErased: "nothing_erased"
        case .foreign: "foreign_paper"
        }
    }

    /// What the file is and what to do, for the person who chose it.
    public var sentence: Phrase {
        switch self {
        case .pdf(let fault): fault.sentence
        case .kind(let kind):
            Phrase(
                fr:
                    "Ce fichier est \(kind.name.fr), pas un journal d'effacement qui nomme un disque\(kind.remedyOfReports.fr).",
                en:
                    "This file is \(kind.name.en), not a log of wipes that names a drive\(kind.remedyOfReports.en)."
            )
        case .hardware(let refusal): refusal.sentence
        case .foreign(let paper): paper.sentence
        case .nothingErased:
            Phrase(
                fr: "Ce rapport de matériel ne dit d'aucun support qu'il ait été effacé.",
                en: "This hardware report says of no drive that it was erased."
            )
        }
    }
}

extension WipeReport {
    /// An erasure of eReuse's workbench.
    ///
    /// It says when and that it went well, but counts no errors and reads nothing back; and a workbench of today lists erasures
    /// that it did not do. So it is told as a report without its summary, which proves nothing and uses up no attempt.
    init(_ erasure: ErasureReport, of drive: DriveReport) {
        let isDone =
            erasure.succeeded && !erasure.steps.isEmpty && erasure.steps.allSatisfy(\.succeeded)
        self.init(
            source: .tool(name: "ereuse", version: ""),
            method: erasure.method == "ErasePhysical" ? nil : .overwrite1,
            driveSerial: drive.serial,
            driveModel: drive.model,
            driveBytes: drive.bytes.map(Int64.init),
            status: isDone ? .erased : .failed,
            rounds: Rounds(
                completed: erasure.steps.count(where: \.succeeded),
                requested: erasure.steps.count
            ),
            startedAt: erasure.startedAt,
            endedAt: erasure.endedAt,
            hasSummary: false
        )
    }
}

extension WipeRefusal.PDFFault {
    /// What is wrong and what to do, for the person who chose the file.
    var sentence: Phrase {
        switch self {
        case .unreadable:
            Phrase(
                fr:
                    "Ce PDF ne peut pas être lu ; donner le journal de nwipe (.log) de cet effacement.",
                en: "This PDF cannot be read; give the log of nwipe (.log) of that wipe."
            )
        case .tooHeavy:
            Phrase(
                fr:
                    "Lire ce PDF demande plus de temps ou de mémoire qu'aucun certificat ; donner le journal de nwipe (.log).",
                en:
                    "Reading this PDF takes more time or memory than any certificate; give the log of nwipe (.log)."
            )
        case .readerMissing:
            Phrase(
                fr:
                    "Les PDF se lisent avec pdftotext, qui manque : installer poppler-utils, ou donner le journal de nwipe (.log).",
                en:
                    "PDFs are read by pdftotext, which is missing: install poppler-utils, or give the log of nwipe (.log)."
            )
        case .otherPaper:
            Phrase(
                fr:
                    "Ce PDF n'est pas un certificat de nwipe ; donner le certificat ou le journal (.log).",
                en:
                    "This PDF is no certificate of nwipe; give the certificate or the log (.log)."
            )
        }
    }
}
