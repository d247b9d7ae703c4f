import CommandLine

/// The program: everything it does begins in `CommandLine`.
@main
enum Moulin {
    static func main() async {
        await CommandLineDoor.open()
    }
}
