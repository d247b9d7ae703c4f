import Application
import Importing
import Testing
import TownSupport

@Suite struct ListReferenceTests {
    @Test func `every heading of the reference list means a field of its kind`() throws {
        let reference = ImportReference(shipped: try Town.schema())

        for kind in ListKinds.all { try check(kind, reference) }
    }

    private func check<Kind: ListKind>(_ kind: Kind.Type, _ reference: ImportReference) throws {
        let fields = Set(Kind.Field.allCases.map(\.rawValue))
        let meant = reference.lists.fields(of: Kind.form.subject)

        let telling = Kind.form.subject.tellingFields

        #expect(!meant.isEmpty)
        #expect(!telling.isEmpty && telling.isSubset(of: fields), "\(telling.subtracting(fields))")
        #expect(meant.subtracting(fields).isEmpty, "\(Kind.name): \(meant.subtracting(fields))")
        #expect(fields.subtracting(meant).isEmpty, "\(Kind.name): \(fields.subtracting(meant))")
    }
}
