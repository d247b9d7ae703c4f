extension WipeObjection {
    /// What can be wrong with a report of a wipe, or with the drive that it speaks of.
    public enum Kind: String, Vocabulary {
        case serialMissing = "serial_missing"
        case serialContradicted = "serial_contradicted"
        case otherDrive = "other_drive"
        case otherMedium = "other_medium"
        case otherModel = "other_model"
        case otherSize = "other_size"
        case endMissing = "end_missing"
        case endedBeforeArrival = "ended_before_arrival"
        case endedBeforeCount = "ended_before_count"
        case endedBeforeStart = "ended_before_start"
        case endedInTheFuture = "ended_in_the_future"
        case notErased = "not_erased"
        case errorsUnknown = "errors_unknown"
        case passErrors = "pass_errors"
        case verifyErrors = "verify_errors"
        case syncErrors = "sync_errors"
        case retries
        case roundsUnknown = "rounds_unknown"
        case roundsIncomplete = "rounds_incomplete"
        case bytesIncomplete = "bytes_incomplete"
        case notVerified = "not_verified"
        case hiddenSectors = "hidden_sectors"
        case hiddenSectorsUnknown = "hidden_sectors_unknown"
        case summaryMissing = "summary_missing"
        case methodUnknown = "method_unknown"
        case methodNotAccepted = "method_not_accepted"
        case levelTooLow = "level_too_low"
        case encryptionUnproven = "encryption_unproven"
        case personMissing = "person_missing"
        case noAttemptLeft = "no_attempt_left"

        public var label: Phrase {
            switch self {
            case .serialMissing:
                Phrase(
                    fr: "le rapport ne donne pas le numéro de série du disque",
                    en: "the report does not give the serial number of the drive"
                )
            case .serialContradicted:
                Phrase(
                    fr: "le rapport donne deux numéros de série à un même disque",
                    en: "the report gives two serial numbers to one drive"
                )
            case .otherMedium:
                Phrase(
                    fr:
                        "l'outil a vu de la mémoire flash là où un disque dur est compté ; comptez-le à nouveau avec le bon type",
                    en:
                        "the tool met flash where a hard disk is counted; count it again as what it is"
                )
            case .otherDrive:
                Phrase(
                    fr: "le rapport parle d'un autre disque",
                    en: "the report is of another drive"
                )
            case .otherModel:
                Phrase(
                    fr: "le rapport parle d'un autre modèle",
                    en: "the report is of another model"
                )
            case .otherSize:
                Phrase(
                    fr: "le rapport donne une autre capacité",
                    en: "the report gives another capacity"
                )
            case .endMissing:
                Phrase(
                    fr: "le rapport ne dit pas quand l'effacement a fini",
                    en: "the report does not say when the wipe ended"
                )
            case .endedBeforeArrival:
                Phrase(
                    fr: "l'effacement a fini avant l'arrivée de l'appareil",
                    en: "the wipe ended before the device arrived"
                )
            case .endedBeforeCount:
                Phrase(
                    fr:
                        "l'effacement a fini avant que ce disque, déjà compté dans un autre appareil, le soit dans celui-ci ; effacez-le à nouveau",
                    en:
                        "the wipe ended before this drive, counted in another device earlier, was counted in this one; wipe it again"
                )
            case .endedBeforeStart:
                Phrase(
                    fr: "l'effacement finit avant de commencer",
                    en: "the wipe ends before it starts"
                )
            case .endedInTheFuture:
                Phrase(fr: "l'effacement finit dans l'avenir", en: "the wipe ends in the future")
            case .notErased:
                Phrase(
                    fr: "l'outil ne dit pas que le disque est effacé",
                    en: "the tool does not say that the drive is erased"
                )
            case .errorsUnknown:
                Phrase(
                    fr: "le rapport ne compte pas les erreurs",
                    en: "the report does not count errors"
                )
            case .passErrors: Phrase(fr: "des erreurs d'écriture", en: "errors while writing")
            case .verifyErrors:
                Phrase(fr: "des erreurs de relecture", en: "errors while reading back")
            case .syncErrors:
                Phrase(fr: "des erreurs de synchronisation", en: "errors while flushing")
            case .retries:
                Phrase(
                    fr: "des écritures ont dû être refaites",
                    en: "some writes had to be retried"
                )
            case .roundsUnknown:
                Phrase(
                    fr: "le rapport ne dit pas combien de tours ont été faits",
                    en: "the report does not say how many rounds were done"
                )
            case .roundsIncomplete: Phrase(fr: "des tours manquent", en: "rounds are missing")
            case .bytesIncomplete:
                Phrase(
                    fr: "le disque n'est pas effacé en entier",
                    en: "the drive is not erased entirely"
                )
            case .notVerified:
                Phrase(fr: "l'effacement n'a pas été relu", en: "the wipe was not read back")
            case .hiddenSectors:
                Phrase(fr: "le disque cache des secteurs", en: "the drive hides sectors")
            case .hiddenSectorsUnknown:
                Phrase(
                    fr: "le rapport ne dit rien des secteurs cachés",
                    en: "the report says nothing of hidden sectors"
                )
            case .summaryMissing:
                Phrase(
                    fr: "le rapport s'arrête avant son bilan",
                    en: "the report stops before its summary"
                )
            case .methodUnknown:
                Phrase(
                    fr: "la méthode n'est pas dans la table",
                    en: "the method is not in the table"
                )
            case .methodNotAccepted:
                Phrase(
                    fr: "cette méthode ne prouve rien sur ce support",
                    en: "this method proves nothing on this medium"
                )
            case .levelTooLow:
                Phrase(
                    fr: "l'effacement n'est pas assez profond",
                    en: "the wipe is not deep enough"
                )
            case .encryptionUnproven:
                Phrase(
                    fr: "personne n'atteste que le disque était chiffré depuis le début",
                    en: "nobody vouches that the drive was encrypted from the start"
                )
            case .personMissing:
                Phrase(
                    fr: "la personne qui a effacé n'est pas nommée",
                    en: "the person who wiped is not named"
                )
            case .noAttemptLeft:
                Phrase(
                    fr: "le disque a déjà échoué trois fois",
                    en: "the drive has already failed three times"
                )
            }
        }
    }
}
