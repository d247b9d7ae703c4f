import Application
import Domain
import HTTPTypes

/// Documents and labels as PDF.
enum PaperPages {
    static let routes: [Route] = [
        .get("/documents/:thing/pdf", .staff) { (visit) throws(Failure) in
            try await document(visit)
        },
        .get("/applications/:thing/letter", .staff) { (visit) throws(Failure) in
            try await letter(visit)
        },
        .get("/labels", .staff) { (visit) throws(Failure) in
            try await labels(visit)
        },
    ]

    private static func document(_ visit: Visit) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        let number = visit.parameter("thing")
        do throws(PaperFailure) {
            let pdf = try await visit.site.drawer.pdf(of: number, as: visitor.speaker)
            return .pdf(pdf, name: "\(number).pdf")
        } catch {
            throw error.failure
        }
    }

    /// The letter of the last decision, in the `language` in which it was issued.
    private static func letter(_ visit: Visit) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        let application = visit.parameter("thing")
        guard let number = Int64(application) else {
            throw .refused(
                Refusal(.unknownApplication, ["application": .text(application)])
            )
        }
        do throws(PaperFailure) {
            let pdf = try await visit.site.drawer.decisionLetter(
                of: number,
                in: visit.query["language"].flatMap(Language.init(rawValue:)) ?? .fr,
                as: visitor.speaker
            )
            return .pdf(pdf, name: "letter-\(number).pdf")
        } catch {
            throw error.failure
        }
    }

    private static let labelFields: [FieldDescription] = [
        FieldDescription(
            "device",
            "array",
            Phrase(fr: "les étiquettes ou numéros de série", en: "labels or serial numbers")
        ),
        FieldDescription(
            "paper",
            "string",
            required: false,
            Phrase(fr: "la sorte de papier", en: "the kind of paper")
        ),
        FieldDescription(
            "start",
            "integer",
            required: false,
            Phrase(fr: "la première place de la feuille", en: "the first place of the sheet")
        ),
    ]

    /// `device` as often as there are labels, `paper` for the kind of paper.
    private static func labels(_ visit: Visit) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        try visit.said(labelFields)
        do throws(PaperFailure) {
            let pdf = try await visit.site.drawer.labels(
                of: (visit.query.filled["device"] ?? []).map { DeviceReference($0) },
                format: visit.query["paper"] ?? "62x29",
                startAt: Int(visit.query.number("start") ?? 1),
                as: visitor.speaker
            )
            return .pdf(pdf, name: "labels.pdf")
        } catch {
            throw error.failure
        }
    }
}

extension Reply {
    /// Shown in the browser; the name is made of letters and digits of our own.
    static func pdf(_ bytes: [UInt8], name: String) -> Reply {
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
        var reply = Reply.file(bytes, type: "application/pdf", name: plain)
        reply.headers[.contentDisposition] = "inline; filename=\"\(plain)\""
        return reply
    }
}
