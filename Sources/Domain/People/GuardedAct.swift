/// An act that asks more than a role: a proof of who acts that is fresh enough, or two people.
///
/// This list is the one place where it is written. Migrating loads it into the database, whose doors ask by it.
public struct GuardedAct: Hashable, Sendable {
    /// The name of a command, or of a case of one that its door tells apart.
    public let name: String
    /// How old the last password or code may be; 0 when any will do.
    public let proofMinutes: Int
    /// Whether an organisation may decide that it takes two people.
    public let mayNeedTwo: Bool
    public let label: Phrase

    private init(_ name: String, proof: Int = 5, two: Bool = false, _ label: Phrase) {
        self.name = name
        proofMinutes = proof
        mayNeedTwo = two
        self.label = label
    }

    public static let all: [GuardedAct] = [
        GuardedAct(
            "erase-person",
            two: true,
            Phrase(fr: "effacer une personne de l'équipe", en: "erase a member of the staff")
        ),
        GuardedAct(
            "erase-donor",
            two: true,
            Phrase(fr: "effacer un donateur", en: "erase a donor")
        ),
        GuardedAct(
            "erase-household",
            Phrase(fr: "effacer un foyer", en: "erase a household")
        ),
        GuardedAct(
            "cancel-document",
            Phrase(fr: "annuler un document", en: "cancel a document")
        ),
        GuardedAct(
            "cancel-fiscal-receipt",
            proof: 0,
            two: true,
            Phrase(fr: "annuler un reçu fiscal émis", en: "cancel an issued tax receipt")
        ),
        GuardedAct(
            "replace-document",
            Phrase(fr: "remplacer un document", en: "replace a document")
        ),
        GuardedAct(
            "grant-role",
            two: true,
            Phrase(fr: "donner un rôle", en: "give a role")
        ),
        GuardedAct(
            "end-role",
            Phrase(fr: "retirer un rôle", en: "end a role")
        ),
        GuardedAct(
            "invite-person",
            Phrase(fr: "donner un lien de mot de passe", en: "give a link for a password")
        ),
        GuardedAct(
            "mail-invitation",
            Phrase(fr: "envoyer un lien de mot de passe", en: "mail a link for a password")
        ),
        GuardedAct(
            "link-identity",
            Phrase(
                fr: "lier un compte d'un autre service",
                en: "link an account of another service"
            )
        ),
        GuardedAct(
            "make-token",
            Phrase(fr: "donner une clé à un programme", en: "give a key to a program")
        ),
        GuardedAct(
            "require-second-factor",
            Phrase(fr: "exiger un second facteur", en: "require a second factor")
        ),
        GuardedAct(
            "remove-second-factor",
            Phrase(fr: "retirer un second facteur", en: "remove a second factor")
        ),
        GuardedAct(
            "set-pin",
            Phrase(fr: "choisir son code de poste", en: "choose the PIN for the bench")
        ),
        GuardedAct(
            "open-workstation",
            Phrase(fr: "ouvrir un poste partagé", en: "open a shared bench")
        ),
        GuardedAct(
            "require-two-people",
            Phrase(fr: "changer ce qui demande deux personnes", en: "change what takes two people")
        ),
        GuardedAct(
            "describe-organisation",
            two: true,
            Phrase(fr: "changer les réglages de la maison", en: "change the house's settings")
        ),
        GuardedAct(
            "publish-price-grid",
            two: true,
            Phrase(fr: "publier une grille de prix", en: "publish a price grid")
        ),
        GuardedAct(
            "publish-caps",
            two: true,
            Phrase(fr: "publier des plafonds", en: "publish caps")
        ),
        GuardedAct(
            "publish-brackets",
            two: true,
            Phrase(fr: "publier des tranches", en: "publish brackets")
        ),
        GuardedAct(
            "lower-price",
            proof: 0,
            two: true,
            Phrase(fr: "fixer un prix à la main", en: "set a price by hand")
        ),
        GuardedAct(
            "publish-valuation-grid",
            Phrase(fr: "publier une grille d'estimation", en: "publish a valuation grid")
        ),
        GuardedAct(
            "publish-grade-table",
            Phrase(fr: "publier un barème d'état", en: "publish a grade table")
        ),
        GuardedAct(
            "run-retention",
            Phrase(
                fr: "effacer ce dont le délai est passé",
                en: "erase what its time limit has reached"
            )
        ),
        GuardedAct(
            "publish-retention",
            Phrase(fr: "publier un délai de conservation", en: "publish a time of keeping")
        ),
        GuardedAct(
            "publish-eligibility-pack",
            Phrase(fr: "publier des règles d'éligibilité", en: "publish eligibility rules")
        ),
        GuardedAct(
            "publish-waiting-order",
            Phrase(fr: "publier l'ordre d'attente", en: "publish the waiting order")
        ),
    ]
}
