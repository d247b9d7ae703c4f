import Importing
import Testing

@Suite struct MachineMatchTests {
    private static func id(
        _ kind: MachineIdentifier.Kind,
        _ key: String,
        maker: String = "",
        junk: Bool = false
    ) -> MachineIdentifier {
        MachineIdentifier(kind: kind, value: key, key: key, maker: maker, isJunk: junk)
    }

    private static func decide(
        _ report: [MachineIdentifier],
        _ known: [MachineIdentifier],
        sharesDrive: Bool = false
    ) -> MachineMatch {
        let candidate = MachineMatch.Candidate(
            device: 7,
            identifiers: known,
            sharesDrive: sharesDrive
        )
        return MachineMatch.decide(report, among: [candidate])
    }

    @Test func `the serial number of the same maker is the same machine`() {
        let match = Self.decide(
            [Self.id(.serial, "5CQ", maker: "dell inc.")],
            [Self.id(.serial, "5CQ", maker: "dell")]
        )

        #expect(match == .same(7, on: [.serial]))
    }

    @Test func `the serial number of another maker is another machine`() {
        let match = Self.decide(
            [Self.id(.serial, "5CQ", maker: "lenovo")],
            [Self.id(.serial, "5CQ", maker: "dell")]
        )

        #expect(match == .new)
    }

    @Test func `placeholders never agree`() {
        let junk = [Self.id(.serial, "DEFAULTSTRING", junk: true), Self.id(.uuid, "0", junk: true)]

        #expect(Self.decide(junk, junk) == .new)
    }

    @Test func `what agrees and contradicts is a doubt`() {
        let match = Self.decide(
            [Self.id(.serial, "5CQ"), Self.id(.uuid, "A")],
            [Self.id(.serial, "5CQ"), Self.id(.uuid, "B")]
        )

        #expect(match == .doubtful(7, agreeing: [.serial], contradicting: [.uuid]))
    }

    @Test func `a board that was changed does not make another machine`() {
        let match = Self.decide(
            [Self.id(.serial, "5CQ"), Self.id(.boardSerial, "NEW")],
            [Self.id(.serial, "5CQ"), Self.id(.boardSerial, "OLD")]
        )

        #expect(match == .same(7, on: [.serial]))
    }

    @Test func `a network address alone is a doubt, with the same drive it is enough`() {
        let mac = [Self.id(.mac, "F0:1F:AF:00:00:18")]

        #expect(Self.decide(mac, mac) == .doubtful(7, agreeing: [.mac], contradicting: []))
        #expect(Self.decide(mac, mac, sharesDrive: true) == .same(7, on: [.mac]))
    }

    @Test func `a drive that moved is no doubt about machines that tell themselves apart`() {
        let match = Self.decide(
            [Self.id(.serial, "ONE")],
            [Self.id(.serial, "OTHER")],
            sharesDrive: true
        )

        #expect(match == .new)
    }

    @Test func `two machines that both agree are a doubt`() {
        let serial = [Self.id(.serial, "5CQ")]
        let match = MachineMatch.decide(
            serial,
            among: [
                .init(device: 7, identifiers: serial, sharesDrive: false),
                .init(device: 8, identifiers: serial, sharesDrive: false),
            ]
        )

        #expect(match == .doubtful(7, agreeing: [.serial], contradicting: []))
    }

    @Test(arguments: [
        ("880913a7-74fe-d511-8893-24e75bf3a527", "a7130988-fe74-11d5-8893-24e75bf3a527"),
        ("{880913A7-74FE-D511-8893-24E75BF3A527}", "880913a774fed511889324e75bf3a527"),
    ])
    func `both orders of an identifier's bytes are one key`(first: String, second: String) {
        #expect(SystemUUID.key(first) == SystemUUID.key(second))
        #expect(SystemUUID.key(first) != nil)
    }

    @Test(arguments: ["2", "4BDRGGFE-0046-4710-8047-B2C04F503732", "Not Settable", ""])
    func `what is no identifier has no key`(text: String) {
        #expect(SystemUUID.key(text) == nil)
    }
}
