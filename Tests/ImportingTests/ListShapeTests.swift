import Domain
import Importing
import Tabular
import Testing

/// Files that hold the right words in a shape that is no list.
@Suite struct ListShapeTests {
    @Test(arguments: [
        "Marque : Dell\nModèle : Latitude 5490\nN° de série : 7XKQ2M3\n\nMarque : HP\nModèle : EliteBook\nN° de série : 5CG01\n",
        "Marque: Dell\nModèle: Latitude 5490\nN° de série: 7XKQ2M3\nRAM: 8 Go\n",
        "Marque;Dell\nModèle;Latitude 5490\nN° de série;7XKQ2M3\n",
        "Marque;Dell;HP;Lenovo\nModèle;Latitude 5490;EliteBook 840;T480\nN° de série;A1;B2;C3\nRAM;8 Go;8 Go;16 Go\n",
        "Parc 2024;;\nType;Portable;Écran\nMarque;Dell;HP\nModèle;Latitude;P24\n",
    ])
    func `a list laid out downwards is refused as that`(text: String) throws {
        #expect(throws: FileRefusal.laidDownwards) { try readList(text) }
        #expect(FileRefusal.laidDownwards.sentence.fr.contains("une ligne par machine"))
    }

    @Test(arguments: [
        "Type;Modèle;Marque\nÉcran;P2419H;Dell\nPC;OptiPlex 3060;Dell\n",
        "Donateur : Mairie\nContact : Zoé\nDate : 2024\n\nMarque;Modèle;N° de série;RAM\nDell;Latitude 5490;SN01;8 Go\n",
        "Type;Quantité\nÉcran;3\nPortable;4\n",
    ])
    func `one that goes down in rows is a list`(text: String) throws {
        #expect(try readList(text).devices.isEmpty == false)
    }

    @Test(arguments: [
        (
            "INSERT INTO `assets` (`id`,`name`,`serial`) VALUES (1,'Laptop','AB12'),(2,'PC','AB13');\n",
            FileKind.sql
        ),
        ("-- MySQL dump 10.13\n\nCREATE TABLE `assets` (\n  `id` int\n);\n", .sql),
        ("--\n-- PostgreSQL database dump\n--\nSET client_encoding = 'UTF8';\n", .sql),
        (
            "MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\n",
            .mhtml
        ),
        (
            "\nName     Model         SerialNumber\n----     -----         ------------\nPC-1     Latitude 5490 SN01\n",
            .alignedTable
        ),
    ])
    func `what is no list is refused by its name, with what to do`(text: String, kind: FileKind)
        throws
    {
        #expect(throws: FileRefusal.kind(kind)) { try readList(text) }
        #expect(FileRefusal.kind(kind).sentence.fr.contains("CSV"))
    }

    @Test(arguments: [
        "Type;Remarque\nPC;insert into the dock\n",
        "Modèle;Série\n-----;-----\nLatitude 5490;SN01\n",
        "Create table;Model;Serial\nno;Latitude 5490;SN01\n",
    ])
    func `a list that merely has such words is read`(text: String) throws {
        #expect(try readList(text).devices.count == 1)
    }
}
