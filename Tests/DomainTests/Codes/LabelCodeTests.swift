import Domain
import Testing

@Suite struct LabelCodeTests {
    @Test func `the code of a device is its number in base 32 and a check symbol`() throws {
        let code = try LabelCode(device: 7_966_441)

        #expect(code.text == "M-7K3Q-9F")
        #expect(code.compact == "M7K3Q9F")
        #expect(code.payload == [7, 19, 3, 23, 9])
        #expect(code.deviceNumber == 7_966_441)
    }

    @Test(arguments: ["m-7k3q-9f", "M7K3Q9F", " m 7k3q 9f ", "M-7-K-3-Q-9-F", "M–7K3Q–9F"])
    func `a code is read however it is typed`(text: String) throws {
        #expect(try LabelCode(reading: text).deviceNumber == 7_966_441)
    }

    @Test func `confusable letters are read as digits`() throws {
        let code = try LabelCode(device: 33)
        let confused = code.text.replacing("0", with: "o").replacing("1", with: "l")

        #expect(confused != code.text)
        #expect(try LabelCode(reading: confused) == code)
    }

    /// 33,554,432 is 32 to the fifth.
    @Test(arguments: [
        (1, 5), (31, 5), (32, 5), (33_554_431, 5), (33_554_432, 6), (1_099_511_627_775, 8),
    ])
    func `every number has one code and comes back from it`(number: Int64, length: Int) throws {
        let code = try LabelCode(device: number)

        #expect(try LabelCode(reading: code.text) == code)
        #expect(code.deviceNumber == number)
        #expect(code.payload.count == length)
    }

    @Test(arguments: [0, -1, 1_099_511_627_776, .max])
    func `a number that fits no label is refused`(number: Int64) {
        #expect(throws: Unreadable.self) { try LabelCode(device: number) }
    }

    @Test(arguments: [
        Sample(1), Sample(7_966_441), Sample(33_554_431), Sample(33_554_432),
        Sample(1_099_511_627_775),
        Sample(voucher: [31, 0, 4, 4, 17, 9, 30, 2, 1, 8]),
        Sample(document: (0..<26).map { UInt8($0) }),
    ])
    func `every single wrong symbol is found`(sample: Sample) throws {
        let code = try sample.code()
        let symbols = Array(code.text)
        for place in symbols.indices where symbols[place] != "-" {
            for wrong in Sample.symbols where wrong != symbols[place] {
                var text = symbols
                text[place] = wrong
                if let read = try? LabelCode(reading: String(text)) {
                    Issue.record("\(code) was read as \(read)")
                }
            }
        }
    }

    @Test(arguments: [
        Sample(1), Sample(7_966_441), Sample(33_554_431), Sample(33_554_432),
        Sample(1_099_511_627_775),
        Sample(voucher: [31, 0, 4, 4, 17, 9, 30, 2, 1, 8]),
        Sample(document: (0..<26).map { UInt8($0) }),
    ])
    func `every swap of neighbours is found, hyphens between them or not`(sample: Sample) throws {
        let code = try sample.code()
        let symbols = Array(code.compact)
        for place in symbols.indices.dropLast() where symbols[place] != symbols[place + 1] {
            var text = symbols
            text.swapAt(place, place + 1)
            if let read = try? LabelCode(reading: String(text)) {
                Issue.record("\(code) was read as \(read)")
            }
        }
    }

    @Test func `a swap of any two symbols is found, however far apart`() throws {
        let code = try LabelCode(.document, drawn: (0..<27).map { UInt8($0) })
        let symbols = Array(code.compact)

        for one in symbols.indices {
            for other in symbols.indices where symbols[one] != symbols[other] {
                var text = symbols
                text.swapAt(one, other)
                if let read = try? LabelCode(reading: String(text)) {
                    Issue.record("\(code) was read as \(read)")
                }
            }
        }
    }

    @Test func `codes of neighbouring numbers differ in two places at least`() throws {
        let codes = try (1...1_000).map { try LabelCode(device: $0).compact }

        #expect(Set(codes).count == 1_000)
        for (one, next) in zip(codes, codes.dropFirst()) {
            let differences = zip(one, next).count { $0 != $1 }
            #expect(differences >= 2)
        }
    }

    @Test func `a U is refused with its place`() {
        let error = #expect(throws: Unreadable.self) { try LabelCode(reading: "M-7U3Q-9F") }

        #expect(error?.place == 4)
    }

    @Test func `a code has no second writing with zeros in front`() throws {
        let texts = Sample.symbols.map { "M07K3Q9" + String($0) }

        for text in texts {
            #expect(throws: Unreadable.self) { try LabelCode(reading: text) }
        }
    }

    @Test func `a failed check says what the last symbol would have to be`() {
        let error = #expect(throws: Unreadable.self) { try LabelCode(reading: "M-7K3Q-98") }

        #expect(
            error?.sentence(in: .en)
                == "\"M-7K3Q-98\" cannot be read: one symbol is wrong; "
                + "if the others are right, the last is F and not 8."
        )
    }

    @Test(arguments: ["", "M", "M-", "7K3Q-9F", "V-7K3Q-9F", "M-7K3Q-9", "M-0000-00", "é"])
    func `what is no code is refused`(text: String) {
        #expect(throws: Unreadable.self) { try LabelCode(reading: text) }
    }

    @Test func `a voucher is no device`() throws {
        let voucher = try LabelCode(.voucher, drawn: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])

        #expect(try LabelCode(reading: voucher.text, as: .voucher) == voucher)
        #expect(throws: Unreadable.self) { try LabelCode(reading: voucher.text, as: .device) }
    }

    @Test func `a drawn code needs ten symbols`() {
        #expect(throws: Unreadable.self) { try LabelCode(.voucher, drawn: [1, 2, 3]) }
        #expect(throws: Unreadable.self) {
            try LabelCode(.voucher, drawn: [32, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        }
    }
}

/// A code under test, told apart by what it is made of.
struct Sample: Sendable {
    let kind: LabelCode.Kind
    var number: Int64 = 0
    var drawn: [UInt8] = []

    init(_ number: Int64) {
        kind = .device
        self.number = number
    }

    init(voucher symbols: [UInt8]) {
        kind = .voucher
        drawn = symbols
    }

    init(document symbols: [UInt8]) {
        kind = .document
        drawn = symbols
    }

    func code() throws -> LabelCode {
        try kind == .device ? LabelCode(device: number) : LabelCode(kind, drawn: drawn)
    }

    static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
}
