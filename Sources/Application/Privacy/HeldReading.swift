import Documents
import Domain

/// Turns what is held about a person into sections that a person reads.
///
/// Objects and lists become sections of their own, under the way that leads to them; what is not known is left out.
struct HeldReading {
    let language: Language
    private var sections: [HeldData.Section] = []

    init(_ language: Language) {
        self.language = language
    }

    static func sections(of data: PersonalData, in language: Language) -> [HeldData.Section] {
        var reading = HeldReading(language)
        reading.read(data, at: [])
        return reading.sections
    }

    private mutating func read(_ data: PersonalData, at way: [String]) {
        switch data {
        case .fields(let fields): read(fields, at: way)
        case .list(let items):
            for (index, item) in items.enumerated() {
                read(item, at: way.dropLast() + ["\(way.last ?? "") \(index + 1)"])
            }
        case .nothing, .truth, .number, .fraction, .text: return
        }
    }

    private mutating func read(_ fields: [String: PersonalData], at way: [String]) {
        let named = fields.sorted { $0.key < $1.key }
        let lines = named.compactMap { name, value in
            said(value, of: name).map { HeldData.Section.Line(label(name), $0) }
        }
        if !lines.isEmpty {
            let heading =
                way.isEmpty ? HeldWords.whole.text(in: language) : way.joined(separator: " › ")
            sections.append(HeldData.Section(heading: heading, lines: lines))
        }
        for (name, value) in named where said(value, of: name) == nil {
            read(value, at: way + [label(name)])
        }
    }

    private func label(_ name: String) -> String {
        HeldWords.label(name)?.text(in: language) ?? name
    }

    /// One line; nil for what is not known, and for what has parts of its own.
    private func said(_ value: PersonalData, of name: String) -> String? {
        switch value {
        case .nothing, .fields: return nil
        case .truth(let truth): return (truth ? HeldWords.yes : HeldWords.no).text(in: language)
        case .number(let number) where name == "device_id":
            return DeviceReference(number: number).text
        case .number(let cents) where name.hasSuffix("_cents"):
            return Money(cents: cents).formatted(in: language)
        case .number(let number): return String(number)
        case .fraction(let fraction): return String(fraction)
        case .text(let text): return text.isEmpty ? nil : said(text, of: name)
        case .list(let items):
            let texts = items.compactMap { said($0, of: name) }
            return texts.isEmpty || texts.count < items.count ? nil : texts.joined(separator: ", ")
        }
    }

    private func said(_ text: String, of name: String) -> String {
        if let word = Wording.label(name, text) { return word.text(in: language) }
        guard let day = Day(String(text.prefix(10))) else { return text }
        let isInstant = text.count > 15 && text.dropFirst(10).first == "T"
        return isInstant
            ? "\(day.formatted(in: language)) \(text.dropFirst(11).prefix(5)) UTC"
            : text.count == 10 ? day.formatted(in: language) : text
    }
}
