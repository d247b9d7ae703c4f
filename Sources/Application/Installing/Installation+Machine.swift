import Cluster
import Documents
import Domain
import FoundationEssentials
import Glibc
import Store

/// What of an installation lies on the machine itself.
extension Installation {
    /// The keys are there, and nobody but their owner reads them.
    func keys() -> Diagnosis {
        let label = Phrase(fr: "clés", en: "keys")
        let folder = cluster.location.secretsFolder
        let names = ["signing.key", "household.key", "factor.key"]
        let paths = names.map { "\(folder)/\($0)" }
        let missing = paths.filter { !FileManager.default.fileExists(atPath: $0) }
        let open = ([folder] + paths).filter { KeyFiles.isOpenToOthers($0) }
        guard open.isEmpty else {
            let list = open.joined(separator: ", ")
            return Diagnosis(
                "keys",
                label,
                .bad,
                fr: "lisibles par d'autres : \(list) ; lancez chmod go=",
                en: "others may read \(list); run chmod go="
            )
        }
        guard missing.isEmpty else {
            return Diagnosis(
                "keys",
                label,
                .doubtful,
                fr: "absentes, faites au premier départ : " + missing.joined(separator: ", "),
                en: "not there, made at the first start: " + missing.joined(separator: ", ")
            )
        }
        return Diagnosis("keys", label, .good, fr: "à vous seul", en: "yours alone")
    }

    /// Room for the database to grow to twice its size, and half a gibibyte at least.
    func space(_ facts: ServerFacts?) -> Diagnosis {
        let label = Phrase(fr: "place sur le disque", en: "disk space")
        var status = statvfs()
        guard isPrivate, statvfs(cluster.location.root, &status) == 0 else {
            return Diagnosis(
                "disk_space",
                label,
                isPrivate ? .doubtful : .good,
                fr: "à voir sur le serveur de la base",
                en: "to be seen on the database's server"
            )
        }
        let free = Int64(status.f_bavail) * Int64(status.f_frsize)
        let wanted = max(facts?.bytes ?? 0, 512 << 20)
        let megabytes = free / 1_000_000
        return Diagnosis(
            "disk_space",
            label,
            free >= wanted ? .good : free >= wanted / 4 ? .doubtful : .bad,
            fr: "\(megabytes) Mo libres",
            en: "\(megabytes) MB free"
        )
    }

    /// When the last backup ended, by the mark that it leaves.
    func backups() -> Diagnosis {
        let label = Phrase(fr: "sauvegarde", en: "backup")
        guard let text = TextOfFile.read(backupMark), let instant = Int64(text) else {
            return Diagnosis(
                "backup",
                label,
                .doubtful,
                fr: "aucune connue ; lancez `moulin db backup FICHIER`",
                en: "none known; run `moulin db backup FILE`"
            )
        }
        let days = max(0, secondsSince1970() - instant) / 86_400
        return Diagnosis(
            "backup",
            label,
            days <= 2 ? .good : .doubtful,
            fr: "la dernière a \(days) jours",
            en: "the last is \(days) days old"
        )
    }

    private var backupMark: String { "\(cluster.location.root)/last-backup" }

    /// Leaves a mark that a backup ended well; without a folder of one's own there is none.
    public func noteBackup() {
        guard let file = fopen(backupMark, "w") else { return }
        fputs("\(secondsSince1970())\n", file)
        fclose(file)
    }

    func fonts() -> Diagnosis {
        let label = Phrase(fr: "polices", en: "fonts")
        do throws(DrawingError) {
            _ = try Press()
            return Diagnosis("fonts", label, .good, fr: "présentes", en: "there")
        } catch {
            return Diagnosis("fonts", label, .bad, fr: "\(error)", en: "\(error)")
        }
    }
}
