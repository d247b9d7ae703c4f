import Application
import Domain

/// The boxes of a family's means, filled in as they were sent when they were refused.
struct MeansBoxes {
    /// Where the boxes stand in the command: `means.`, or nothing for a command of their own.
    let inMeans: String
    let quotient: String
    let funds: [Choice]
    let socialStatuses: [Choice]
    let referenceIncome: String
    let quarters: String
    let hasNotice: Bool
    let yearly: String
    let benefits: String
    let children: String
    let hasEstimate: Bool

    init(in inMeans: String, _ visit: Visit) {
        func typed(_ name: String) -> String? { visit.query[inMeans + name] }
        self.inMeans = inMeans
        quotient = typed("official.quotient:number!") ?? ""
        let fund = typed("official.fund")
        funds = ["caf", "msa"].map {
            Choice(word: $0, label: $0.uppercased(), isChosen: $0 == fund)
        }
        socialStatuses = visit.choices(SocialStatus.self, named: inMeans + "status")
        referenceIncome = typed("fiscal.reference_income_cents:euros!") ?? ""
        quarters = typed("fiscal.quarter_shares:number") ?? ""
        hasNotice = !(referenceIncome + quarters).isEmpty
        yearly = typed("computed.yearly_cents:euros!") ?? ""
        benefits = typed("computed.monthly_benefit_cents:euros") ?? "0"
        children = typed("computed.children:number") ?? "0"
        hasEstimate = !yearly.isEmpty || benefits != "0" || children != "0"
    }
}
