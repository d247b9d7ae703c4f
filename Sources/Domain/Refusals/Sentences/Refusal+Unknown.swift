extension Refusal.Code {
    /// The sentences of what is not known.
    static let unknownSentences: [Refusal.Code: Phrase] = [
        .unknownDevice: Phrase(
            fr: """
                Aucun appareil ne répond à « {device} ». Vérifiez l'étiquette ou cherchez par \
                numéro de série.
                """,
            en: """
                No device answers to "{device}". Check the label or search by serial number.
                """
        ),
        .ambiguousDevice: Phrase(
            fr: "Plusieurs appareils portent {device} : {labels}. Utilisez une de ces étiquettes.",
            en: "Several devices carry {device}: {labels}. Use one of these labels."
        ),
        .unknownDrive: Phrase(
            fr: """
                Aucun disque ne répond à « {drive} ». Vérifiez son numéro de série ou ajoutez-le \
                à l'appareil.
                """,
            en: """
                No drive answers to "{drive}". Check its serial number or add it to the device.
                """
        ),
        .unknownDonor: Phrase(
            fr: "Aucun donateur ne répond à « {donor} ». Cherchez-le par son nom ou créez-le.",
            en: """
                No donor answers to "{donor}". Search by name or create one.
                """
        ),
        .unknownDonation: Phrase(
            fr: "Aucun don ne répond à « {donation} ». Vérifiez son numéro ou annoncez-le.",
            en: """
                No donation answers to "{donation}". Check its number or announce it.
                """
        ),
        .unknownDocument: Phrase(
            fr: """
                Aucun document ne répond à « {document} ». Vérifiez le numéro ou le code \
                imprimé.
                """,
            en: """
                No document answers to "{document}". Check the printed number or code.
                """
        ),
        .unknownSale: Phrase(
            fr: "Aucune vente ne répond à « {sale} ». Vérifiez le numéro du ticket.",
            en: """
                No sale answers to "{sale}". Check the number on the slip.
                """
        ),
        .unknownReservation: Phrase(
            fr: """
                Aucune réservation n'est ouverte pour « {device} ». Réservez l'appareil avec le \
                bon d'abord.
                """,
            en: """
                No reservation is open for "{device}". Reserve the device with the voucher \
                first.
                """
        ),
        .unknownApplication: Phrase(
            fr: "Aucune demande ne répond à « {application} ». Vérifiez son numéro.",
            en: """
                No application answers to "{application}". Check its number.
                """
        ),
        .unknownPerson: Phrase(
            fr: """
                Personne ne répond à « {person} ». Vérifiez le nom ou demandez à \
                l'administrateur.
                """,
            en: """
                Nobody answers to "{person}". Check the name or ask the administrator.
                """
        ),
        .unknownShipment: Phrase(
            fr: "Aucun enlèvement ne répond à « {shipment} ». Vérifiez son numéro.",
            en: """
                No shipment answers to "{shipment}". Check its number.
                """
        ),
        .placeUnknown: Phrase(
            fr: "Le lieu « {place} » n'existe pas. Les plus proches : {nearest} ; sinon créez-le.",
            en: """
                There is no place "{place}". The nearest: {nearest}; otherwise create it.
                """
        ),
    ]
}
