/// The words between the sizes of a cell that say how they belong together, in small letters.
enum SizeWords {
    /// "8 et 16 Go".
    static let adding: Set<String> = ["et", "and", "und", "plus"]
    /// "8 Go ou 16 Go".
    static let choosing: Set<String> = ["ou", "or", "oder"]
    /// "8 Go extensible à 32 Go": what follows can be, and is not.
    static let most: Set<String> = [
        "extensible", "extensibles", "évolutif", "max", "maxi", "maximum", "jusqu", "upgradable",
        "upgradeable", "expandable", "extendable", "erweiterbar",
    ]
    /// "2 barrettes de 4 Go"; kinds of drives count pieces too.
    static let pieces: Set<String> = [
        "barrette", "barrettes", "module", "modules", "dimm", "dimms", "sodimm", "stick", "sticks",
        "disque", "disques", "disk", "disks", "drive", "drives", "riegel", "fois",
    ]
    /// What stands between the pieces and the size of each.
    static let ofEach: Set<String> = ["de", "of", "à", "mit", "ram", "durs", "dur", "ssd", "hdd"]
}
