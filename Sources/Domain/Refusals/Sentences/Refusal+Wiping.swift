extension Refusal.Code {
    /// The sentences of wiping.
    static let wipingSentences: [Refusal.Code: Phrase] = [
        .drivesNotCounted: Phrase(
            fr: """
                Les disques de {device} n'ont pas été comptés. Comptez-les, même s'il n'y en a \
                aucun.
                """,
            en: """
                The drives of {device} have not been counted. Count them, even if there are \
                none.
                """
        ),
        .driveNotCleared: Phrase(
            fr: """
                {device} a encore un disque sans preuve : {drive}. Effacez-le ou retirez-le pour \
                destruction.
                """,
            en: """
                {device} still has a drive without proof: {drive}. Wipe it or remove it for \
                destruction.
                """
        ),
        .driveAlreadyCleared: Phrase(
            fr: "Le disque {drive} de {device} est déjà réglé. Il n'y a rien à refaire.",
            en: "Drive {drive} of {device} is already cleared. There is nothing to do again."
        ),
        .driveOfOtherDevice: Phrase(
            fr: """
                Le disque {drive} appartient à {other} et non à {device}. Vérifiez les deux \
                étiquettes.
                """,
            en: "Drive {drive} belongs to {other} and not to {device}. Check both labels."
        ),
        .driveUncounted: Phrase(
            fr: """
                Un rapport a vu dans {device} un disque que personne n'a compté. Comptez ses disques \
                à nouveau, ou dites lequel n'y est pas.
                """,
            en: """
                A report found a drive in {device} that nobody counted. Count its drives again, or \
                say which one is not there.
                """
        ),
        .expectedDrivesLeftOut: Phrase(
            fr: """
                Une liste ou un rapport dit qu'il y a dans {device} des supports que vous ne comptez \
                pas : {uncounted}. Comptez-les aussi, ou dites qu'ils n'y sont pas (missing).
                """,
            en: """
                A list or a report tells of drives in {device} that you do not count: {uncounted}. \
                Count them too, or say that they are not there (missing).
                """
        ),
        .countedDriveLeftOut: Phrase(
            fr: """
                Le disque {drive} de {device} a été compté et n'est pas parmi ceux donnés, alors \
                qu'un essai ou un retrait porte son numéro. Donnez-le aussi ; s'il a été ôté, \
                enregistrez son retrait.
                """,
            en: """
                Drive {drive} of {device} was counted and is not among those given, while an attempt \
                or a removal stands under its number. Give it too; if it was taken out, record its \
                removal.
                """
        ),
        .driveAwaitsDestruction: Phrase(
            fr: """
                Le disque {drive} attend sa destruction et ne peut être compté dans {device}. \
                Mettez-le de côté, puis enregistrez sa destruction.
                """,
            en: """
                Drive {drive} awaits its destruction and cannot be counted in {device}. Put it \
                aside, then record its destruction.
                """
        ),
        .driveWasReturned: Phrase(
            fr: """
                Le disque {drive} a été rendu à son donateur et ne peut être dans {device}, arrivé \
                avant. Vérifiez le numéro de série.
                """,
            en: """
                Drive {drive} was returned to its donor and cannot be in {device}, which arrived \
                before that. Check the serial number.
                """
        ),
        .provenAsOtherKind: Phrase(
            fr: """
                Le disque {drive} de {device} est prouvé effacé comme {proven} et ne peut devenir \
                {kind}. Faites contrôler cet effacement (check-wipe, échec), puis comptez à nouveau.
                """,
            en: """
                Drive {drive} of {device} is proven clean as {proven} and cannot become {kind}. Have \
                that wipe checked (check-wipe, failed), then count again.
                """
        ),
        .wipeNotAccepted: Phrase(
            fr: """
                L'effacement du disque {drive} ne prouve rien : {reasons}. Recommencez \
                l'effacement, ou retirez le disque pour destruction.
                """,
            en: """
                The wipe of drive {drive} proves nothing: {reasons}. Wipe it again, or remove \
                the drive for destruction.
                """
        ),
        .wipeAttemptsUsedUp: Phrase(
            fr: """
                Le disque {drive} a échoué {attempts} fois, la limite est {limit}. Retirez-le \
                pour destruction avec certificat, ou rendez-le au donateur.
                """,
            en: """
                Drive {drive} has failed {attempts} times, the limit is {limit}. Remove it for \
                destruction with a certificate, or return it to the donor.
                """
        ),
        .returnNeedsDonorDrive: Phrase(
            fr: """
                {device} revient d'un acheteur : ses disques ne vont pas au donateur. \
                Effacez-les ou détruisez-les.
                """,
            en: """
                {device} came back from a buyer: its drives do not go to the donor. Wipe or \
                destroy them.
                """
        ),
        .storageIsNoPart: Phrase(
            fr: """
                « {part} » est un support de stockage et non une pièce : rien ne prouverait qu'il est effacé. Effacez-le ou \
                retirez-le là où il est compté (count-drives, remove-drive), puis comptez-le dans l'appareil \
                qui le reçoit.
                """,
            en: """
                "{part}" is a drive and no part: nothing would prove that it was wiped. Wipe or remove it where it is counted \
                (count-drives, remove-drive), then count it in the device that gets it.
                """
        ),
        .storageHoldsADrive: Phrase(
            fr: """
                {device} est lui-même un support de stockage, ou en porte un soudé : il n'est jamais sans. \
                Comptez-le pour un support, avec son numéro de série, puis effacez-le.
                """,
            en: """
                {device} is a storage medium itself, or carries one soldered in: it is never without. Count it \
                as one drive, under its serial number, then wipe it.
                """
        ),
    ]
}
