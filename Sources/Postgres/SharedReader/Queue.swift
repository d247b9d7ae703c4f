/// A first-in first-out queue: both ends in constant time, on average.
struct Queue<Element> {
    private var elements: [Element?] = []
    private var head = 0

    var isEmpty: Bool { count == 0 }
    var count: Int { elements.count - head }
    var first: Element? { isEmpty ? nil : elements[head] }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    mutating func popFirst() -> Element? {
        guard !isEmpty else {
            return nil
        }
        defer {
            elements[head] = nil
            head += 1
            // Moving half of the elements once for as many removals is constant on average.
            if head > 32, head * 2 > elements.count {
                elements.removeFirst(head)
                head = 0
            }
        }
        return elements[head]
    }

    mutating func removeAll() {
        elements = []
        head = 0
    }

    func map<Mapped>(_ transform: (Element) -> Mapped) -> [Mapped] {
        elements[head...].compactMap { $0.map(transform) }
    }
}
