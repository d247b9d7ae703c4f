import Domain
import Testing

@Suite struct MoneyTests {
    @Test(arguments: [
        (123_456, "1\u{202F}234,56\u{A0}€", "€1,234.56"),
        (6_000, "60,00\u{A0}€", "€60.00"),
        (-505, "-5,05\u{A0}€", "-€5.05"),
        (100_000_000, "1\u{202F}000\u{202F}000,00\u{A0}€", "€1,000,000.00"),
    ])
    func `an amount is written as each language writes it`(cents: Int, fr: String, en: String) {
        let money = Money(cents: Int64(cents))

        #expect([money.formatted(in: .fr), money.formatted(in: .en)] == [fr, en])
    }

    @Test func `the amount of a receipt is framed by asterisks`() {
        #expect(Money.eur(2_400).receiptForm == "***2 400,00***")
    }

    @Test(arguments: [
        ("1 234,56 €", 123_456), ("60", 6_000), ("60.00", 6_000), ("1.234,56", 123_456),
        ("€1,234.56", 123_456), ("1\u{202F}234,5 EUR", 123_450), ("-12,00", -1_200),
        ("1.234.567", 123_456_700), ("1'234.56", 123_456), ("0", 0),
        ("1 000 000 000", 100_000_000_000),
        (" 7 euros ", 700),
    ])
    func `an amount is read as people write it`(text: String, cents: Int) throws {
        #expect(try Money(reading: text) == Money(cents: Int64(cents)))
    }

    @Test(arguments: [
        "", "€", "12,345", "1.234", "1 23", "12a", "1,2,3", "12,", ",5", "$5", "1 2345,00",
        "1,234,56",
        "99999999999999999999", "92233720368547758,07", "1000000000,01", "١٢", "1.23 456", "--5",
    ])
    func `an amount that means nothing or two things is refused`(text: String) {
        #expect(throws: Unreadable.self) { try Money(reading: text) }
    }

    @Test func `a strange character is shown with its place`() {
        let error = #expect(throws: Unreadable.self) { try Money(reading: "12x4") }

        #expect(error?.place == 3)
    }

    @Test(arguments: Language.allCases)
    func `every amount that is written can be read again`(language: Language) throws {
        for cents: Int64 in [0, 1, 99, 100, 12_345, 99_999, 123_456_789, -4_200] {
            let money = Money(cents: cents)
            #expect(try Money(reading: money.formatted(in: language)) == money)
        }
    }

    @Test(arguments: [
        (240_000, "deux mille quatre cents euros", "two thousand four hundred euros"),
        (100, "un euro", "one euro"),
        (0, "zéro euro", "zero euros"),
        (8_001, "quatre-vingts euros et un centime", "eighty euros and one cent"),
        (28_100, "deux cent quatre-vingt-un euros", "two hundred and eighty-one euros"),
        (7_120, "soixante et onze euros et vingt centimes", "seventy-one euros and twenty cents"),
        (9_100, "quatre-vingt-onze euros", "ninety-one euros"),
        (20_000_000, "deux cent mille euros", "two hundred thousand euros"),
        (100_000_000, "un million d'euros", "one million euros"),
        (100_000_100, "un million un euros", "one million and one euros"),
        (50, "cinquante centimes", "fifty cents"),
    ])
    func `an amount is said in words`(cents: Int, fr: String, en: String) {
        let money = Money(cents: Int64(cents))

        #expect([money.inWords(in: .fr), money.inWords(in: .en)] == [fr, en])
    }

    @Test func `numbers in words never repeat below ten thousand`() {
        for language in Language.allCases {
            let words = (0..<10_000).map { Money.eur($0).inWords(in: language) }
            #expect(Set(words).count == 10_000)
        }
    }

    @Test func `a share is rounded to the cent`() {
        #expect(Money.eur(90).share(percent: 66) == Money(cents: 5_940))
        #expect(Money(cents: 1).share(percent: 50) == Money(cents: 1))
        #expect(Money(cents: -1).share(percent: 50) == Money(cents: -1))
    }
}
