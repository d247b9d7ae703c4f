import Domain
import Importing
import Testing

/// The headings under which programs write what they know.
@Suite struct ProgramHeadingTests {
    @Test func `a device of NetBox has the maker and the model of its type`() throws {
        let list = try readList(
            """
            id,name,device_type.manufacturer.name,device_type.model,device_type.slug,role.name,serial
            1,srv-7,Dell,PowerEdge R440,r440,Server,7GH0001

            """
        )

        let device = try #require(list.devices.first)
        #expect(device["maker"] == "Dell")
        #expect(device["model"] == "PowerEdge R440")
        #expect(device["kind"] == "server")
    }

    @Test func `a computer of GLPI that was thrown away there is left out`() throws {
        let list = try readList(
            """
            id,name,serial,otherserial,computermodels_id,computertypes_id,manufacturers_id,is_deleted
            5,PC-1,5CG0000051,INV-1,EliteBook 840 G5,Laptop,HP,0
            6,PC-2,5CG0000052,INV-2,EliteBook 840 G5,Laptop,HP,1

            """
        )

        let device = try #require(list.devices.first)
        #expect(device["external_ref"] == "INV-1")
        #expect(device["maker"] == "HP")
        #expect(device["model"] == "EliteBook 840 G5")
        #expect(device["kind"] == "laptop")
        #expect(list.devices.count == 1)
        #expect(list.skipped == 1)
        #expect(list.errors == [])
    }

    @Test func `numbers by which GLPI refers to its own tables are no makers and models`() throws {
        let list = try readList(
            """
            id,name,serial,computermodels_id,manufacturers_id,is_deleted
            5,PC-1,5CG0000051,12,3,0
            6,PC-2,5CG0000052,14,3,0

            """
        )

        #expect(list.errors == [])
        #expect(list.devices.map { $0["maker"] } == [nil, nil])
        #expect(list.devices.map { $0["model"] } == [nil, nil])
    }

    @Test func `a device of Autopilot has its maker and model`() throws {
        let list = try readList(
            "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\n"
                + "5CG0000061,,T0GtBAEAHAAA,HP,EliteBook 840 G5\n"
        )

        let device = try #require(list.devices.first)
        #expect(device["maker"] == "HP")
        #expect(device["model"] == "EliteBook 840 G5")
        #expect(device["serial"] == "5CG0000061")
    }

    @Test(arguments: [
        "Type;Modèle;N° série PC;N° série écran\nPC;260 G2;SC01;CN01\n",
        "Type;Modèle;Serial number;Monitor serial number\nPC;260 G2;SC01;CN01\n",
        ";UC;;Écran;\nSalle;Modèle;N° de série;Modèle;N° de série\nB1;OptiPlex 3050;SC01;P2217H;CN01\n",
    ])
    func `a row that also numbers a screen is of several machines`(text: String) throws {
        let list = try readList(text)

        #expect(list.devices == [])
        #expect(list.errors.map(\.problem.code) == ["several_machines"])
    }

    @Test func `a complete set keeps the number of its screen`() throws {
        let list = try readList(
            "Type;Modèle;N° série PC;N° série écran\nPoste complet;260 G2;SC01;CN01\n"
        )

        #expect(list.errors == [])
        #expect(list.devices.map { $0["extra"] } == [#"{"N° série écran":"CN01"}"#])
    }

    @Test func `a row whose screen has no number is one machine`() throws {
        let list = try readList("Type;Modèle;N° série PC;N° série écran\nPC;260 G2;SC01;\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["serial"] } == ["SC01"])
    }
}
