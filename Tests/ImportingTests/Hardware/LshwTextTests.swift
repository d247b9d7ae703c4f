import Importing
import Testing

/// What lshw prints when it is asked for nothing else, as it arrives: with a shell's words around it, from any system.
@Suite struct LshwTextTests {
    private static let machine = """
        poste-3
            description: Notebook
            product: ThinkPad T480
            vendor: LENOVO
            serial: PF1LSHW1
          *-core
               description: Motherboard
               serial: L1HF87Q00AB
             *-memory
                  description: System Memory
                  size: 16GiB
        """

    private static let disk = """
          *-disk
               description: ATA Disk
               product: Samsung SSD 850
               serial: S33HNX0J000001R
               size: 465GiB (500GB)
        """

    private static let warning = "WARNING: you should run this program as super-user."

    private static let arrived: [String] = [
        "\(warning)\n\(machine)",
        "\(machine)\n\(warning)\n",
        "ana@bench:~$ sudo lshw\n\(machine)\nana@bench:~$ \n",
        machine.split(separator: "\n").joined(separator: "\r\n"),
    ]

    @Test(arguments: arrived)
    func `words around a report are no machine, and its line ends any`(text: String) throws {
        let reports = try HardwareDocument.read(Array(text.utf8))

        #expect(reports == (try HardwareDocument.read(Array(Self.machine.utf8))))
        #expect(reports.map(\.system.serial) == ["PF1LSHW1"])
        #expect(reports.map(\.board.serial) == ["L1HF87Q00AB"])
        #expect(reports.map(\.memoryMB) == [16384])
    }

    @Test(arguments: ["", "\(warning)\n"])
    func `the parts of one class stand without their machine`(words: String) throws {
        let reports = try HardwareDocument.read(Array((words + Self.disk).utf8))

        #expect(reports.flatMap(\.drives).map(\.serial) == ["S33HNX0J000001R"])
        #expect(reports.map(\.system) == [HardwareReport.Plate()])
    }

    private static let depths: [(Int, String?)] = [(63, nil), (64, "no_hardware_report")]

    @Test(arguments: depths)
    func `parts within parts are read as deep as any machine has them`(
        depth: Int,
        code: String?
    ) {
        let parts = (1...depth).map { level in
            String(repeating: " ", count: 2 * level) + "*-generic:\(level)"
        }
        let text = Self.machine + "\n" + parts.joined(separator: "\n")
        var refusal: HardwareRefusal?

        do throws(HardwareRefusal) { _ = try HardwareDocument.read(Array(text.utf8)) } catch {
            refusal = error
        }

        #expect(refusal?.code == code)
    }
}
