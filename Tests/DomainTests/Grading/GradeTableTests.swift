import Domain
import Testing

@Suite struct GradeTableTests {
    private func inspection(battery: Int) -> Inspection {
        let tests = InspectionTest.catalogue(for: .laptop).map { ($0, TestResult.pass) }
        return Inspection(
            device: "M-1",
            type: .laptop,
            results: Dictionary(tests) { first, _ in first },
            cosmetic: .lightMarks,
            battery: .health(battery)
        )
    }

    @Test(arguments: [(80, Grade.a), (79, .b), (60, .b), (59, .c), (50, .c), (49, .c)])
    func `the table of the rulebook grades by the battery`(battery: Int, grade: Grade) throws {
        #expect(try GradeRules.grade(inspection(battery: battery)).grade == grade)
    }

    @Test func `another table gives another grade, and its name stays with it`() throws {
        let strict = try #require(
            GradeTable(
                version: "STRICT",
                defectLimit: 0,
                goodBattery: 95,
                fairBattery: 90,
                wornBattery: 85,
                deadPixels: 1
            )
        )

        let graded = try GradeRules.grade(inspection(battery: 91), by: strict)

        #expect(graded.grade == .b)
        #expect(graded.ruleVersion == "STRICT")
        #expect(graded.sentence(in: .en) == "Grade B (B: battery at 91 %).")
    }

    @Test(arguments: [(80, 80, 50), (80, 60, 60), (101, 60, 50), (80, 60, -1)])
    func `thresholds that do not fall are no table`(good: Int, fair: Int, worn: Int) {
        let table = GradeTable(
            version: "x",
            defectLimit: 2,
            goodBattery: good,
            fairBattery: fair,
            wornBattery: worn,
            deadPixels: 3
        )

        #expect(table == nil)
    }
}
