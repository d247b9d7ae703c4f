public import Domain
public import Tabular

extension Problem {
    /// What was expected, as a clause without final stop.
    public var sentence: Phrase {
        switch self {
        case .unreadable(let reason): reason.sentence
        case .tooManyCells(let expected):
            Phrase(
                fr: "cellule en trop, l'en-tête a \(expected) colonnes",
                en: "a cell too many, the heading has \(expected) columns"
            )
        case .roundedNumber:
            Phrase(
                fr: "nombre arrondi par un tableur, écrire le numéro entier en format texte",
                en: "a number rounded by a spreadsheet, write it out in a text cell"
            )
        case .spreadsheetError:
            Phrase(fr: "erreur laissée par un tableur", en: "an error left by a spreadsheet")
        case .formulaWithoutValue:
            Phrase(
                fr: "formule sans valeur : ouvrir le classeur dans un tableur et l'enregistrer",
                en: "a formula without a value: open the workbook in a spreadsheet and save it"
            )
        case .severalValues(let values):
            Phrase(
                fr: "\(values.count) numéros dans une cellule, une ligne par appareil est attendue",
                en: "\(values.count) numbers in one cell, one row for each device is expected"
            )
        case .unreadableCharacter:
            Phrase(
                fr: "un caractère de ce numéro n'a pas été lu : le relire sur l'appareil, "
                    + "ou laisser la cellule vide",
                en: "a character of this number was not read: read it again on the device, "
                    + "or leave the cell empty"
            )
        case .dateInstead:
            Phrase(
                fr: "un tableur a sans doute fait une date de ce numéro",
                en: "a spreadsheet has probably made a date of this number"
            )
        case .nothingAbove:
            Phrase(
                fr: "un signe de répétition sans valeur au-dessus : écrire la valeur",
                en: "a sign of repetition with no value above it: write the value"
            )
        case .nothingIdentifies:
            Phrase(
                fr: "ni numéro de série, ni inventaire, ni type, ni marque, ni modèle",
                en: "no serial or inventory number, no type, maker or model"
            )
        case .severalDevices(let count):
            Phrase(
                fr:
                    "\(count) appareils ne peuvent porter le même numéro, une ligne par appareil est attendue",
                en: "\(count) devices cannot share one number, one row for each device is expected"
            )
        case .severalMachines(let parts):
            Phrase(
                fr: "\(parts.count) appareils sur une ligne (\(parts.joined(separator: ", "))) : "
                    + "une ligne pour chacun, ou le type « poste fixe complet » s'ils restent ensemble",
                en: "\(parts.count) devices in one row (\(parts.joined(separator: ", "))): "
                    + "one row for each, or the kind \"complete desktop set\" when they stay together"
            )
        case .repeated:
            Phrase(
                fr: "déjà donné par une ligne précédente du même fichier",
                en: "given before by an earlier line of the same file"
            )
        case .kindMissing:
            Phrase(
                fr: "type d'appareil attendu, dans la ligne ou pour tout le fichier (--kind)",
                en: "a kind of device is expected, in the row or for the whole file (--kind)"
            )
        case .kindsDisagree(let said, let model, let family):
            Phrase(
                fr: "\(said.label.fr) d'après ce mot, \(family.label.fr) d'après le modèle "
                    + "« \(model) » : corriger celui des deux qui est faux",
                en: "\(said.label.en) by this word, \(family.label.en) by the model "
                    + "\"\(model)\": correct the one that is wrong"
            )
        case .anotherHeading(let line):
            Phrase(
                fr: "un autre en-tête commence à la ligne \(line), avec d'autres colonnes : "
                    + "en faire un fichier à part",
                en: "another heading begins on line \(line), with other columns: "
                    + "make it a file of its own"
            )
        case .unknownKind(let nearest): unknownKind(nearest)
        case .notADevice:
            Phrase(
                fr: "une pièce, un consommable ou une licence n'est pas un appareil : "
                    + "retirer la ligne, ou dire un autre type",
                en: "a part, a consumable or a licence is no device: "
                    + "take the row out, or say another kind"
            )
        case .expected(_, let phrase): phrase
        case .notADate, .ambiguousDate, .impossibleDate, .dayNumber: dateSentence
        default: valueSentence
        }
    }

    private func unknownKind(_ nearest: [String]) -> Phrase {
        guard !nearest.isEmpty else {
            return Phrase(fr: "type d'appareil inconnu", en: "unknown type of device")
        }
        let words = nearest.joined(separator: ", ")
        return Phrase(
            fr: "type d'appareil inconnu ; les plus proches : \(words)",
            en: "unknown type of device; the nearest are: \(words)"
        )
    }

    private var dateSentence: Phrase {
        switch self {
        case .ambiguousDate(let dayFirst, let monthFirst):
            Phrase(
                fr: "le \(dayFirst) (jour/mois) ou le \(monthFirst) (mois/jour) : préciser l'ordre",
                en: "\(dayFirst) (day/month) or \(monthFirst) (month/day): say which order"
            )
        case .impossibleDate(.dayFirst):
            Phrase(
                fr: "ce jour n'existe pas en jour/mois/année",
                en: "no such day in day/month/year"
            )
        case .impossibleDate(.monthFirst):
            Phrase(
                fr: "ce jour n'existe pas en mois/jour/année",
                en: "no such day in month/day/year"
            )
        case .impossibleDate(nil):
            Phrase(fr: "ce jour n'existe pas", en: "there is no such day")
        case .dayNumber(let since1900, let since1904):
            Phrase(
                fr:
                    "numéro de jour d'un tableur : le \(since1900), ou le \(since1904) sur un ancien Mac",
                en: "a spreadsheet's day number: \(since1900), or \(since1904) on an old Mac"
            )
        default:
            Phrase(
                fr: "une date est attendue, comme 2021-03-25 ou 25/03/2021",
                en: "a date is expected, such as 2021-03-25 or 25/03/2021"
            )
        }
    }

    private var valueSentence: Phrase {
        switch self {
        case .notASize:
            Phrase(
                fr: "une taille est attendue, comme 16 Go ou 1 To",
                en: "a size is expected, such as 16 GB or 1 TB"
            )
        case .ambiguousSize(let readings):
            Phrase(
                fr: "\(readings.joined(separator: " ou ")) : préciser l'unité",
                en: "\(readings.joined(separator: " or ")): say the unit"
            )
        case .ambiguousNumber(let written, let readings):
            Phrase(
                fr: "\(written) se lit \(readings.joined(separator: " ou ")) : "
                    + "écrire le nombre voulu, sans séparateur de milliers",
                en: "\(written) reads as \(readings.joined(separator: " or ")): "
                    + "write the number that is meant, without a separator of thousands"
            )
        case .severalSizes:
            Phrase(
                fr: "une taille ou une autre : écrire celle de l'appareil, "
                    + "ou une somme avec ses unités, comme 256 Go + 1 To",
                en: "one size or another: write that of the device, "
                    + "or a sum with its units, such as 256 GB + 1 TB"
            )
        case .unknownStorageKind:
            Phrase(fr: "HDD, SSD ou NVMe est attendu", en: "HDD, SSD or NVMe is expected")
        case .notAQuantity:
            Phrase(
                fr: "un nombre d'appareils est attendu, comme 12",
                en: "a number of devices is expected, such as 12"
            )
        case .notAWeight:
            Phrase(
                fr: "un poids est attendu, comme 1,8 kg ou 850 g",
                en: "a weight is expected, such as 1.8 kg or 850 g"
            )
        case .notAnIMEI:
            Phrase(
                fr: "un IMEI de 15 chiffres est attendu, clé comprise",
                en: "an IMEI of 15 digits is expected, check digit included"
            )
        case .notAMAC:
            Phrase(
                fr: "une adresse MAC est attendue, comme 00:1b:44:11:3a:b7",
                en: "a MAC address is expected, such as 00:1b:44:11:3a:b7"
            )
        default:
            Phrase(
                fr: "un UUID est attendu, de 32 chiffres hexadécimaux",
                en: "a UUID is expected, of 32 hexadecimal digits"
            )
        }
    }
}

extension CSVFault.Reason {
    /// What is wrong with a record, as a clause without final stop.
    public var sentence: Phrase {
        switch self {
        case .nul:
            Phrase(fr: "la ligne contient un caractère nul", en: "the line holds a NUL character")
        case .invalidText:
            Phrase(
                fr: "des octets ne sont pas du texte dans le codage du fichier",
                en: "some bytes are not text in the charset of the file"
            )
        case .textAfterQuote:
            Phrase(
                fr: "du texte suit un guillemet fermant ; doubler les guillemets à l'intérieur",
                en: "text follows a closing quote; double the quotes inside"
            )
        case .quoteNotClosed:
            Phrase(fr: "un guillemet n'est jamais fermé", en: "a quote is never closed")
        case .fieldTooLong:
            Phrase(fr: "une cellule est démesurée", en: "a cell is beyond all measure")
        case .tooManyColumns:
            Phrase(fr: "la ligne a trop de colonnes", en: "the line has too many columns")
        case .recordTooLong:
            Phrase(fr: "la ligne est démesurée", en: "the line is beyond all measure")
        }
    }
}
