import Domain
import Importing
import Testing

@Suite struct SizeTests {
    @Test(arguments: [
        ("RAM", "2*8 Go", "ram_mb", "16384"), ("RAM", "2 × 8 Go", "ram_mb", "16384"),
        ("RAM", "4×4Go", "ram_mb", "16384"), ("RAM", "2 barrettes de 4 Go", "ram_mb", "8192"),
        ("RAM", "2 modules of 8 GB", "ram_mb", "16384"), ("RAM", "8 + 16 Go", "ram_mb", "24576"),
        ("RAM", "4 et 8 Go", "ram_mb", "12288"), ("RAM", "256 + 512 Mo", "ram_mb", "768"),
        ("RAM", "8 Go extensible à 32 Go", "ram_mb", "8192"),
        ("RAM", "4 GB, max 16 GB", "ram_mb", "4096"),
        ("RAM", "8 Go 2400 MHz + 8 Go 2400 MHz", "ram_mb", "16384"),
        ("Disque", "1 To + 256", "storage_gb", "1256"),
        ("Disque", "SSD 256 + HDD 1 To", "storage_gb", "1256"),
        ("Disque", "2 + 1 To", "storage_gb", "3000"),
        ("Disque", "2 SSD de 512 Go", "storage_gb", "1024"),
        ("Disque", "1 SSD 256 Go + 2 HDD 1 To", "storage_gb", "2256"),
        ("Disque", "Samsung SSD 970 EVO 500 Go", "storage_gb", "500"),
        ("RAM", "8,282,968,064", "ram_mb", "7899"), ("RAM", "8.282.968.064", "ram_mb", "7899"),
    ])
    func `several sizes in a cell are what they are together`(
        heading: String,
        cell: String,
        field: String,
        value: String
    ) throws {
        let list = try readList("Marque;\(heading)\nDell;\"\(cell)\"\n")

        #expect(list.errors == [])
        #expect(list.devices.map(\.values[field]) == [value])
    }

    @Test(arguments: [
        ("Disque", "240/500 Go"), ("Disque", "240-500 Go"), ("RAM", "8 Go ou 16 Go"),
        ("RAM", "4 or 8 GB"), ("Disque", "1 + 500 Go"), ("RAM", "512 + 1 Go"),
    ])
    func `sizes that may be one or the other are asked about`(heading: String, cell: String) throws
    {
        let list = try readList("Marque;\(heading)\nDell;\(cell)\n")

        #expect(list.devices == [])
        #expect(list.errors.map(\.problem) == [.severalSizes])
        #expect(list.errors.first?.problem.sentence.fr.contains("256 Go + 1 To") == true)
    }

    @Test(arguments: [
        ("1.000 GB", ["1", "1000"]), ("1,000 Go", ["1", "1000"]), ("1,024 Go", ["1.02", "1024"]),
    ])
    func `a number of two readings is shown as written`(cell: String, readings: [String]) throws {
        let list = try readList("Marque;Disque\nDell;\"\(cell)\"\n")

        let written = String(cell.prefix(5))
        #expect(
            list.errors.map(\.problem) == [.ambiguousNumber(written: written, readings: readings)]
        )
        #expect(list.errors.first?.problem.sentence.en.contains(written) == true)
    }

    @Test func `a text in the column of a size is none`() throws {
        let text = String(repeating: "8 Go ou peut-être davantage, ", count: 20)
        let list = try readList("Marque;RAM\nDell;\"8 Go \(text)\"\n")

        #expect(list.errors.map(\.problem) == [.notASize])
    }
}
