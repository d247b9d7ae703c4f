import Domain
import Testing

@testable import Application

/// What a JSON form may hold is asked before anything is decided on it.
@Suite struct FormBoundsTests {
    @Test(arguments: [
        (
            "sell-device", #"{"payments":[{"method":"cash","cents":9223372036854775807}]}"#,
            "payments.[0].cents"
        ),
        (
            "sell-device", #"{"payments":[{"method":"cash","cents":1,"tendered":100000000001}]}"#,
            "payments.[0].tendered"
        ),
        (
            "set-evidence", #"{"fiscal":{"reference_income_cents":4611686018427387904}}"#,
            "fiscal.reference_income_cents"
        ),
        (
            "set-evidence", #"{"computed":{"children":9223372036854775807}}"#,
            "computed.children"
        ),
        (
            "publish-price-grid", #"{"rows":[{"cents":[1,4611686018427387904]}]}"#,
            "rows.[0].cents.[1]"
        ),
        (
            "announce-donation", #"{"lines":[{"declared_unit_cents":9223372036854775807}]}"#,
            "lines.[0].declared_unit_cents"
        ),
        ("announce-donation", #"{"lines":[{"quantity":1000001}]}"#, "lines.[0].quantity"),
        ("accept-announcement", #"{"announcement":-9223372036854775808}"#, "announcement"),
        ("describe-device", #"{"ram_mb":2147483648}"#, "ram_mb"),
        ("describe-device", #"{"weight_g":2.2e9}"#, "weight_g"),
        (
            "count-drives", #"{"drives":[{"capacity_gb":9223372036854775807}]}"#,
            "drives.[0].capacity_gb"
        ),
        ("count-part", #"{"on_hand":-9223372036854775808}"#, "on_hand"),
        ("issue-declaration", #"{"year":0}"#, "year"),
        ("note-proof", #"{"income_year":40000}"#, "income_year"),
    ])
    func `a number out of bounds is refused by its field`(
        command: String,
        json: String,
        field: String
    ) throws {
        let unreadable = try #require(try Self.unreadable(command, json))

        #expect(unreadable.text == field)
        #expect(
            unreadable.expected.en.contains("between")
                || unreadable.expected.en.contains("too large")
        )
    }

    @Test(arguments: [
        ("describe-device", #"{"ram_mb":2147483647,"weight_g":-2147483648}"#),
        ("accept-announcement", #"{"announcement":3000000000}"#),
        ("set-evidence", #"{"household_income_cents":100000000000}"#),
        ("issue-declaration", #"{"year":1900}"#),
        ("announce-donation", #"{"lines":[{"quantity":10000,"made_in":1998}]}"#),
        (
            "describe-device",
            #"{"comment":"ligne 1\r\nligne 2\tet demie","serial":"0123456789012345"}"#
        ),
        ("add-donor", #"{"name":"Zoé O'Brien \"Zo\" – Ñandú \u00e9 🙂"}"#),
        ("describe-device", #"{"ram_mb":8192.0}"#),
    ])
    func `what is within bounds is left to the rules`(command: String, json: String) throws {
        let unreadable = try Self.unreadable(command, json)
        let isOfBounds = unreadable.map {
            $0.expected.en.contains("got ") && !$0.expected.en.contains("field of type")
                || $0.expected.en.contains("control")
        }

        #expect(isOfBounds != true, "\(unreadable?.sentence(in: .en) ?? "")")
    }

    @Test(arguments: [
        #"\u001b[2J"#, #"a\rb"#, #"a\u0000b"#, #"a\u0008b"#, #"\bx"#, "a\u{7f}b", "a\u{9b}2Jb",
        #"a\u009bb"#, #"a\nb"#, #"a\tb"#,
    ])
    func `a name holds no control character`(name: String) throws {
        let unreadable = try #require(try Self.unreadable("add-donor", #"{"name":"\#(name)"}"#))

        #expect(unreadable.text == "name")
        #expect(unreadable.sentence(in: .en).contains("U+00"))
    }

    @Test func `a remark holds lines, and no other control character`() throws {
        let remark = #"{"comment":"a\nb\u001bc"}"#
        let unreadable = try #require(try Self.unreadable("describe-device", remark))

        #expect(unreadable.expected.en.contains("U+001B"))
    }

    @Test func `a text has an end`() throws {
        let long = String(repeating: "é", count: 10_001)
        let unreadable = try #require(try Self.unreadable("add-donor", #"{"name":"\#(long)"}"#))
        let fitting = try Self.unreadable(
            "add-donor",
            #"{"kind":"company","name":"\#(long.dropLast())"}"#
        )

        #expect(unreadable.expected.en.contains("10000"))
        #expect(fitting?.text != "name")
    }

    @Test func `a log is kept as it came`() throws {
        let log = #"{"report":"\u001b[0m nwipe \r\n\#(String(repeating: "x", count: 20_000))"}"#

        #expect(try Self.unreadable("record-wipe-report", log) == nil)
    }

    @Test(arguments: [
        ("issue-receipt", #"{"donation":6000.5}"#, "donation", "6000.5"),
        ("describe-device", #"{"device":"M-1","ram_mb":"much"}"#, "ram_mb", "much"),
        (
            "announce-donation", #"{"donor":1,"lines":[],"announced_on":"2026-02-30"}"#,
            "announced_on", "2026-02-30"
        ),
        (
            "announce-donation", #"{"donor":1,"lines":[],"announced_on":"0000-01-01"}"#,
            "announced_on", "0000"
        ),
    ])
    func `what does not fit is told with its field, its value and the form expected`(
        command: String,
        json: String,
        field: String,
        value: String
    ) throws {
        let unreadable = try #require(try Self.unreadable(command, json))

        #expect(unreadable.text == field)
        #expect(unreadable.expected.en.contains("got "))
        #expect(unreadable.expected.fr.contains(value))
    }

    private static func unreadable(_ command: String, _ json: String) throws -> Unreadable? {
        do throws(Failure) {
            _ = try Catalogue.command(named: command).decode(Array(json.utf8))
            return nil
        } catch {
            guard case .unreadable(let unreadable) = error else { throw error }
            return unreadable
        }
    }
}
