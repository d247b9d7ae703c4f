import Domain
import Importing
import Tabular
import Testing

@Suite struct ReportTests {
    static let text =
        "Marque;Série;Salle;Utilisateur\nDell;6,3E+15;\"a;\"\"b\";x\nHP;5CG1234\n\"x;y\n"

    /// The plan of a list, its report and its rejects.
    func run(_ text: String) throws -> (ImportReport, String) {
        let bytes = Array(text.utf8)
        let plan = try bytes.span.withUnsafeBytes { (sample) throws(FileRefusal) in
            try DeviceListPlan(sample: sample, isWhole: true, reference: reference)
        }
        var report = ImportReport(plan.outline)
        var rejects = RejectsWriter(plan.writing, language: .fr)
        var reader = DeviceListReader(plan)
        bytes.withUnsafeBytes { bytes in
            reader.feed(bytes, isLast: true) { row in
                switch row {
                case .device: report.counts.create += 1
                case .rejected(let errors, let record):
                    report.reject(errors)
                    rejects.append(record, errors)
                }
            }
        }
        return (report, String(decoding: rejects.take(), as: UTF8.self))
    }

    @Test func `rejects keep the form of the list and gain their reasons`() throws {
        let (_, rejects) = try run(Self.text)

        #expect(
            rejects == """
                \u{FEFF}Marque;Série;Salle;Utilisateur;moulin_reasons\r
                Dell;6,3E+15;"a;""b";x;Série : nombre arrondi par un tableur, écrire le numéro entier en format texte\r
                \"""x;y";;;;un guillemet n'est jamais fermé\r

                """
        )
    }

    @Test func `corrected rejects are read again without their reasons`() throws {
        let (_, rejects) = try run("Marque;Série\nDell;6,3E+15\n")
        let corrected = rejects.replacing("Dell;6,3E+15", with: "Dell;5CG1234")

        let list = try readList(corrected)

        #expect(list.errors == [])
        #expect(list.devices.map(\.values["serial"]) == ["5CG1234"])
        #expect(list.devices.map(\.values["extra"]) == [nil])
        #expect(try run(rejects).1 == rejects)
    }

    @Test func `the table says what a person must know`() throws {
        let (report, _) = try run(Self.text)

        #expect(
            report.table(in: .fr) == """
                à créer              1
                à modifier           0
                inchangés            0
                à décider            0
                en erreur            2
                ignorés              0

                codage utf-8, séparateur ;, en-tête ligne 1
                Marque → maker, Série → serial, Salle → extra, Utilisateur → personal
                Colonne 3 « Salle » : inconnue, gardée à part.
                Colonne 4 « Utilisateur » : donnée personnelle, écartée.

                Ligne 2, colonne 2, Série « 6,3E+15 » : nombre arrondi par un tableur, écrire le numéro entier en format texte
                Ligne 4, un guillemet n'est jamais fermé

                """
        )
    }

    @Test func `the same facts are there for machines`() throws {
        let (report, _) = try run("Marque;Série\nDell;#REF!\n")

        #expect(
            report.json
                == ##"{"create":0,"update":0,"same":0,"again":0,"doubtful":0,"error":1,"skipped":0,"##
                + ##""errors_total":1,"heading_line":1,"charset":"utf-8","delimiter":";","container":null,"sheet":null,"other_sheets":[],"dates":null,"##
                + ##""columns":[{"number":1,"heading":"Marque","role":"maker"},"##
                + ##"{"number":2,"heading":"Série","role":"serial"}],"##
                + ##""remarks":[],"left_out":[],"notes":[],"##
                + ##""errors":[{"line":2,"column":2,"heading":"Série","value":"#REF!","##
                + ##""code":"spreadsheet_error","##
                + ##""reason":{"fr":"erreur laissée par un tableur","en":"an error left by a spreadsheet"},"##
                + ##""fr":"Ligne 2, colonne 2, Série « #REF! » : erreur laissée par un tableur","##
                + ##""en":"Line 2, column 2, Série \"#REF!\": an error left by a spreadsheet"}]}"##
        )
    }
}
