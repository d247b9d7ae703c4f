import Domain
import Testing

@Suite struct LifecycleMapTests {
    let map: LifecycleMap

    init() throws {
        map = try FullMap.map()
    }

    @Test func `the map has the rulebook's states and starts where a gift is announced`() {
        #expect(map.states.count == 22)
        #expect(map.start == "announced")
        #expect(
            map.states.filter(\.isTerminal).map(\.name) == [
                "disposed", "returned_to_donor", "cancelled",
            ]
        )
    }

    @Test func `steps come in the order of the file`() throws {
        #expect(
            try map.steps(from: "in_stock").map(\.name) == [
                "reserve", "give", "place", "repair", "set_for_parts", "set_for_disposal",
                "report_missing", "find_drive",
            ]
        )
    }

    @Test func `a person sees the steps of their role`() throws {
        #expect(
            try map.steps(from: "in_stock", for: .shop).map(\.name) == ["reserve", "give", "place"]
        )
        #expect(try map.steps(from: "in_stock", for: .auditor).isEmpty)
    }

    @Test func `a star leaves every state that is not terminal, except to itself`() {
        let origins = Set(map.steps.filter { $0.name == "report_missing" }.map(\.from))
        let open = Set(map.states.filter { !$0.isTerminal }.map(\.name))

        #expect(origins == open.subtracting(["missing"]))
    }

    @Test func `a device cannot be sold before it is wiped`() throws {
        let refusal = #expect(throws: Refusal.self) { try map.step(named: "sell", from: "triaged") }

        #expect(refusal?.code == .stepNotOnMap)
        #expect(refusal?.facts["possible_from"] == "reserved")
        #expect(
            refusal?.next == [
                "send_to_wipe", "skip_wipe", "set_for_parts", "set_for_disposal", "return_to_donor",
                "report_missing",
            ]
        )
    }

    @Test func `every step is either possible or explained`() throws {
        for state in map.states {
            let open = try map.steps(from: state.name).map(\.name)
            let blocked = try map.blockedSteps(from: state.name)
            #expect(Set(open).union(blocked.map(\.name)) == Set(map.stepNames))
            #expect(Set(open).isDisjoint(with: blocked.map(\.name)))
            #expect(blocked.allSatisfy { $0.refusal.code == .stepNotOnMap })
        }
    }

    @Test func `the way to a step that is blocked begins with a step that is open`() throws {
        let blocked = try map.blockedSteps(from: "graded").first { $0.name == "sell" }

        #expect(blocked?.wayThere?.map(\.name) == ["shelve", "reserve"])
        #expect(blocked?.sentence(in: .en).hasSuffix("To get there, first: shelve.") == true)
    }

    @Test func `nothing leads out of a terminal state`() throws {
        #expect(try map.steps(from: "disposed").isEmpty)
        #expect(map.way(from: "disposed", to: "in_stock") == nil)
        #expect(map.way(from: "disposed", to: "disposed") == [])
    }

    @Test func `a state that is not on the map is refused`() {
        let refusal = #expect(throws: Refusal.self) { try map.steps(from: "lost") }

        #expect(refusal?.code == .unknownState)
    }

    @Test func `a step that is not on the map is refused`() {
        let refusal = #expect(throws: Refusal.self) {
            try map.step(named: "paint", from: "testing")
        }

        #expect(refusal?.code == .unknownStep)
    }

    @Test func `a retired step is refused with its day, and offered no more`() throws {
        let steps = FullMap.steps.replacing(
            "graded,repair,refurbishing,technician,none,réparer,repair,",
            with: "graded,repair,refurbishing,technician,none,réparer,repair,2026-06-30"
        )
        let map = try LifecycleMap(states: FullMap.states, steps: steps)

        let refusal = #expect(throws: Refusal.self) {
            try map.step(named: "repair", from: "graded")
        }

        #expect(refusal?.code == .stepRetired)
        #expect(refusal?.facts["retired_on"] == "2026-06-30")
        #expect(try !map.steps(from: "graded").contains { $0.name == "repair" })
    }

    @Test func `every exit to a person leaves from a clean state and leads to one`() throws {
        for step in map.steps where ["sell", "give", "place"].contains(step.name) {
            #expect(try map.state(step.from).isClean)
            #expect(try map.state(step.to).isClean)
        }
    }

    @Test(arguments: [
        ("announced,false,false", "solid,false,false", "line 2: unknown state 'announced'"),
        (
            "missing,false,false", "missing,false,yes",
            "line 23: terminal is neither true nor false: 'yes'"
        ),
        (
            "missing,false,false,lost,disparu,", "missing,false,false,lost,,",
            "line 23: a label is empty"
        ),
        (
            "missing,false,false,lost,disparu,missing", "island,false,true,lost,île,island",
            "line 46: unknown state 'missing'"
        ),
    ])
    func `a fault in the states is told with its line`(was: String, becomes: String, told: String) {
        let states = FullMap.states.replacing(was, with: becomes)

        let fault = #expect(throws: LifecycleFault.self) {
            try LifecycleMap(states: states, steps: FullMap.steps)
        }

        #expect(fault?.description.contains(told) == true)
    }

    @Test(arguments: [
        (
            "announced,cancel,cancelled,intake", "announced,receive,cancelled,intake",
            "line 3: step 'receive' leaves 'announced' twice"
        ),
        (
            "announced,cancel,cancelled,intake", "announced,cancel,cancelled,boss",
            "line 3: unknown role 'boss'"
        ),
        (
            "in_stock,place,placed,shop,placement", "in_stock,place,gifted,shop,placement",
            "no way leads from 'announced' to 'placed'"
        ),
        ("annuler,cancel,", "annuler,cancel,soon", "line 3: retired_on is no day: 'soon'"),
        ("from,step,to", "de,etape,vers", "line 1: expected from,step,to"),
    ])
    func `a fault in the steps is told with its line`(was: String, becomes: String, told: String) {
        let steps = FullMap.steps.replacing(was, with: becomes)

        let fault = #expect(throws: LifecycleFault.self) {
            try LifecycleMap(states: FullMap.states, steps: steps)
        }

        #expect(fault?.description.contains(told) == true)
    }

    @Test func `a state without a way out must be terminal`() {
        let states = "state,clean,terminal,stage,label_fr,label_en\na,false,false,x,a,a"
        let steps = "from,step,to,role,evidence,label_fr,label_en,retired_on"

        let fault = #expect(throws: LifecycleFault.self) {
            try LifecycleMap(states: states, steps: steps)
        }

        #expect(fault?.description == "'a' is not terminal, yet no step leaves it")
    }

    @Test func `a quoted label may hold a comma`() throws {
        let states = FullMap.states.replacing(",annoncé,", with: ",\"annoncé, \"\"bientôt\"\"\",")

        let map = try LifecycleMap(states: states, steps: FullMap.steps)

        #expect(try map.state("announced").label.fr == "annoncé, \"bientôt\"")
    }

    @Test(arguments: Language.allCases)
    func `the page shows every state and every step`(language: Language) {
        let page = map.markdown(in: language)

        for state in map.states {
            #expect(page.contains(state.label.text(in: language)))
        }
        for name in map.stepNames {
            #expect(page.contains("(`\(name)`)"))
        }
        #expect(page.contains("[*] --> announced"))
        #expect(page.contains("disposed --> [*]"))
        #expect(!page.contains("announced --> missing"))
    }
}
