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

    @Test(arguments: [
        ("Computer Serial Number", ColumnRole<DeviceField>.field(.serial)),
        ("Details_Table0_AssetTag", .field(.externalRef)),
        ("annotatedAssetId", .field(.externalRef)),
        ("manufacturer.name", .field(.maker)),
        ("Computer Current User", .personal), ("assigned_to.name", .personal),
        ("TopConsoleUser", .personal), ("Adresse courriel", .personal),
        ("Computer Name", .extra), ("model.id", .extra), ("status_label.name", .extra),
    ])
    func `words around a heading do not hide what it means`(
        heading: String,
        role: ColumnRole<DeviceField>
    ) {
        let map = HeadingMap(headings: [heading], reference: reference)

        #expect(map.columns.map(\.role) == [role])
    }

    private static func wide(_ lead: String, _ spaces: Int, _ rest: String) -> String {
        lead + String(repeating: " ", count: spaces) + rest
    }

    private static let long: [(String, ColumnRole<DeviceField>)] = [
        ("PC PC PC PC Serial", .field(.serial)),
        ("PC PC PC PC PC Serial", .extra),
        (wide("PC", 248, "Serial"), .field(.serial)),
        (wide("PC", 249, "Serial"), .extra),
        (wide("PC", 249, "User"), .personal),
    ]

    @Test(arguments: long)
    func `a heading is looked into as far as a person reads one`(
        heading: String,
        role: ColumnRole<DeviceField>
    ) {
        let map = HeadingMap(headings: [heading], reference: reference)

        #expect(map.columns.map(\.role) == [role])
    }

    @Test func `a column is of models by what stands in it, below a heading that names a number`()
        throws
    {
        let named = try readList(
            "Nom;N° de série\nHP ProBook 450 G5;A1B2C3\nThinkPad T480;A1B2C4\n"
        )

        #expect(named.devices.map { $0["model"] } == ["HP ProBook 450 G5", "ThinkPad T480"])
        #expect(named.devices.map { $0["kind"] } == ["laptop", "laptop"])
    }

    @Test(arguments: [
        ("Serienr.", DeviceField.serial), ("Inventarisnr", .externalRef), ("Werkgeheugen", .ramMB),
        ("Seriale", .serial), ("Inventario", .externalRef), ("Data acquisto", .boughtOn),
        ("Fecha compra", .boughtOn), ("custom_fields.RAM.value", .ramMB),
        ("custom_fields.MAC Address.value", .mac), ("Numéros de série / Service Tags", .serial),
        ("UC marque", .maker), ("UC modèle", .model), ("UC n° série", .serial),
        ("Marca e modello", .model), ("Kaufdatum", .boughtOn), ("Aanschafdatum", .boughtOn),
        ("Número de serie", .serial), ("Serien-Nr.", .serial), ("Inv.-Nr.", .externalRef),
    ])
    func `headings of other languages and programs are known`(heading: String, field: DeviceField) {
        #expect(
            HeadingMap(headings: [heading], reference: reference).columns.map(\.role)
                == [.field(field)]
        )
    }

    @Test(arguments: [
        "Lot;Description;Quantité\n1;PC portable HP ProBook 450;3\n",
        "Lot;Description du produit;Quantité\n1;PC portable HP ProBook 450;3\n",
        "Lot;Désignation;Quantité\n1;PC portable HP ProBook 450;3\n",
        "Item;Product description;Qty\n1;HP ProBook 450 laptop;3\n",
    ])
    func `a description says what a lot is of where nothing else does`(text: String) throws {
        let list = try readList(text)

        #expect(list.errors == [])
        #expect(list.devices.map { $0["quantity"] } == ["3"])
        #expect(list.devices.map { $0["kind"] } == ["laptop"])
    }

    @Test func `beside a model or a kind, a description is an extra fact`() throws {
        let list = try readList("Type;N° de série;Description\nPC;SN01;écran fendu\n")

        #expect(list.devices.map { $0["extra"] } == [#"{"Description":"écran fendu"}"#])
    }

    @Test func `several serials in a cell of a lot are asked about`() throws {
        let list = try readList(
            "Modèle;Quantité;Numéros de série / Service Tags\nLatitude 5490;2;7XK0001, 7XK0002\n"
        )

        #expect(list.errors.map(\.problem.code) == ["several_values"])
    }

    @Test func `machine and screen side by side are several machines`() throws {
        let list = try readList(
            "UC marque;UC modèle;UC n° série;Écran n° série\nDell;OptiPlex 3060;7XK0001;CN0001\n"
        )

        #expect(list.errors.map(\.problem.code) == ["several_machines"])
    }
}
