import Application
import Domain

/// One day of the town, chapter by chapter.
struct DemoDay {
    let town: DemoTown

    /// True when the last chapter was written before.
    func isOver() async throws(Failure) -> Bool {
        let papers = try await town.ask("ana", "list-documents", ["kind": "rfe"])
        return !(papers["rows"].elements + papers["documents"].elements + papers.elements).isEmpty
    }

    func pass() async throws(Failure) {
        town.tell(Self.windmill)
        try await publishRules()
        let gifts = try await receiveGifts()
        try await workAtTheBench(gifts)
        try await servesFamilies()
        try await comesBack(gifts)
        try await thanksDonors(gifts)
    }

    private static let windmill = """
              \\   /
               \\ /      M O U L I N
          ──────✻──────   a day in the town
               / \\
              / | \\
                |
        """

    /// The grid, the brackets and the caps; once, whatever was published before.
    private func publishRules() async throws(Failure) {
        town.chapter("Les règles du jour", "The rules of the day")
        do throws(Failure) {
            try await town.publishRules()
        } catch {
            guard case .refused(let refusal) = error, refusal.code == .ruleAlreadyPublished else {
                throw error
            }
        }
        try await town.has(
            "dan",
            "publish-valuation-grid",
            key: "valuation",
            [
                "grid": "FR-VALEUR-DEMO", "from": .text(town.day.iso),
                "rows": [
                    ["kind": "laptop", "made_from": 2015, "condition": "b", "cents": 9000],
                    ["kind": "laptop", "made_from": 2015, "condition": "a", "cents": 12000],
                ],
            ]
        )
        town.line(
            "grille FR-DEMO-2026, tranches, plafonds publics",
            "grid FR-DEMO-2026, brackets, public caps"
        )
    }

    /// What is where, and what to try next.
    func sayWhereThingsAre() async throws(Failure) {
        let lines = Phrase(
            fr: """

                  Les papiers sont dans \(town.papers). À essayer :
                    moulin device list --as ana            ce qui est dans l'atelier
                    moulin device show <étiquette> --as ana   l'histoire d'une machine et de ses disques
                    moulin report board --as ana           les machines par état
                    moulin donation outcome --donor 1 --as ana   ce que les machines sont devenues
                    moulin audit verify --as dan           la preuve que rien n'a été réécrit
                    moulin db stop                         arrête la base de données
                """,
            en: """

                  The papers are in \(town.papers). To try:
                    moulin device list --as ana            what is in the workshop
                    moulin device show <label> --as ana    the story of a machine and its drives
                    moulin report board --as ana           machines by state
                    moulin donation outcome --donor 1 --as ana   what became of the machines
                    moulin audit verify --as dan           the proof that nothing was rewritten
                    moulin db stop                         stops the database
                """
        )
        town.tell(lines)
    }
}

/// The donations of the day, by their numbers.
struct DemoGifts {
    var company: Int64 = 0
    var townHall: Int64 = 0
    var person: Int64 = 0
    var association: Int64 = 0
}
