import Domain
import Glibc
import Postgres
import Store

/// A certificate as nwipe prints it: plain Helvetica, every word at its place of the page.
struct NwipePaper {
    var serial: String
    var status = "ERASED"
    var errors = "0/0/0"
    var hiddenSectors = "No hidden sectors"
    var business = "Ateliers du Val"
    var secondsAgo: Int64 = 60

    /// Labels in grey, values in bold behind them, from the bottom left of the page in points.
    private var words: [(x: Int, y: Int, size: Int, text: String)] {
        [
            (180, 765, 24, "Disk Erasure Report"), (230, 745, 14, "Page 1 - Erasure Status"),
            (50, 630, 12, "Organisation Performing The Disk Erasure"),
            (60, 610, 12, "Business Name:"), (153, 610, 10, business),
            (50, 430, 12, "Disk Information"), (60, 410, 12, "Make/Model:"),
            (135, 410, 10, "ST500LM021-1KJ152"), (340, 410, 12, "Serial:"), (380, 410, 10, serial),
            (60, 390, 12, "Size(Apparent): "), (145, 390, 10, "500GB, 500107862016 bytes"),
            (340, 390, 12, "Bus:"), (370, 390, 10, "ATA"), (60, 370, 12, "Size(Real):"),
            (125, 370, 10, "500GB, 500107862016 bytes"), (50, 330, 12, "Disk Erasure Details"),
            (60, 310, 12, "Start time:"), (120, 310, 10, clock(secondsAgo + 3600)),
            (300, 310, 12, "End time:"), (360, 310, 10, clock(secondsAgo)),
            (60, 290, 12, "Duration:"), (115, 290, 10, "01:00:00"), (300, 290, 12, "Status:"),
            (365, 290, 12, status), (60, 270, 12, "Method:"), (110, 270, 10, "PRNG Stream"),
            (300, 270, 12, "PRNG algorithm:"), (395, 270, 10, "Isaac64"),
            (60, 250, 12, "Final Pass(Zeros/Ones/None):"), (230, 250, 10, "Zeros"),
            (300, 250, 12, "Verify Pass(Last/All/None):"), (450, 250, 10, "Verify Last"),
            (60, 230, 12, "*Bytes Erased:"), (145, 230, 10, "500107862016, (100.00%)"),
            (300, 230, 12, "Rounds(completed/requested):"), (470, 230, 10, "1/1"),
            (60, 210, 12, "HPA/DCO:"), (130, 210, 10, hiddenSectors),
            (300, 210, 12, "HPA/DCO Size:"), (390, 210, 10, "No hidden sectors"),
            (60, 190, 12, "Errors(pass/sync/verify):"), (195, 190, 10, errors),
            (300, 190, 12, "Throughput:"), (370, 190, 10, "118 MB/sec"),
            (50, 100, 12, "Technician/Operator ID"), (60, 80, 12, "Name/ID:"),
            (190, 30, 12, "Disc Erasure by NWIPE version 0.36"),
        ]
    }

    var pdf: String { Self.page(words) }

    /// Several certificates that were put into one file, each with its page of figures behind.
    static func bound(_ papers: [NwipePaper]) -> String {
        let figures = [
            (x: 180, y: 765, size: 24, text: "Disk Erasure Report"),
            (x: 230, y: 745, size: 14, text: "Page 2 - Smart Data"),
        ]
        return pages(papers.flatMap { [$0.words, figures] })
    }

    /// A PDF of one page with these words on it.
    static func page(_ words: [(x: Int, y: Int, size: Int, text: String)]) -> String {
        pages([words])
    }

    private static func pages(_ pages: [[(x: Int, y: Int, size: Int, text: String)]]) -> String {
        let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        let objects =
            [
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            ]
            + pages.enumerated().flatMap { index, words in
                let content = words.map(Self.operators).joined()
                return [
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
                        + "/Resources << /Font << /F1 3 0 R >> >> >>",
                    "<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream",
                ]
            }
        return file(objects)
    }

    private static func operators(_ word: (x: Int, y: Int, size: Int, text: String)) -> String {
        let text = word.text.replacing("(", with: "\\(").replacing(")", with: "\\)")
        return "BT /F1 \(word.size) Tf \(word.x) \(word.y) Td (\(text)) Tj ET\n"
    }

    private static func file(_ objects: [String]) -> String {
        var text = "%PDF-1.3\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
        }
        return text
            + "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    }

    /// `2026/11/22 20:36:58`, in UTC.
    private func clock(_ secondsAgo: Int64) -> String {
        let now = Timestamp(seconds: Int64(time(nil)) - secondsAgo).iso
        return now.replacing("-", with: "/").replacing("T", with: " ").replacing("Z", with: "")
    }
}
