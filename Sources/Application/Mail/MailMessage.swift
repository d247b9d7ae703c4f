import FoundationEssentials
import Store

/// A message as it travels (RFC 5322, MIME): the same bytes for the same letter, however often it is tried.
struct MailMessage {
    let identifier: String
    let from: String
    let letter: LetterStore.Letter
    /// When the letter was written, as the header has it.
    let date: String
    /// The paper, under the document's number; nil without one.
    let pdf: [UInt8]?

    /// nil when a header would hold a line break: somebody's name or address tries to add headers.
    func bytes() -> [UInt8]? {
        guard let to = letter.to, let subject = letter.subject, let text = letter.text else {
            return nil
        }
        let headers = [from, to, letter.name ?? "", identifier, date, letter.document ?? ""]
        let hasBreak = headers.contains { text in
            text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        }
        guard !hasBreak else { return nil }
        var lines = [
            "From: <\(from)>", "To: \(encoded(letter.name ?? "")) <\(to)>",
            "Subject: \(encoded(subject))",
            "Date: \(date)", "Message-ID: \(identifier)", "MIME-Version: 1.0",
            "Auto-Submitted: auto-generated",
        ]
        guard let pdf, let document = letter.document else {
            lines += textPart(text)
            return Array(lines.joined(separator: "\r\n").utf8) + [13, 10]
        }
        let boundary = "moulin-\(Digest.hex(Digest.sha256(Array(identifier.utf8)).prefix(12)))"
        lines += ["Content-Type: multipart/mixed; boundary=\"\(boundary)\"", "", "--\(boundary)"]
        lines += textPart(text)
        lines += [
            "--\(boundary)", "Content-Type: application/pdf; name=\"\(document).pdf\"",
            "Content-Disposition: attachment; filename=\"\(document).pdf\"",
            "Content-Transfer-Encoding: base64", "", base64(pdf), "--\(boundary)--",
        ]
        return Array(lines.joined(separator: "\r\n").utf8) + [13, 10]
    }

    private func textPart(_ text: String) -> [String] {
        [
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
            base64(Array(text.utf8)),
        ]
    }

    private func base64(_ bytes: [UInt8]) -> String {
        let options: Data.Base64EncodingOptions = [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ]
        return Data(bytes).base64EncodedString(options: options)
    }

    /// An encoded word for each so many bytes, cut between characters (RFC 2047: 75 characters at most).
    private func encoded(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for character in text {
            let bytes = Array(String(character).utf8)
            if words[words.count - 1].count + bytes.count > 42 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.filter { !$0.isEmpty }
            .map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }
            .joined(separator: "\r\n ")
    }
}
