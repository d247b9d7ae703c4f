import Domain
import Testing

@Suite struct ChartTests {
    private let flows = Chart(
        title: "Flux <annuels> & co",
        unit: "appareils",
        categories: ["2025", "2026"],
        series: [
            Chart.Series(name: "Reçus", values: [410, 1_020]),
            Chart.Series(name: #"Ré"em'ployés"#, values: [300, nil]),
        ]
    )

    @Test func `what is unknown is told as unknown, not as zero`() {
        #expect(flows.table.heading == ["appareils", "Reçus", #"Ré"em'ployés"#])
        #expect(flows.table.rows == [["2025", "410", "300"], ["2026", "1020", "–"]])
    }

    @Test(arguments: [(0, 1), (1, 1), (3, 5), (5, 5), (11, 20), (1_020, 2_000)])
    func `the axis ends at a round number above every value`(highest: Int, ceiling: Int) {
        let chart = Chart(
            title: "",
            unit: "",
            categories: ["a"],
            series: [Chart.Series(name: "b", values: [highest])]
        )

        #expect(chart.ceiling == ceiling)
    }

    @Test func `nothing that a name says becomes markup`() {
        let figure = flows.figure

        #expect(figure.contains("Flux &lt;annuels&gt; &amp; co"))
        #expect(figure.contains("Ré&quot;em&#39;ployés"))
        #expect(!figure.contains("<annuels>"))
    }

    @Test func `each bar says its number and none stands for what is unknown`() {
        let rectangles = flows.svg.split(separator: "<rect").count - 1

        // Three bars and two keys of the legend.
        #expect(rectangles == 5)
        #expect(flows.svg.contains("<title>Reçus, 2026 : 1020 appareils</title>"))
        #expect(
            flows.svg.hasPrefix(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\""
            )
        )
    }

    @Test(arguments: [
        (ReuseVerdict.Fate.reused, Optional(2_019), true, ReuseVerdict.counts),
        (.reused, 2_019, false, .noCommitment), (.reused, 2_016, true, .tenYearsOld),
        (.reused, 2_017, true, .counts), (.reused, nil, true, .ageUnknown),
        (.waiting, 2_019, true, .notYet), (.lost, 2_019, true, .notReused),
        (.givenBack, nil, true, .givenBack),
    ])
    func `a public body counts what is reused, young enough and promised`(
        fate: ReuseVerdict.Fate,
        madeIn: Int?,
        hasCommitment: Bool,
        verdict: ReuseVerdict
    ) {
        let found = ReuseVerdict(
            fate: fate,
            madeIn: madeIn,
            givenIn: 2_026,
            hasCommitment: hasCommitment
        )

        #expect(found == verdict)
    }
}
