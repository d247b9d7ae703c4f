import Domain
import Tabular

/// Tells which program wrote a file, and reads it.
public enum HardwareDocument {
    /// In bytes.
    ///
    /// Real reports have at most a few hundred kilobytes; many of them in one file are JSON Lines.
    public static let sizeLimit = 64 << 20

    /// The machines, or loose drives and batteries, that a file describes; never empty.
    ///
    /// - Throws: ``HardwareRefusal`` with what the file is instead.
    public static func read(_ bytes: [UInt8]) throws(HardwareRefusal) -> [HardwareReport] {
        guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count) }
        let kind = bytes.withUnsafeBytes { FileKind.recognise($0) }
        let readable: [FileKind] = [.json, .yaml, .xml, .dmidecode, .text]
        guard readable.contains(kind) else { throw .kind(kind) }
        let reports = try reports(ReportText.utf8(bytes))
        return try reports.map { (report) throws(HardwareRefusal) in try checked(report) }
    }

    private static func reports(_ words: [UInt8]) throws(HardwareRefusal) -> [HardwareReport] {
        let kind = words.withUnsafeBytes { FileKind.recognise($0) }
        return switch kind {
        case .json: try json(words)
        case .yaml: try yaml(text(words))
        case .xml: try xml(words)
        case .dmidecode: DmidecodeReader.reports(text(words))
        case .text: try plain(text(words))
        default: throw .kind(kind)
        }
    }

    /// Lines end as their programs wrote them, before the file went through Windows.
    private static func text(_ text: [UInt8]) -> String {
        guard text.contains(UInt8(ascii: "\r")) else {
            return String(decoding: text, as: UTF8.self)
        }
        return String(decoding: text.replacing("\r\n".utf8, with: "\n".utf8), as: UTF8.self)
    }

    private static func json(_ text: [UInt8]) throws(HardwareRefusal) -> [HardwareReport] {
        let documents: [JSONTree]
        do throws(JSONFault) { documents = try ReportText.documents(text) } catch {
            throw foreign(text) ?? .json(error)
        }
        var drives = HardwareReport(source: .smartctl)
        var reports: [HardwareReport] = []
        for document in documents.flatMap(single) {
            if let found = loose(document) {
                drives.source = found.source
                drives.drives += found.drives
            } else if let found = try machines(document) {
                reports += found
            } else {
                let names = document.items.first?.members.map(\.name) ?? []
                throw foreign(text) ?? .unknownDocument(.json, names: names)
            }
        }
        if !drives.drives.isEmpty || reports.isEmpty { reports.append(drives) }
        return reports
    }

    /// The documents of an array in which each is one by itself, as where a shell gathered those of several machines.
    private static func single(_ document: JSONTree) -> [JSONTree] {
        guard case .array(let items) = document, !items.isEmpty else { return [document] }
        let isOfSeveral = items.allSatisfy { item in
            isOfMoulin(item) || EReuseReader.isSnapshot(item) || item["content"]?.isObject == true
                || SystemInformationReader.isReport(item) || item["SPHardwareDataType"] != nil
                || item["blockdevices"] != nil
        }
        return isOfSeveral ? items : [document]
    }

    private static func isOfMoulin(_ document: JSONTree) -> Bool {
        document["moulin_report"] != nil
    }

    /// Old snapshots of eReuse: the only reports that come as YAML.
    private static func yaml(_ text: String) throws(HardwareRefusal) -> [HardwareReport] {
        let document: JSONTree
        do throws(YAMLFault) {
            var reader = try YAMLReader(text)
            document = try reader.document()
        } catch {
            throw ForeignPaper(text).map { .foreign($0) } ?? .yaml(error)
        }
        guard EReuseReader.isSnapshot(document) else {
            throw ForeignPaper(text).map { .foreign($0) }
                ?? .unknownDocument(.yaml, names: document.members.map(\.name))
        }
        return [try EReuseReader(document).report]
    }

    /// Documents of programs that look at drives alone: smartctl, one drive or a list of them, lsblk and `nvme list`.
    private static func loose(_ document: JSONTree) -> HardwareReport? {
        // A report of several programs has a member for each of them.
        guard !isOfMoulin(document) else { return nil }
        let first = document.items.first
        if first?["smartctl"] != nil || first?["device"]?["protocol"] != nil
            || first?["smart_status"] != nil
        {
            var report = HardwareReport(source: .smartctl)
            report.drives = document.items.compactMap(SmartctlReader.drive)
            return report
        }
        if let drives = BlockDeviceReader.lsblk(document) { return loose(drives, .lsblk) }
        if let drives = BlockDeviceReader.nvme(document) { return loose(drives, .nvme) }
        return nil
    }

    private static func loose(
        _ drives: [DriveReport],
        _ source: HardwareReport.Source
    ) -> HardwareReport {
        var report = HardwareReport(source: source)
        report.drives = drives
        return report
    }

    /// Never none; nil for a document of no program that is known.
    private static func machines(
        _ document: JSONTree
    ) throws(HardwareRefusal) -> [HardwareReport]? {
        if isOfMoulin(document) { return [try MoulinReportReader(document).report] }
        if EReuseReader.isSnapshot(document) { return [try EReuseReader(document).report] }
        if let glpi = GLPIReader(document) { return [glpi.report] }
        if InxiReader.isReport(document), let inxi = InxiReader(document) { return [inxi.report] }
        let lshw = LshwReader.reports(document)
        if !lshw.isEmpty { return lshw }
        if let windows = SystemInformationReader.windows(document) { return [windows] }
        return AppleReader.report(document).map { [$0] }
    }

    private static func xml(_ text: [UInt8]) throws(HardwareRefusal) -> [HardwareReport] {
        let root: XMLTree
        do throws(XMLFault) { root = try XMLTree(text) } catch {
            throw foreign(text) ?? .xml(error)
        }
        let lshw = LshwReader.reports(
            root.name == "list" ? .array(root.children.map(LshwReader.tree)) : LshwReader.tree(root)
        )
        if !lshw.isEmpty { return lshw }
        if root.name.uppercased() == "REQUEST", let glpi = GLPIReader(GLPIReader.tree(root)) {
            return [glpi.report]
        }
        throw foreign(text)
            ?? .unknownDocument(.xml, names: [root.name] + root.children.map(\.name))
    }

    private static func foreign(_ text: [UInt8]) -> HardwareRefusal? {
        ForeignPaper(String(decoding: text.prefix(1 << 16), as: UTF8.self)).map { .foreign($0) }
    }

    private static func plain(_ text: String) throws(HardwareRefusal) -> [HardwareReport] {
        if text.contains("SMBIOS ") || text.contains("DMI type ") || DmidecodeReader.isQuiet(text) {
            return DmidecodeReader.reports(text)
        }
        if LshwTextReader.isReport(text), let tree = LshwTextReader.tree(text) {
            guard LshwLabels.areKnown(in: text) else { throw .unknownLanguage(.lshw) }
            let lshw = LshwReader.reports(tree)
            if !lshw.isEmpty { return lshw }
        }
        if InxiTextReader.isReport(text) {
            let inxi = InxiTextReader.reports(text).map { InxiReader($0).report }
            if inxi.contains(where: \.namesMachine) { return inxi }
        }
        if AppleTextReader.isReport(text) { return AppleTextReader.reports(text) }
        if BlockDeviceReader.isHdparm(text) {
            let drives = parts(of: text, opening: "/dev/").compactMap(BlockDeviceReader.hdparm)
            return [loose(drives, .hdparm)]
        }
        if SmartctlTextReader.isReport(text) {
            var report = HardwareReport(source: .smartctl)
            report.drives = Self.parts(of: text, opening: "smartctl ").compactMap(
                SmartctlTextReader.drive
            )
            return [report]
        }
        if UpowerReader.isReport(text) {
            var report = HardwareReport(source: .upower)
            report.batteries = UpowerReader.batteries(text)
            return [report]
        }
        if let paper = ForeignPaper(text) { throw .foreign(paper) }
        let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        throw .unknownDocument(.text, names: [first])
    }

    /// Texts of one program run several times into one file.
    static func parts(of text: String, opening: String) -> [String] {
        var parts: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.hasPrefix(opening) || parts.isEmpty { parts.append("") }
            parts[parts.count - 1] += line + "\n"
        }
        return parts
    }

    private static func checked(_ report: HardwareReport) throws(HardwareRefusal) -> HardwareReport
    {
        if report.isVirtual {
            throw .virtualMachine(
                report.system.model ?? report.system.maker ?? report.source.rawValue
            )
        }
        guard
            report.namesMachine || !report.drives.isEmpty || !report.batteries.isEmpty
                || !report.memory.isEmpty || report.label != nil
        else { throw .namesNothing(report.source) }
        return report
    }
}
