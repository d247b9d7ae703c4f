import Application
import Glibc

// moulin-bench VERB …: the parts of a benchmark that need Moulin itself. Each prints one line, `name value` pairs, for the
// script that compares. Which database, and as whom, comes from the environment, as for `moulin`.
let verbs = """
    usage: moulin-bench batch FILE [KEY] [keep-going] [rehearse]
           moulin-bench step FIRST COUNT CLIENTS
           moulin-bench lookup FIRST COUNT CLIENTS SECONDS
           moulin-bench number COUNT CLIENTS
           moulin-bench draw
           moulin-bench csv FILE
           moulin-bench workbook FILE

    """

let arguments = Array(CommandLine.arguments.dropFirst())
do {
    switch arguments.first {
    case "batch" where arguments.count > 1: try await Harness.batch(Array(arguments.dropFirst()))
    case "step" where arguments.count == 4: try await Harness.step(arguments.dropFirst().numbers)
    case "lookup" where arguments.count == 5:
        try await Harness.lookup(arguments.dropFirst().numbers)
    case "number" where arguments.count == 3:
        try await Harness.number(arguments.dropFirst().numbers)
    case "draw": try await Harness.draw()
    case "csv" where arguments.count == 2: try Parsing.csv(arguments[1])
    case "workbook" where arguments.count == 2: try Parsing.workbook(arguments[1])
    default:
        Harness.complain(verbs)
        exit(2)
    }
} catch {
    Harness.complain("moulin-bench: \(error)\n")
    exit(1)
}

extension Sequence<String> {
    fileprivate var numbers: [Int] { compactMap { Int($0) } }
}
