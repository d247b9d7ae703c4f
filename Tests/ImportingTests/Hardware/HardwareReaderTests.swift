import Domain
import Importing
import Testing

@Suite struct HardwareReaderTests {
    @Test func `dmidecode tells a machine, its slots and none of its lies`() throws {
        let report = try only(OneMachine.dmidecode)

        #expect(report.source == .dmidecode)
        #expect(report.kind == .laptop)
        #expect(
            report.system
                == .init(
                    maker: "Dell Inc.",
                    model: "Latitude E7240",
                    serial: "7MOULIN",
                    version: "00",
                    sku: "05CA"
                )
        )
        #expect(report.cpu == "Intel(R) Core(TM) i7-4600U CPU @ 2.10GHz")
        #expect(report.ramMB == 8192)
        #expect(report.memory.map(\.slot) == ["DIMM A"])
        #expect(report.memorySlots == 2)
    }

    @Test
    func
        `lshw is read in spite of missing commas, and what is plugged in from outside is left out`()
        throws
    {
        let report = try only(OneMachine.lshw)

        #expect(report.system.model == "Latitude E7240")
        #expect(report.ramMB == 8192)
        #expect(report.memorySlots == 2)
        #expect(report.drives.map(\.serial) == ["S33HNX0J000001R"])
        #expect(report.drives.map(\.kind) == [.ssd])
        #expect(report.ports.map(\.isBuiltIn) == [true, false])
    }

    @Test func `lshw says the same as XML`() throws {
        let json = try only(OneMachine.lshw)
        let xml = try only(OneMachine.lshwXML)

        #expect(xml.source == .lshw)
        #expect(xml.kind == json.kind)
        #expect(xml.system == json.system)
        #expect(xml.uuid == json.uuid)
        #expect(xml.memory == json.memory)
        #expect(xml.drives == json.drives)
    }

    @Test func `two programs name one machine by the same numbers`() throws {
        let dmidecode = try only(OneMachine.dmidecode).identifiers(reference)
        let lshw = try only(OneMachine.lshw).identifiers(reference)

        for kind in [MachineIdentifier.Kind.serial, .uuid, .boardSerial] {
            #expect(
                dmidecode.first { $0.kind == kind }?.key == lshw.first { $0.kind == kind }?.key,
                "\(kind)"
            )
        }
        #expect(lshw.filter { $0.kind == .mac }.map(\.value) == ["f0:1f:af:00:00:18"])
    }

    @Test func `smartctl tells a drive with its health`() throws {
        let drive = try #require(try only(OneMachine.smartctl).drives.first)
        var health = DriveHealth()
        health.passed = true
        health.hours = 12034
        health.reallocatedSectors = 3
        health.pendingSectors = 0

        #expect(drive.kind == .ssd)
        #expect(drive.capacityGB == 500)
        #expect(drive.wwn == "5002538e48c6ff6f")
        #expect(drive.health == health)
    }

    @Test func `smartctl's words for people say what its JSON says`() throws {
        let text = """
            smartctl 7.2 2020-12-30 r5155 [x86_64-linux-5.10.0] (local build)

            === START OF INFORMATION SECTION ===
            Device Model:     WDC WD5000AAKX-08U6AA0
            Serial Number:    WD-WCC2E7NV4C7U
            LU WWN Device Id: 5 0014ee 260a409a4
            Firmware Version: 19.01H19
            User Capacity:    500,107,862,016 bytes [500 GB]
            Rotation Rate:    7200 rpm

            === START OF READ SMART DATA SECTION ===
            SMART overall-health self-assessment test result: FAILED!
            ID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE
              5 Reallocated_Sector_Ct   0x0033   200   200   140    Pre-fail  Always       -       126
              9 Power_On_Hours          0x0032   068   068   000    Old_age   Always       -       23576
            """

        let drive = try #require(try only(text).drives.first)

        #expect(drive.kind == .hdd)
        #expect(drive.serial == "WD-WCC2E7NV4C7U")
        #expect(drive.wwn == "50014ee260a409a4")
        #expect(drive.bytes == 500_107_862_016)
        #expect(drive.health.passed == false)
        #expect(drive.health.reallocatedSectors == 126)
        #expect(drive.health.hours == 23576)
    }

    @Test func `upower's batteries are read in French, and a mouse is none`() throws {
        let batteries = try only(OneMachine.upower).batteries

        #expect(batteries.map(\.model) == ["DELL WD52H"])
        #expect(batteries.map(\.designMWh) == [45015])
        #expect(batteries.map(\.healthPercent) == [75])
    }

    @Test func `an inventory of GLPI says the same as JSON and as XML`() throws {
        let json = """
            {"action": "inventory", "itemtype": "Computer", "content": {
              "bios": {"smanufacturer": "Dell Inc.", "smodel": "XPS 13 9350", "ssn": "640HP72", "mmodel": "07TYC2"},
              "hardware": {"chassis_type": "Laptop", "memory": 7800, "uuid": "4c4c4544-0034-3010-8048-b6c04f503732",
                           "vmsystem": "Physical"},
              "memories": [{"capacity": 4096, "manufacturer": "Elpida", "serialnumber": "12161217", "numslots": 1},
                           {"capacity": 4096, "manufacturer": "Elpida", "serialnumber": "12121212", "numslots": 2}],
              "storages": [{"disksize": 256060, "model": "PM951 NVMe", "name": "nvme0n1", "serial": "S29NNXAH1"},
                           {"description": "USB", "model": "Stick", "name": "sdb", "serial": "STICK"}],
              "networks": [{"type": "loopback", "virtualdev": true, "mac": "00:00:00:00:00:00"}]}}
            """
        let xml = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <REQUEST><CONTENT>
              <BIOS><SMANUFACTURER>Dell Inc.</SMANUFACTURER><SMODEL>XPS 13 9350</SMODEL><SSN>640HP72</SSN>
                <MMODEL>07TYC2</MMODEL></BIOS>
              <HARDWARE><CHASSIS_TYPE>Laptop</CHASSIS_TYPE><MEMORY>7800</MEMORY>
                <UUID>4c4c4544-0034-3010-8048-b6c04f503732</UUID><VMSYSTEM>Physical</VMSYSTEM></HARDWARE>
              <MEMORIES><CAPACITY>4096</CAPACITY><MANUFACTURER>Elpida</MANUFACTURER><SERIALNUMBER>12161217</SERIALNUMBER>
                <NUMSLOTS>1</NUMSLOTS></MEMORIES>
              <MEMORIES><CAPACITY>4096</CAPACITY><MANUFACTURER>Elpida</MANUFACTURER><SERIALNUMBER>12121212</SERIALNUMBER>
                <NUMSLOTS>2</NUMSLOTS></MEMORIES>
              <STORAGES><DISKSIZE>256060</DISKSIZE><MODEL>PM951 NVMe</MODEL><NAME>nvme0n1</NAME><SERIAL>S29NNXAH1</SERIAL></STORAGES>
              <NETWORKS><TYPE>loopback</TYPE><VIRTUALDEV>1</VIRTUALDEV><MACADDR>00:00:00:00:00:00</MACADDR></NETWORKS>
            </CONTENT><QUERY>INVENTORY</QUERY></REQUEST>
            """

        let first = try only(json)
        let second = try only(xml)

        #expect(first == second)
        #expect(first.ramMB == 8192)
        #expect(first.drives.map(\.serial) == ["S29NNXAH1"])
        #expect(first.drives.map(\.capacityGB) == [256])
        #expect(first.ports == [])
    }

    @Test func `a snapshot of today holds programs' words as texts, and gives one machine`() throws
    {
        let snapshot = """
            {"type": "Snapshot", "software": "workbench-script", "data": {
              "dmidecode": \(quoted(OneMachine.dmidecode)), "lshw": \(quoted(OneMachine.lshw)),
              "smartctl": \(quoted("[" + OneMachine.smartctl + "]"))}, "erase": []}
            """

        let report = try only(snapshot)

        #expect(report.source == .ereuse)
        #expect(report.system.serial == "7MOULIN")
        #expect(report.drives.map(\.model) == ["Samsung SSD 850 EVO mSATA 500GB"])
        #expect(report.drives.map(\.health.hours) == [12034])
    }

    @Test func `a snapshot wrapped into a credential says the same`() throws {
        let wrapped = """
            {"type": ["VerifiableCredential"], "credentialSubject": {"id": "did:x"}, "evidence": [
              {"operation": "dmidecode", "output": \(quoted(OneMachine.dmidecode))}]}
            """

        #expect(try only(wrapped).system == only(OneMachine.dmidecode).system)
    }

    @Test func `a snapshot of old lists its parts, its erasures and its battery`() throws {
        let snapshot = """
            {"type": "Snapshot", "software": "Workbench", "version": "11.0a3",
             "device": {"type": "Laptop", "manufacturer": "Acer", "model": "AOHAPPY", "serialNumber": "LUSEA0D01", "chassis": "Netbook"},
             "components": [
               {"type": "RamModule", "size": 1024, "manufacturer": "Hynix", "serialNumber": "4F43487B"},
               {"type": "Battery", "model": "AL10A31", "size": 2200, "actions": [{"type": "MeasureBattery", "size": 641}]},
               {"type": "HardDrive", "model": "WDC WD1600BEVT-2", "serialNumber": "WD-1", "size": 160041.88569599998, "actions": [
                 {"type": "EraseBasic", "severity": "Info", "startTime": "2019-10-23T07:49:54.410193+00:00",
                  "endTime": "2019-10-23T10:35:31.400988+02:00", "steps": [{"type": "StepRandom", "severity": "Error"}]},
                 {"type": "TestDataStorage", "assessment": true, "lifetime": 4692, "reallocatedSectorCount": 0}]}]}
            """

        let report = try only(snapshot)
        let drive = try #require(report.drives.first)
        let erasure = try #require(drive.erasures.first)

        #expect(report.kind == .laptop)
        #expect(report.batteries.map(\.healthPercent) == [29])
        #expect(drive.capacityGB == 160)
        #expect(drive.kind == nil, "the workbench calls a hard disk what it is not sure of")
        #expect(drive.health.hours == 4692)
        #expect(erasure.succeeded)
        #expect(erasure.steps.map(\.succeeded) == [false])
        #expect(erasure.endedAt == 1_571_819_731)
    }

    @Test func `inxi's numbered names are read in their order`() throws {
        let inxi = """
            [{"000#1#0#Machine": [{"003#0#3#v": "00", "004#0#3#serial": "5CQ6VY1", "000#0#1#Type": "Laptop",
              "001#1#1#System": "Dell", "002#1#2#product": "Latitude E7240", "005#1#1#Chassis": "", "007#0#2#serial": "CASE1"},
              {"008#1#1#Mobo": "Dell", "009#1#2#model": "05PTPV", "011#0#3#serial": "/5CQ6VY1/"}]},
             {"001#1#0#Drives": [{"001#1#1#ID": "/dev/sda", "003#0#2#vendor": "LITE-ON", "004#0#2#model": "LMT-256",
              "005#0#2#size": "238.47 GiB", "011#0#2#type": "SSD", "012#0#2#serial": "TW0XXM3"}]},
             {"002#1#0#Battery": [{"001#1#1#ID": "BAT0", "002#0#2#condition": "20.1/33.7 Wh (59.6%)", "003#0#2#model": "X"}]}]
            """

        let report = try only(inxi)

        #expect(report.system == .init(maker: "Dell", model: "Latitude E7240", serial: "5CQ6VY1"))
        #expect(report.chassis.serial == "CASE1")
        #expect(report.board.serial == "/5CQ6VY1/")
        #expect(report.drives.map(\.capacityGB) == [256])
        #expect(report.batteries.map(\.healthPercent) == [60])
    }

    @Test func `words that a Windows shell redirected are read, although it wrote UTF-16`() throws {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in OneMachine.dmidecode.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }

        #expect(try HardwareDocument.read(bytes) == [only(OneMachine.dmidecode)])
    }
}

func only(_ text: String) throws -> HardwareReport {
    let reports = try HardwareDocument.read(Array(text.utf8))
    #expect(reports.count == 1)
    return try #require(reports.first)
}

/// A text as a JSON string.
func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\t": "\\t"
        case "\u{1}": "\\u0001"
        default: String(scalar)
        }
    }
    return "\"\(escaped.joined())\""
}
