/// What a cell says of the size of memory or storage: "32 Go", "1T500", "2 x 8 GB", "256GB SSD".
struct SizeReading {
    /// Bytes; several sizes in a cell are added up.
    var bytes: Double
    /// How many sizes the cell holds.
    var count: Int
    var storageKind: StorageKind?

    /// In bytes: dozens of modules, a line each; what is longer is a text.
    private static let longest = 512

    /// Reads a cell; `unit` is what the heading says a bare number counts, nil when it does not say.
    static func read(
        _ cell: LentBytes,
        of quantity: Units.Quantity,
        unit: String?,
        units: Units
    ) -> Result<SizeReading, Problem> {
        guard cell.count <= longest else { return .failure(.notASize) }
        var scanner = SizeScanner(cell, quantity, units)
        guard scanner.scan() else {
            return .failure(scanner.problem ?? .notASize)
        }
        if !scanner.sizes.isEmpty { return total(of: scanner, quantity) }
        guard !scanner.hasUnknownWord, !scanner.bare.isEmpty || !scanner.hasSeveralKinds else {
            return .failure(.notASize)
        }
        guard let number = scanner.bare.first else {
            guard let kind = scanner.kind else { return .failure(.notASize) }
            return .success(SizeReading(bytes: 0, count: 0, storageKind: kind))
        }
        guard !scanner.hasPieceWord else { return .failure(.notASize) }
        guard scanner.bare.count == 1 else {
            let isSum = quantity != .weight && scanner.summands.allSatisfy { $0.bare.count == 1 }
            guard isSum || unit != nil && lineCount(cell) == scanner.bare.count else {
                return .failure(.notASize)
            }
            return sum(scanner.bare, of: quantity, unit: unit, units: units)
        }
        let isThousands =
            quantity == .weight && scanner.hasThreeDecimals
            && unit.flatMap { units.factor($0, of: quantity) } ?? 1000 < 100
        let count = isThousands ? number * 1000 : number
        return bytes(count, of: quantity, unit: unit, units: units).map {
            SizeReading(bytes: $0, count: 1, storageKind: scanner.kind)
        }
    }

    /// The sum of sizes, of which some may lack their unit: "8 + 16 Go", "1 To + 256".
    ///
    /// A number beside a size, as in "8 Go 2400 MHz", is something else.
    private static func total(of scanner: SizeScanner, _ quantity: Units.Quantity)
        -> Result<SizeReading, Problem>
    {
        var sizes: [Double] = []
        for summand in scanner.summands {
            if !summand.sizes.isEmpty || summand.bare.isEmpty {
                sizes += summand.sizes
                continue
            }
            guard summand.bare.count == 1,
                let size = withoutUnit(summand.bare[0], beside: scanner.lastFactor, quantity)
            else { return .failure(.severalSizes) }
            sizes.append(size)
        }
        let bytes = sizes.reduce(0, +)
        return .success(
            SizeReading(bytes: bytes, count: sizes.count, storageKind: scanner.kind)
        )
    }

    /// The only size that a number can be by its magnitude, else the one in the unit of its neighbour when there are such.
    private static func withoutUnit(
        _ number: Double,
        beside factor: Double,
        _ quantity: Units.Quantity
    ) -> Double? {
        guard quantity != .weight else { return nil }
        if case .success(let bytes) = byMagnitude(number, quantity) { return bytes }
        let usual = quantity == .memory ? 0x1p27...0x1p37 : 8e9...30.72e12
        let bytes = number * factor
        return usual.contains(bytes) ? bytes : nil
    }

    /// A number on each line of the cell, as programs list modules and drives, or between signs of addition: each in the unit of
    /// the heading, or in that of its magnitude.
    private static func sum(
        _ numbers: [Double],
        of quantity: Units.Quantity,
        unit: String?,
        units: Units
    ) -> Result<SizeReading, Problem> {
        numbers.reduce(.success(0)) { (total: Result<Double, Problem>, number) in
            total.flatMap { total in
                bytes(number, of: quantity, unit: unit, units: units).map { total + $0 }
            }
        }.map { SizeReading(bytes: $0, count: numbers.count, storageKind: nil) }
    }

    private static func lineCount(_ cell: LentBytes) -> Int {
        cell.split { $0 == 0x0A || $0 == 0x0D }.count { !LentBytes(rebasing: $0).trimmed.isEmpty }
    }

    /// A number without unit: in the heading's unit, unless its magnitude forbids that.
    private static func bytes(
        _ number: Double,
        of quantity: Units.Quantity,
        unit: String?,
        units: Units
    ) -> Result<Double, Problem> {
        if let unit, let factor = units.factor(unit, of: quantity) {
            // Some exports say megabytes and write bytes: a petabyte in a computer is one of those.
            return .success(factor > 1 && number * factor > 1e15 ? number : number * factor)
        }
        return byMagnitude(number, quantity)
    }

    private static func byMagnitude(_ number: Double, _ quantity: Units.Quantity)
        -> Result<Double, Problem>
    {
        switch quantity {
        case .memory: memory(number)
        case .storage: storage(number)
        case .weight: weight(number)
        }
    }

    /// Grams from 200 up to a ton, kilograms below: a telephone has the least grams, and nobody gives away what is heavier.
    private static func weight(_ number: Double) -> Result<Double, Problem> {
        switch number {
        case 0: .success(0)
        case 0.05..<200: .success(number * 1000)
        case 200...1e6: .success(number)
        default: .failure(.notAWeight)
        }
    }

    /// Gigabytes up to 255, mebibytes from 1,024, bytes from 2^28; in between both are thinkable.
    private static func memory(_ number: Double) -> Result<Double, Problem> {
        switch number {
        case 0..<256: .success(number * 0x1p30)
        case 256..<1024:
            .failure(.ambiguousSize(["\(Int(number)) Mo", "\(Int(number)) Go"]))
        case 1024..<0x1p26: .success(number * 0x1p20)
        case 0x1p28...: .success(number)
        default: .failure(.notASize)
        }
    }

    /// Gigabytes from 8 up to 30 TB, megabytes above, bytes from 10^9; below 8 it may be gigabytes or terabytes.
    private static func storage(_ number: Double) -> Result<Double, Problem> {
        switch number {
        case 0: .success(0)
        case 0..<8: .failure(.ambiguousSize(["\(number) Go", "\(number) To"]))
        case 8..<30_721: .success(number * 1e9)
        case 30_721..<1e9: .success(number * 1e6)
        default: .success(number)
        }
    }
}
