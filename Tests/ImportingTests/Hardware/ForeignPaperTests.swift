import Domain
import Importing
import Testing

/// Files of programs that Moulin does not read are told for what they are, with what to do.
@Suite struct ForeignPaperTests {
    @Test(arguments: [
        ("{\\rtf1\\ansi\\ansicpg1252 Manufacturer: Dell}", "plain text"),
        ("\u{1F}\u{8B}\u{8}", "gunzip"),
        (
            "<?xml version=\"1.0\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"x\">\n<plist version=\"1.0\"><array><dict><key>_dataType</key><string>SPHardwareDataType</string></dict></array></plist>",
            "system_profiler -json"
        ),
        ("dmi => {\n  manufacturer => \"Dell\"\n}\nkernel => Linux\n", "report-hardware"),
        (
            "{\"facterversion\": \"4.2.5\", \"dmi\": {\"product\": {\"name\": \"X\"}}}",
            "report-hardware"
        ),
        ("facterversion: 4.2.5\nkernel: Linux\nhardwaremodel: x86_64\n", "report-hardware"),
        ("{\"ansible_facts\": {\"ansible_product_serial\": \"PF1\"}}", "report-hardware"),
        (
            "\nCaption=Computer System Product\nIdentifyingNumber=PF1\nVendor=LENOVO\n",
            "Get-ComputerInfo"
        ),
        (
            "\nIdentifyingNumber : PF1\nName              : 20L5\nVendor            : LENOVO\n",
            "Get-ComputerInfo"
        ),
        (
            "{\"SMBIOSBIOSVersion\": \"N24\", \"Manufacturer\": \"LENOVO\", \"SerialNumber\": \"PF1\"}",
            "Get-ComputerInfo"
        ),
        (
            "\nWindowsBuildLabEx    : 19041\nWindowsCurrentVersion : 6.3\nWindowsProductName : Windows 10 Pro\n",
            "ConvertTo-Json"
        ),
        ("01: None 00.0: 10105 BIOS\n  [Created at bios.192]\n", "report-hardware"),
        ("+-o Root  <class IORegistryEntry, id 0x100000100>\n", "system_profiler -json"),
        ("\"serial_number\"=\"5CD1234\"\n\"mlb_serial_number\"=\"XYZ\"\n", "report-hardware"),
        ("$ sudo dmidecode -s system-serial-number\nPF1\n", "give dmidecode"),
        ("PF1ABCDE\n", "report-hardware"),
        (
            "NAME   MAJ:MIN RM   SIZE RO TYPE MOUNTPOINT\nsda      8:0    0 238.5G  0 disk\n",
            "lsblk -OJ"
        ),
        (
            "Summary\n\t\tOperating System\n\t\t\tWindows 10\n\t\tCPU\n\t\tMotherboard\n\t\t\tDell\n\t\tOptical Drives\n",
            "report-hardware"
        ),
        (
            "[{\"hardware_serial\": \"PF1\", \"hardware_model\": \"20L5\", \"cpu_brand\": \"i5\"}]",
            "report-hardware"
        ),
        ("Device Serial Number,Windows Product ID,Hardware Hash\nPF1,,T0FGBA\n", "import devices"),
        ("{\"broken\": [", "broken"),
    ])
    func `a file that is no report says what to do`(text: String, word: String) {
        let bytes = text.hasPrefix("\u{1F}") ? [0x1F, 0x8B, 8, 0] : Array(text.utf8)
        var sentence: String?
        do throws(HardwareRefusal) { _ = try HardwareDocument.read(bytes) } catch {
            sentence = error.sentence.en
        }

        #expect(sentence?.contains(word) == true, "\(sentence ?? "read")")
    }

    private static let byHand = "record the wipe yourself"
    private static let again = "wipe again"

    @Test(arguments: [
        ("# nvme format /dev/nvme0n1 --ses=1\nSuccess formatting namespace:1\n", byHand),
        ("# nvme format /dev/nvme0n1 --ses=1\nNVMe status: INVALID_FORMAT\n", again),
        (
            "dd: error writing '/dev/sda': No space left on device\n953870+0 records in\n953869+0 records out\n",
            byHand
        ),
        ("953870+0 records in\n953869+0 records out\n1000 bytes copied\n", again),
        (
            "dd: erreur d'écriture : Aucun espace disponible sur le périphérique\n9+0 enregistrements lus\n8+0 enregistrements écrits\n",
            byHand
        ),
        (
            "scrub: using NNSA patterns\nscrub: scrubbing /dev/sda 1000 bytes\nscrub: random  |....|\n",
            again
        ),
        ("Parted Magic Disk Erase\nSecure erase: success\n", byHand),
        ("Parted Magic Disk Erase\nErasing\n", again),
        ("{\"source\": \"PhoneCheck\", \"IMEI\": \"1\", \"Erased\": \"Yes\"}", byHand),
        (
            "{\"source\": \"PhoneCheck\", \"IMEI\": \"1\", \"Erased\": \"No\", \"EraseType\": \"\"}",
            again
        ),
        ("{\"nwipe_version\": \"0.38\", \"drives\": []}", "nwipe --logfile"),
        ("{\\rtf1\\ansi nwipe 0.34}", "plain text"),
    ])
    func `a trace of a wipe counts only where its program says that it finished`(
        text: String,
        word: String
    ) {
        var sentence: String?
        do throws(WipeRefusal) { _ = try WipeDocument.read(Array(text.utf8)) } catch {
            sentence = error.sentence.en
        }

        #expect(sentence?.contains(word) == true, "\(sentence ?? "read")")
    }

    @Test func `prose that happens to spell a program is no paper of it`() {
        var code: String?
        do throws(HardwareRefusal) {
            _ = try HardwareDocument.read(Array("We add bandwidth to the room.\n".utf8))
        } catch {
            code = error.code
        }

        #expect(code == "no_hardware_report")
    }
}
