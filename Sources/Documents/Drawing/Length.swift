/// Lengths on paper are points (1/72 inch) inside; people and label makers speak in millimetres.
typealias Points = Double

func mm(_ millimetres: Double) -> Points { millimetres * 72 / 25.4 }

struct Size: Hashable, Sendable {
    let width: Points
    let height: Points

    static let a4 = Size(width: mm(210), height: mm(297))
}

/// A rectangle from its upper left corner; y grows downwards.
struct Box: Hashable, Sendable {
    var x: Points
    var y: Points
    var width: Points
    var height: Points
}
