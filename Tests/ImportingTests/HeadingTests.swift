import Domain
import Importing
import Tabular
import Testing

@Suite struct HeadingTests {
    @Test(arguments: [
        ("Disque / Stockage (Go)", DeviceField.storageGB),
        ("Marque / Fabricant", .maker),
        ("RAM (Go)", .ramMB),
        ("N° de série", .serial),
    ])
    func `a heading that names one thing twice means that thing`(
        heading: String,
        field: DeviceField
    ) {
        let map = HeadingMap(headings: [heading], reference: reference)

        #expect(map.columns.map(\.role) == [.field(field)])
    }

    @Test func `a heading whose halves mean two things is kept as an extra fact`() {
        let map = HeadingMap(
            headings: ["Marque / N° de série"],
            reference: reference
        )

        #expect(map.columns.map(\.role) == [.extra])
    }
}
