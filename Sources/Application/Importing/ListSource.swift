import Domain
import Importing
import Tabular

/// A list in whatever container it comes, as a text that can be read from its beginning.
struct ListSource<Plan: Sendable>: ~Copyable {
    typealias Planning = (UnsafeRawBufferPointer, _ isWhole: Bool, ListContainer?)
        throws(FileRefusal) -> Plan

    let source: ByteSource
    let plan: Plan

    /// Opens a list: text as it is; a workbook by its first sheet that has the heading of a list; JSON by its objects; an archive
    /// by the one list in it.
    ///
    /// `planning` decides from the first bytes of the text, and from what it was taken out of, how it is read.
    ///
    /// - Throws: `.file` with what the file is when it is no list.
    static func opening(
        _ path: String,
        sheet: String?,
        _ planning: @escaping Planning
    ) throws(Failure) -> ListSource {
        let opener = ListOpener(planning: planning, sheet: sheet)
        return try opener.open(try ByteSource(path: path), isPacked: false)
    }
}

extension ListSource<DeviceListPlan> {
    static func ofDevices(
        _ path: String,
        sheet: String?,
        _ reference: ImportReference,
        _ choices: DeviceListPlan.Choices
    ) throws(Failure) -> ListSource {
        try opening(path, sheet: sheet) { (sample, isWhole, container) throws(FileRefusal) in
            try DeviceListPlan(
                sample: sample,
                isWhole: isWhole,
                of: container,
                reference: reference,
                choices: choices
            )
        }
    }
}

/// Finds the list in a container.
private struct ListOpener<Plan: Sendable> {
    let planning: ListSource<Plan>.Planning
    let sheet: String?

    func open(_ source: consuming ByteSource, isPacked: Bool) throws(Failure) -> ListSource<Plan> {
        switch source.kind {
        case .xlsx, .ods: return try workbook(source)
        case .zip: return isPacked ? try plain(source) : try archive(source)
        case .json: return try json(source)
        case .xml: return try xml(source)
        case .html: return try html(source)
        case .yaml: throw .file(.other(.yaml, command: "import hardware"))
        case .dmidecode: throw .file(.other(.dmidecode, command: "import hardware"))
        case .nwipeLog: throw .file(.other(.nwipeLog, command: "import wipes"))
        default: return try plain(source)
        }
    }

    private func plain(
        _ source: consuming ByteSource,
        of container: ListContainer? = nil
    ) throws(Failure) -> ListSource<Plan> {
        let plan = try source.withSample(DeviceListPlan.sampleSize) {
            (sample, isWhole) throws(Failure) in
            do throws(FileRefusal) { return try planning(sample, isWhole, container) } catch {
                throw .file(error)
            }
        }
        return ListSource(source: source, plan: plan)
    }

    private func workbook(_ source: consuming ByteSource) throws(Failure) -> ListSource<Plan> {
        let descriptor = source.descriptor
        let book = try Failure.reading { () throws(SpreadsheetFault) in
            try Workbook(descriptor: descriptor)
        }
        var indices = Array(book.sheets.indices)
        if let sheet {
            indices = indices.filter { book.sheets[$0] == sheet }
            guard !indices.isEmpty else {
                throw .file(.workbook(.noSheet(named: sheet, sheets: book.sheets)))
            }
        }
        var first: Failure?
        for index in indices {
            do throws(Failure) {
                let container = ListContainer(
                    source.kind,
                    sheet: book.sheets[index],
                    among: sheet == nil ? book.sheets : []
                )
                return try self.sheet(index, of: book, container, named: source.name)
            } catch {
                guard case .file(let refusal) = error, refusal.mayStandInAnotherSheet else {
                    throw error
                }
                first = first ?? error
            }
        }
        throw first ?? .file(.kind(.empty))
    }

    private func sheet(
        _ index: Int,
        of book: Workbook,
        _ container: ListContainer,
        named name: String
    ) throws(Failure) -> ListSource<Plan> {
        let spool = try Spool(name: name)
        var container = container
        container.hiddenRows = try book.read(sheet: index, failing: { Failure.file(.workbook($0)) })
        {
            (text) throws(Failure) in
            try spool.write(text)
        }
        return try plain(spool.source(), of: container)
    }

    private func json(_ source: consuming ByteSource) throws(Failure) -> ListSource<Plan> {
        let bytes = try ReportFiles.bytes(of: source)
        if (try? HardwareDocument.read(bytes)) != nil {
            throw .file(.other(.json, command: "import hardware"))
        }
        var reader = JSONReader(TextDecoder.utf8(bytes))
        let documents: [JSONTree]
        do throws(JSONFault) { documents = try reader.documents() } catch {
            throw .file(.json(error))
        }
        guard let table = JSONTable(documents) else { throw .file(.kind(.json)) }
        return try text(table.csv(), of: ListContainer(.json), named: source.name)
    }

    private func xml(_ source: consuming ByteSource) throws(Failure) -> ListSource<Plan> {
        let bytes = try ReportFiles.bytes(of: source)
        if (try? HardwareDocument.read(bytes)) != nil {
            throw .file(.other(.xml, command: "import hardware"))
        }
        let decoded = TextDecoder.utf8(bytes)
        let root: XMLTree
        do throws(XMLFault) { root = try XMLTree(decoded) } catch {
            // A page without its frame, as programs export one, begins like XML.
            if let csv = try rows(of: decoded) {
                return try text(csv, of: ListContainer(.html), named: source.name)
            }
            throw .file(.workbook(.xml(part: source.name, error)))
        }
        let sheets = try Failure.reading { () throws(SpreadsheetFault) in
            try XMLWorkbook.sheets(root)
        }
        if let sheets { return try sheet(of: sheets, source.name) }
        guard let records = XMLTable.records(root), let table = JSONTable([records]) else {
            throw .file(.kind(.xml))
        }
        return try text(table.csv(), of: ListContainer(.xml), named: source.name)
    }

    /// The sheet that a person names, or the first that has a heading.
    private func sheet(
        of sheets: [(name: String, csv: [UInt8])],
        _ name: String
    ) throws(Failure) -> ListSource<Plan> {
        let wanted = sheets.filter { sheet == nil || $0.name == sheet }
        if let sheet, wanted.isEmpty {
            throw .file(.workbook(.noSheet(named: sheet, sheets: sheets.map(\.name))))
        }
        var first: Failure?
        for found in wanted {
            let container = ListContainer(
                .xml,
                sheet: found.name,
                among: sheet == nil ? sheets.map(\.name) : []
            )
            do throws(Failure) { return try text(found.csv, of: container, named: name) } catch {
                guard case .file(let refusal) = error, refusal.mayStandInAnotherSheet else {
                    throw error
                }
                first = first ?? error
            }
        }
        throw first ?? .file(.kind(.empty))
    }

    private func html(_ source: consuming ByteSource) throws(Failure) -> ListSource<Plan> {
        let page = TextDecoder.utf8(try ReportFiles.bytes(of: source))
        guard let csv = try rows(of: page) else { throw .file(.kind(.html)) }
        return try text(csv, of: ListContainer(.html), named: source.name)
    }

    private func rows(of page: [UInt8]) throws(Failure) -> [UInt8]? {
        try Failure.reading { () throws(SpreadsheetFault) in try HTMLTable.csv(page) }
    }

    private func text(
        _ csv: [UInt8],
        of container: ListContainer,
        named name: String
    ) throws(Failure) -> ListSource<Plan> {
        let spool = try Spool(name: name)
        try spool.write(csv)
        return try plain(spool.source(), of: container)
    }

    /// The one file of an archive that is not a sign or a folder of some system.
    private func archive(_ source: consuming ByteSource) throws(Failure) -> ListSource<Plan> {
        let archive: ZIPArchive
        do throws(ArchiveFault) {
            archive = try ZIPArchive(descriptor: source.descriptor)
        } catch {
            throw .file(.workbook(.archive(error)))
        }
        if archive.entries.contains(where: {
            $0.name.hasPrefix("word/") || $0.name.hasPrefix("ppt/")
        }) {
            throw .file(.workbook(.notASpreadsheet(names: archive.entries.map(\.name))))
        }
        if archive.entries.contains(where: { $0.name.hasSuffix(".iwa") }) {
            throw .file(.kind(.numbers))
        }
        let files = archive.files
        guard files.count == 1 else { throw .file(.severalLists(files.map(\.name))) }
        let spool = try Spool(name: files[0].name)
        try archive.read(files[0], failing: { Failure.file(.workbook(.archive($0))) }) {
            (piece) throws(Failure) in try spool.write(piece)
        }
        return try open(spool.source(), isPacked: true)
    }
}

extension Failure {
    /// Does what may meet a fault of a spreadsheet.
    fileprivate static func reading<R>(
        _ body: () throws(SpreadsheetFault) -> R
    ) throws(Failure) -> R {
        do { return try body() } catch { throw .file(.workbook(error)) }
    }
}

extension FileRefusal {
    /// Whether the next sheet of the workbook may be the list after all.
    fileprivate var mayStandInAnotherSheet: Bool {
        switch self {
        case .kind, .noHeading, .wrongList, .laidDownwards: true
        case .workbook, .json, .other, .severalLists: false
        }
    }
}

extension ZIPArchive {
    /// Its entries without folders, hidden files and what a Mac adds.
    var files: [Entry] {
        entries.filter { entry in
            let last = entry.name.split(separator: "/").last ?? ""
            return !entry.name.hasSuffix("/") && !last.hasPrefix(".")
                && !entry.name.hasPrefix("__MACOSX/")
        }
    }
}
