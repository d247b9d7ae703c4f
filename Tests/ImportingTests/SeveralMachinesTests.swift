import Domain
import Importing
import Testing

@Suite struct SeveralMachinesTests {
    @Test(arguments: [
        "Type;Modèle;N° de série\nPC + écran + clavier;OptiPlex 7050;AB12\n",
        "Type;Modèle;N° de série\nPC;OptiPlex 7050 + écran Dell P2219H + clavier;AB12\n",
        "Type;Modèle;N° de série\nUnité centrale, écran 22 pouces;OptiPlex 7050;AB12\n",
        "Type;Modèle;N° de série\nPC et écran;;AB12\n",
        "Kind,Model,Serial\nLaptop & monitor,Latitude,AB12\n",
    ])
    func `a row of several machines says so, and is no device`(list: String) throws {
        let read = try readList(list)

        #expect(read.devices.isEmpty)
        #expect(read.errors.map(\.problem.code) == ["several_machines"])
        #expect(read.errors.first?.problem.sentence.fr.contains("une ligne pour chacun") == true)
    }

    @Test(arguments: [
        "Type;Modèle;N° de série\nUC + écran;OptiPlex 7050;AB12\n",
        "Type;Modèle;N° de série\nPortable + souris;Latitude;AB12\n",
        "Type;Modèle;N° de série\nTéléphone;Galaxy S8+;AB12\n",
        "Type;Modèle;N° de série\nPortable;ThinkPad T480 + chargeur + sacoche;AB12\n",
    ])
    func `what goes with its machine is one device`(list: String) throws {
        let read = try readList(list)

        #expect(read.errors == [])
        #expect(read.devices.count == 1)
    }
}
