/// The words that a mistyped word was most likely meant to be.
enum NearestWords {
    /// At most `count` of the words, nearest first, by the number of letters to change.
    static func to(_ word: String, among words: [String], count: Int = 3) -> [String] {
        let given = Array(word.prefix(64).lowercased())
        let near = words.map { (word: $0, distance: distance(given, Array($0.lowercased()))) }
        return near.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
            .prefix(count).map(\.word)
    }

    /// Letters to insert, remove or replace between two words.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (place, second) in other.enumerated() {
                let replaced = diagonal + (letter == second ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(replaced, row[place] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
