import Domain
import Testing

@Suite struct GradeRulesTests {
    @Test func `a device without fault is an A`() throws {
        let grade = try GradeRules.grade(.faultless(.laptop))

        #expect(grade.grade == .a)
        #expect(grade.deductions.isEmpty)
        #expect(grade.ruleVersion == "GRADE-2026-1")
        #expect(grade.isFullyWorking)
    }

    @Test(arguments: DeviceType.allCases)
    func `every type has a list of tests that begins with its start`(type: DeviceType) {
        let tests = InspectionTest.catalogue(for: type)

        #expect(tests.first == .powerOn)
        #expect(tests.contains(.electricalSafety))
        #expect(Set(tests).count == tests.count)
    }

    @Test(arguments: [
        (100, Grade.a), (80, .a), (79, .b), (60, .b), (59, .c), (50, .c), (49, .c), (0, .c),
    ])
    func `the battery bounds the grade`(percent: Int, grade: Grade) throws {
        var inspection = Inspection.faultless(.laptop)
        inspection.battery = .health(percent)

        let found = try GradeRules.grade(inspection)

        #expect(found.grade == grade)
        #expect(found.mentions.map(\.fr) == (percent < 50 ? ["batterie hors service"] : []))
        #expect(found.isFullyWorking == (percent >= 50))
    }

    @Test func `a tablet without a battery is not sold`() throws {
        var inspection = Inspection.faultless(.tablet)
        inspection.battery = .outOfService

        #expect(try GradeRules.grade(inspection).grade == .d)
    }

    @Test(arguments: [(0, Grade.a), (1, .c), (2, .c), (3, .d)])
    func `two declared defects are allowed`(count: Int, grade: Grade) throws {
        var inspection = Inspection.faultless(.laptop)
        for test in [InspectionTest.webcam, .bluetooth, .fan].prefix(count) {
            inspection.results[test] = .fail
        }

        let found = try GradeRules.grade(inspection)

        #expect(found.grade == grade)
        #expect(found.declaredDefects.count == count)
    }

    @Test(arguments: [(2, Grade.a), (3, .b)])
    func `three dead pixels make a B`(pixels: Int, grade: Grade) throws {
        var inspection = Inspection.faultless(.laptop)
        inspection.deadPixels = pixels

        #expect(try GradeRules.grade(inspection).grade == grade)
    }

    @Test func `a cracked screen is not sold`() throws {
        var inspection = Inspection.faultless(.laptop)
        inspection.hasCrackedScreen = true

        #expect(try GradeRules.grade(inspection).grade == .d)
    }

    @Test func `the last way to a network is needed, another is a defect`() throws {
        var inspection = Inspection.faultless(.laptop)
        inspection.results[.wifi] = .fail
        #expect(try GradeRules.grade(inspection).grade == .c)

        inspection.results[.ethernet] = .notApplicable
        #expect(try GradeRules.grade(inspection).grade == .d)
    }

    @Test func `a primary test that was not done leaves no grade`() {
        var inspection = Inspection.faultless(.laptop)
        inspection.results[.keyboard] = nil

        let refusal = #expect(throws: Refusal.self) { try GradeRules.grade(inspection) }

        #expect(refusal?.code == .inspectionIncomplete)
        #expect(refusal?.facts["tests"] == "keyboard")
    }

    @Test func `the worse of function and looks counts`() throws {
        for cosmetic in CosmeticCondition.allCases {
            for percent in stride(from: 40, through: 100, by: 5) {
                var inspection = Inspection.faultless(.laptop)
                inspection.cosmetic = cosmetic
                let looks = try GradeRules.grade(inspection).grade
                inspection.battery = .health(percent)
                let both = try GradeRules.grade(inspection).grade
                inspection.cosmetic = .lightMarks
                let function = try GradeRules.grade(inspection).grade
                #expect(both == max(looks, function))
            }
        }
    }

    @Test func `reconditioned means all tested and all drives cleared`() {
        var inspection = Inspection.faultless(.laptop)
        #expect(SaleLabel.allowed(for: inspection, drivesAreCleared: true) == .refurbished)
        #expect(SaleLabel.allowed(for: inspection, drivesAreCleared: false) == .used)

        inspection.results[.webcam] = .notTested
        #expect(SaleLabel.allowed(for: inspection, drivesAreCleared: true) == .used)
    }

    @Test(arguments: [
        ("PC COMME NEUF !", ["comme neuf"]), ("remis à neuf, état neuf", ["état neuf", "à neuf"]),
        ("A NEUF", ["à neuf"]), ("neuf heures", []), ("produit reconditionné", []),
        ("il va neuf fois", []),
    ])
    func `words that pass used goods off as new are found`(text: String, words: [String]) {
        #expect(BannedWords.found(in: text) == words)
    }

    @Test func `a machine is told what it lacks for a system`() {
        let machine = MachineSpecification(
            is64Bit: true,
            hasSSE42: true,
            memoryGB: 4,
            diskGB: 120,
            hasSolidState: true,
            hasSecureBoot: true,
            hasTPM2: false,
            isListedForWindows11: true,
            supportMonthsLeft: 36
        )

        #expect(SystemTrack.linux.shortfalls(of: machine).isEmpty)
        #expect(
            SystemTrack.windows11.shortfalls(of: machine).map(\.en) == [
                "8 GB of memory", "SSD of 128 GB", "TPM 2.0",
            ]
        )
        #expect(SystemTrack.mobile.shortfalls(of: machine).count == 1)
    }
}

extension Inspection {
    static func faultless(_ type: DeviceType) -> Inspection {
        Inspection(
            device: "M-7K3Q-9F",
            type: type,
            results: Dictionary(
                uniqueKeysWithValues: InspectionTest.catalogue(for: type).map { ($0, .pass) }
            ),
            cosmetic: .lightMarks
        )
    }
}
