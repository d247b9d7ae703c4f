import Domain
import Importing
import Testing

/// What spreadsheets write where they found no value, in the language of their owner.
@Suite struct SpreadsheetErrorTests {
    @Test(arguments: [
        "#N/D", "#NV", "#WERT!", "#¿NOMBRE?", "#VALEUR!", "#NOM?", "#BEZUG!", "#ZAHL!", "#NAME?",
        "#¡VALOR!", "#¡REF!", "#¡DIV/0!", "#VALORE!", "#RIF!", "#NOME?", "#WAARDE!", "#VERW!",
        "#GETAL!", "#N/B", "#DEEL/0!", "#NAAM?", "#VALOR!", "#NÚM!", "#n/a", "#ÜBERLAUF!",
        "#PROPAGATION!", "#FORMULE!", "Err:502", "Err :508", "#CALC!", "#####",
    ])
    func `an error of a spreadsheet is no serial number`(cell: String) throws {
        let list = try readList("Modèle;N° de série\nLatitude 5490;\(cell)\n")

        #expect(list.errors.map(\.problem.code) == ["spreadsheet_error"])
    }

    @Test(arguments: ["#12", "#NVIDIA", "#A1B2", "Err12", "Erreur:12AB"])
    func `a number behind a sign is one`(cell: String) throws {
        let list = try readList("Modèle;N° de série\nLatitude 5490;\(cell)\n")

        #expect(list.errors == [])
    }

    @Test func `a formula without a value is told as that`() throws {
        let list = try readList("Modèle;N° de série\nLatitude 5490;#FORMULA!\n")

        #expect(list.errors.map(\.problem.code) == ["formula_without_value"])
        #expect(list.errors.first?.problem.sentence.fr.contains("formule sans valeur") == true)
    }

    @Test(arguments: ["Commentaire", "Salle"])
    func `in a column that decides nothing it is left out and noted`(heading: String) throws {
        let list = try readList("Modèle;N° de série;\(heading)\nLatitude 5490;SN01;#N/D\n")

        #expect(list.errors == [])
        #expect(list.devices.map { $0["extra"] } == [nil])
        #expect(list.devices.map { $0["comment"] } == [nil])
        #expect(list.devices.first?["note"]?.contains("#N/D") == true)
    }
}
