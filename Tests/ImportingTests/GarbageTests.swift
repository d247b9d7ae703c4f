import Importing
import Tabular
import Testing

@Suite struct GarbageTests {
    static let seeds: [String] = [
        "N° inventaire;Type;Marque;Modèle;N° de série;RAM;Disque;Date d'achat;MAC;UUID;IMEI;Poids;X\n"
            + "A1;PC;Dell;\"L \"\"7\"\"\";5CG1;2 x 8 Go;1T500;25/03/2019;00:1b:44:11:3a:b7;;;1,8 kg;z\n",
        "sep=,\r\nManufacturer,Serial Number,RAM (GB)\r\nDell,abc,16\r\n\"HP\",\"d\ne\",8\r\n",
        NwipeLogTests.recent,
    ]

    @Test(arguments: 1...150)
    func `no mutation of a file crashes a reader`(seed: UInt64) {
        var random = FixedRandom(seed)
        for text in Self.seeds {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                mutate(&bytes, &random)
            }
            _ = try? readList(bytes, piece: Int.random(in: 1...64, using: &random))
            _ = bytes.withUnsafeBytes { NwipeLog($0).reports() }
            _ = bytes.withUnsafeBytes { FileKind.recognise($0) }
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout FixedRandom) {
        let alphabet = Array("\"\n\r;,\t\0é+/-:|[]*9xTGo .#E".utf8) + [0xFF, 0xC3, 0xE2, 0x80]
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = alphabet.randomElement(using: &random) ?? 0
        case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 5))
        case 3: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
        default: bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
    }
}

/// A fixed sequence of numbers, so that a failure can be repeated.
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
