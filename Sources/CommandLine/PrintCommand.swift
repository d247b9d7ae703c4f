import Application
import ArgumentParser
import Domain
import FoundationEssentials

/// `moulin print`: paper and labels as PDF.
struct PrintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Writes documents, labels and action cards as PDF.",
        subcommands: [
            Document.self, Missing.self, Letter.self, Held.self, Labels.self, Cards.self,
        ]
    )

    /// A document as it was issued.
    struct Document: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The paper of a numbered document, as issued."
        )
        @OptionGroup var options: SessionOptions
        @Argument(help: "Its number, such as RFE-2026-000001.") var number: String
        @Option(name: .shortAndLong, help: "The file to write; NUMBER.pdf unless said.") var output:
            String?

        func run() async throws {
            try await PrintCommand.write(output ?? "\(number).pdf", options) {
                (drawer, moulin, _) throws(PaperFailure) in
                try await drawer.pdf(of: number, as: moulin.speaker)
            }
        }
    }

    /// What was numbered and has no paper yet, such as the receipts of a batch.
    struct Missing: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draws and keeps every paper that was numbered and has none yet.",
            discussion:
                "One after the other, and safe to stop at any moment: what is left is drawn the next time."
        )
        @OptionGroup var options: SessionOptions

        func run() async throws {
            let session = try Session(options)
            try await session.run { (moulin) throws(Failure) in
                let drawer = DocumentDrawer(
                    moulin.application,
                    verifyingAt: session.settings.verificationAddress
                )
                let (drawn, undrawable): (Int, [String: String])
                do throws(PaperFailure) {
                    (drawn, undrawable) = try await drawer.drawMissing(as: moulin.speaker)
                } catch {
                    throw error.failure
                }
                let told = Phrase(
                    fr: drawn < 2 ? "\(drawn) papier dessiné" : "\(drawn) papiers dessinés",
                    en: drawn == 1 ? "1 paper drawn" : "\(drawn) papers drawn"
                )
                Terminal.say(told.text(in: session.language))
                for (number, reason) in undrawable.sorted(by: { $0.key < $1.key }) {
                    Terminal.complain("\(number): \(reason)")
                }
                guard let first = undrawable.keys.sorted().first else { return }
                throw PaperFailure.undrawable(first).failure
            }
        }
    }

    /// The letter of a decision, which stays with the social services.
    struct Letter: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The letter of a decision, as issued."
        )
        @OptionGroup var options: SessionOptions
        @Argument(help: "The number of the application.") var application: Int64
        @Flag(help: "The letter in English.") var english = false
        @Option(name: .shortAndLong, help: "The file to write.") var output: String = "letter.pdf"

        func run() async throws {
            let language: Language = english ? .en : .fr
            try await PrintCommand.write(output, options) {
                (drawer, moulin, _) throws(PaperFailure) in
                try await drawer.decisionLetter(
                    of: application,
                    in: language,
                    as: moulin.speaker
                )
            }
        }
    }

    /// Everything that is held about somebody, for that person to read.
    struct Held: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "All that is held about a household, a donor or a member of staff."
        )
        @OptionGroup var options: SessionOptions
        @Option(help: "The number of a household.") var household: Int64?
        @Option(help: "The number of a donor.") var donor: Int64?
        @Option(help: "The login of a member of staff.") var person: String?
        @Option(name: .shortAndLong, help: "The file to write.") var output: String = "held.pdf"

        private var subjects: [HeldSubject] {
            [
                household.map(HeldSubject.household), donor.map(HeldSubject.donor),
                person.map(HeldSubject.person),
            ]
            .compactMap(\.self)
        }

        func validate() throws {
            guard subjects.count == 1 else {
                throw ValidationError("One of --household, --donor and --person.")
            }
        }

        func run() async throws {
            try await PrintCommand.write(output, options) {
                (drawer, moulin, language) throws(PaperFailure) in
                try await drawer.held(about: subjects[0], in: language, as: moulin.speaker)
            }
        }
    }

    /// Labels with QR code and check symbol.
    struct Labels: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Labels of devices, with their code and check symbol."
        )
        @OptionGroup var options: SessionOptions
        @Argument(help: "Labels, numbers or serial numbers of the devices.") var devices: [String]
        @Option(help: "62x29, 25x54, 24 (tape), L7160, L7162 or L7163 (sheets).") var paper:
            String =
                "62x29"
        @Option(help: "The first label to use on the first sheet, from 1.") var startAt: Int = 1
        @Option(help: "qr or data_matrix.") var matrix: String = "qr"
        @Option(help: "What the printer is off to the right, in hundredths of a millimetre.")
        var offsetX: Int = 0
        @Option(help: "What the printer is off downwards, in hundredths of a millimetre.")
        var offsetY: Int = 0
        @Option(name: .shortAndLong, help: "The file to write.") var output: String = "labels.pdf"

        func run() async throws {
            try await PrintCommand.write(output, options) {
                (drawer, moulin, _) throws(PaperFailure) in
                try await drawer.labels(
                    of: devices.map { DeviceReference($0) },
                    format: paper,
                    startAt: startAt,
                    matrix: matrix,
                    offset: (offsetX, offsetY),
                    as: moulin.speaker
                )
            }
        }
    }

    /// Cards to scan at a bench.
    struct Cards: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Action cards to scan at a bench."
        )
        @OptionGroup var options: SessionOptions
        @Option(name: .shortAndLong, help: "The file to write.") var output: String = "cards.pdf"

        func run() async throws {
            try await PrintCommand.write(output, options) {
                (drawer, _, language) throws(PaperFailure) in
                try await drawer.actionCards(in: language)
            }
        }
    }

    private static func write(
        _ path: String,
        _ options: SessionOptions,
        _ draw: (DocumentDrawer, OpenMoulin, Language) async throws(PaperFailure) -> [UInt8]
    ) async throws {
        let session = try Session(options)
        try await session.run { (moulin) throws(Failure) in
            let drawer = DocumentDrawer(
                moulin.application,
                verifyingAt: session.settings.verificationAddress
            )
            let pdf: [UInt8]
            do throws(PaperFailure) {
                pdf = try await draw(drawer, moulin, session.language)
            } catch {
                throw error.failure
            }
            // A paper names people: for whoever asked for it only.
            let isWritten = FileManager.default.createFile(
                atPath: path,
                contents: Data(pdf),
                attributes: [.posixPermissions: 0o600]
            )
            guard isWritten else {
                let why = Phrase(fr: "un fichier où écrire", en: "a file that can be written")
                throw .unreadable(Unreadable(path, expected: why))
            }
            Terminal.say(path)
        }
    }
}

/// `moulin label M-7K3Q-9F …`: labels, the paper that a workshop prints most.
struct LabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: "Writes labels of devices as PDF; the same as print labels.",
        subcommands: [PrintCommand.Labels.self, PrintCommand.Cards.self],
        defaultSubcommand: PrintCommand.Labels.self
    )
}
