extension Refusal.Code {
    /// The sentence in French: first what the rule says of the thing, then what to do.
    var french: String {
        switch self {
        case .unknownState:
            """
            « {state} » n'est pas un état de la carte. Choisissez l'un de ses états : \
            {known}.
            """
        case .unknownStep:
            """
            « {step} » n'est pas une étape de la carte. Choisissez l'une des étapes \
            possibles ici : {allowed}.
            """
        case .stepNotOnMap:
            """
            « {step} » n'est pas possible depuis « {from} », seulement depuis : \
            {possible_from}. Ici on peut : {allowed}.
            """
        case .stepRetired:
            """
            L'étape « {step} » n'existe plus depuis le {retired_on}. Ici on peut : \
            {allowed}.
            """
        case .evidenceMissing:
            """
            L'étape « {step} » demande une preuve ({evidence}) qui manque. Enregistrez-la, \
            puis recommencez.
            """
        case .movedMeanwhile:
            """
            L'appareil {device} a changé entre-temps : il était « {expected} », il est \
            « {found} ». Rechargez la page et regardez où il en est.
            """
        case .blockedByFlag:
            "L'appareil {device} est bloqué : {flag}. Levez ce blocage d'abord."
        case .reasonMissing:
            "« {action} » demande un motif. Écrivez en une phrase pourquoi."
        case .unknownDevice:
            """
            Aucun appareil ne répond à « {device} ». Vérifiez l'étiquette ou cherchez par \
            numéro de série.
            """
        case .unknownDrive:
            """
            Aucun disque ne répond à « {drive} ». Vérifiez son numéro de série ou ajoutez-le \
            à l'appareil.
            """
        case .unknownDonor:
            "Aucun donateur ne répond à « {donor} ». Cherchez-le par son nom ou créez-le."
        case .unknownDonation:
            "Aucun don ne répond à « {donation} ». Vérifiez son numéro ou annoncez-le."
        case .unknownDocument:
            """
            Aucun document ne répond à « {document} ». Vérifiez le numéro ou le code \
            imprimé.
            """
        case .unknownSale:
            "Aucune vente ne répond à « {sale} ». Vérifiez le numéro du ticket."
        case .unknownReservation:
            """
            Aucune réservation n'est ouverte pour « {device} ». Réservez l'appareil avec le \
            bon d'abord.
            """
        case .unknownApplication:
            "Aucune demande ne répond à « {application} ». Vérifiez son numéro."
        case .unknownPerson:
            """
            Personne ne répond à « {person} ». Vérifiez le nom ou demandez à \
            l'administrateur.
            """
        case .unknownShipment:
            "Aucun enlèvement ne répond à « {shipment} ». Vérifiez son numéro."
        case .placeUnknown:
            "Le lieu « {place} » n'existe pas. Les plus proches : {nearest} ; sinon créez-le."
        case .notPermitted:
            "« {action} » demande le rôle {role}. Demandez à une personne qui l'a."
        case .needsOtherPerson:
            "« {action} » demande une autre personne que {person}. Demandez à un collègue."
        case .valueNotAllowed:
            """
            Une valeur n'est pas ce qu'elle doit être (mur {wall}). Rien n'a été gardé ; corrigez-la et recommencez.
            """
        case .lineTwice:
            """
            Deux lignes parlent de la même chose (mur {wall}). Rien n'a été gardé ; laissez-en une seule.
            """
        case .alreadyDoneWithOtherContent:
            """
            La clé {key} a déjà servi à une demande d'un autre contenu. Prenez une nouvelle \
            clé, ou renvoyez la même demande.
            """
        case .batchMixesSides:
            """
            {command} passe par un autre accès que les lignes précédentes, et une transaction n'en \
            a qu'un. Faites deux fichiers, ou laissez le lot continuer malgré les erreurs.
            """
        case .signInWrong:
            "« {login} » et ce mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un nouveau lien."
        case .tooManyAttempts:
            "Trop d'essais. Attendez {minutes} minutes, ou demandez un nouveau lien."
        case .invitationSpent:
            "Ce lien a servi, a été remplacé ou a plus de {days} jours. Demandez-en un nouveau."
        case .passwordTooShort:
            "Le mot de passe a {length} caractères ; choisissez-en un de {least} ou plus."
        case .tooOld:
            """
            {device} est trop ancien pour être remis en service. Orientez-le vers les pièces \
            ou le recyclage.
            """
        case .belowMinSpec:
            """
            {device} n'atteint pas la configuration minimale : {missing}. Complétez-le, ou \
            orientez-le vers les pièces ou le recyclage.
            """
        case .locked:
            """
            {device} est verrouillé ({lock}). Demandez au donateur de le libérer ; en \
            attendant, il reste en quarantaine.
            """
        case .damaged:
            """
            {device} est trop abîmé pour être accepté : {damage}. Rendez-le au donateur ou \
            recyclez-le.
            """
        case .incomplete:
            """
            {device} est incomplet : il manque {missing}. Demandez-le au donateur ou refusez \
            l'appareil.
            """
        case .hazard:
            "{device} est dangereux : {hazard}. Ne l'ouvrez pas, isolez-le en quarantaine."
        case .classifiedMedia:
            """
            {device} a porté des données classifiées ({origin}) : ces supports sont hors du \
            dispositif. Rendez-le au donateur, scellé.
            """
        case .ownershipDoubt:
            """
            On ne sait pas si {device} appartenait au donateur (vol ou location). Demandez \
            la preuve d'achat avant de l'accepter.
            """
        case .unitValueOver300:
            """
            {device} est déclaré {value} ; un organisme public ne peut donner que jusqu'à \
            {limit} l'unité (CG3P D.3212-3). Il doit le vendre par le Domaine, ou corriger \
            la valeur par une décision.
            """
        case .notAcceptedType:
            """
            Le type « {type} » n'est pas accepté ici. Orientez le donateur vers une filière \
            adaptée.
            """
        case .duplicateDevice:
            """
            {device} existe déjà sous {other}, avec la même identité matérielle. Ouvrez \
            celui-là, ou faites trancher le doute.
            """
        case .auditFoundFaults:
            "L'audit a trouvé {n} défauts, listés ci-dessus. Laissez la base en l'état, et comparez avec une sauvegarde."
        case .unknownImport:
            """
            Aucun import {import}. Voyez son numéro dans la liste des imports.
            """
        case .importMovedOn:
            """
            L'import {import} ne peut plus être annulé en entier, car il s'est passé ceci depuis : {events}. \
            Corrigez les autres un par un.
            """
        case .importNotUndoable:
            """
            L'import {import} n'a amené aucun appareil d'un don ; il n'y a rien à retirer.
            """
        case .importRefused:
            "Lignes fausses dans le fichier : {n} ; aucune n'est donc importée. Corrigez-les, ou importez les bonnes avec --keep-going."
        case .ambiguousDevice:
            "Plusieurs appareils portent {device} : {labels}. Utilisez une de ces étiquettes."
        case .alreadyImported:
            """
            Le fichier {file} a déjà été importé le {imported_on}. Rien n'a changé ; \
            corrigez le fichier s'il devait changer quelque chose.
            """
        case .drivesNotCounted:
            """
            Les disques de {device} n'ont pas été comptés. Comptez-les, même s'il n'y en a \
            aucun.
            """
        case .driveNotCleared:
            """
            {device} a encore un disque sans preuve : {drive}. Effacez-le ou retirez-le pour \
            destruction.
            """
        case .driveAlreadyCleared:
            "Le disque {drive} de {device} est déjà réglé. Il n'y a rien à refaire."
        case .driveOfOtherDevice:
            """
            Le disque {drive} appartient à {other} et non à {device}. Vérifiez les deux \
            étiquettes.
            """
        case .wipeNotAccepted:
            """
            L'effacement du disque {drive} ne prouve rien : {reasons}. Recommencez \
            l'effacement, ou retirez le disque pour destruction.
            """
        case .wipeAttemptsUsedUp:
            """
            Le disque {drive} a échoué {attempts} fois, la limite est {limit}. Retirez-le \
            pour destruction avec certificat, ou rendez-le au donateur.
            """
        case .returnNeedsDonorDrive:
            """
            {device} revient d'un acheteur : ses disques ne vont pas au donateur. \
            Effacez-les ou détruisez-les.
            """
        case .inspectionIncomplete:
            """
            {device} ne peut pas être classé : tests manquants ({tests}). Faites-les, puis \
            classez.
            """
        case .gradeNotSellable:
            """
            {device} est classé {grade}, ce qui ne se vend pas. Réparez-le ou orientez-le \
            vers les pièces.
            """
        case .bannedWords:
            """
            Le texte « {text} » emploie des mots interdits pour l'occasion : {words}. \
            Écrivez « produit reconditionné » ou « produit d'occasion ».
            """
        case .changedMeanwhile:
            """
            {device} a changé depuis que vous l'avez lu. Rechargez, puis refaites votre \
            changement.
            """
        case .flagNotUp:
            """
            {device} n'est pas bloqué pour ce motif : {flag}. Voyez ses blocages sur sa \
            page.
            """
        case .flagAlreadyUp:
            """
            {device} est déjà bloqué pour ce motif : {flag}. Levez d'abord ce blocage.
            """
        case .deviceNotHere:
            """
            {device} n'est pas à l'atelier : {from}. Reprenez-le d'abord.
            """
        case .notMissing:
            """
            {device} n'est pas porté disparu : {from}. Rien n'est à retrouver.
            """
        case .unknownDoubt:
            """
            Aucun doute ne porte le numéro {doubt}. Voyez la liste des doutes.
            """
        case .doubtAlreadyDecided:
            """
            Le doute {doubt} est déjà tranché : {decision}. Rien n'a changé.
            """
        case .mergeWithItself:
            """
            {device} n'est qu'une fiche. Nommez-en deux.
            """
        case .alreadyMerged:
            """
            {device} ou {other} est déjà fondue dans une autre fiche, ou son import a été annulé. Prenez la \
            fiche qui demeure.
            """
        case .mergeNeedsANewcomer:
            """
            {device} en est à « {state} » et a sa propre histoire. Seule une fiche annoncée, reçue ou triée, \
            et jamais sortie, se fond dans une autre : nommez l'autre d'abord, ou terminez l'une des deux à sa \
            façon.
            """
        case .mergeOfSurvivor:
            """
            D'autres fiches ont été fondues dans {device}. Fondez plutôt {other} en elle, ou séparez-les d'abord.
            """
        case .mergeWithDeparted:
            """
            {other} est sorti de la maison. Si la même machine est revenue, importez-la sous son nouveau don : \
            elle ouvre un nouveau séjour.
            """
        case .mergeWithFlag:
            """
            {device} est bloqué. Levez le blocage, ou posez-le aussi sur {other}, puis fusionnez.
            """
        case .mergeOfTwoRegimes:
            """
            {device} et {other} sont venus sous des régimes de revente différents. Corrigez le don qui est \
            faux.
            """
        case .mergeNeedsHigherWipe:
            """
            Le donateur de {device} demande un effacement plus fort que celui de {other}. Annulez d'abord ses \
            preuves, pour qu'il soit effacé à nouveau.
            """
        case .mergeLeavesDrive:
            """
            {device} contient un disque qui n'a pas été compté dans {other}. Signalez le support trouvé dans \
            {other}, et comptez à nouveau.
            """
        case .mergeHasPapers:
            """
            Des documents comptent {device} à part. Annulez-les ou remplacez-les d'abord.
            """
        case .notMerged:
            """
            {device} n'est fondu dans aucune autre fiche. Rien n'a changé.
            """
        case .nameTaken:
            """
            Le nom « {name} » est déjà pris. Choisissez-en un autre.
            """
        case .lotUnknown:
            """
            Le lot « {lot} » n'existe pas. Les plus proches : {nearest} ; sinon, créez-le.
            """
        case .siteUnknown:
            """
            Le site « {site} » n'existe pas. Les plus proches : {nearest} ; sinon, créez-le.
            """
        case .countCannotShrink:
            """
            {device} a {counted} supports comptés, on ne peut en compter {given}. Pour un \
            support ôté, enregistrez son retrait.
            """
        case .sameDriveTwice:
            """
            Le même support est donné deux fois pour {device}. Vérifiez les numéros de \
            série.
            """
        case .driveNotCounted:
            """
            {device} n'a pas de support {drive} parmi ceux comptés. Comptez ses supports, \
            puis recommencez.
            """
        case .driveKindUnknown:
            """
            On ne sait pas ce qu'est le support {drive} de {device}. Comptez à nouveau en \
            disant s'il est {kinds}.
            """
        case .driveNotSanitized:
            """
            Le support de la pièce {component} n'est pas prouvé effacé. Effacez-le ou \
            détruisez-le d'abord.
            """
        case .driveNotAwaitingDestruction:
            """
            Le support {drive} n'attend pas de destruction. Retirez-le d'abord de son \
            appareil pour le détruire.
            """
        case .placeNotLocked:
            """
            Le support {drive} n'est pas prouvé effacé et {place} n'est pas une zone fermée. \
            Rangez-le dans une zone fermée.
            """
        case .unknownWipe:
            """
            Aucun effacement ne porte le numéro {wipe}. Voyez la page de l'appareil.
            """
        case .notInTest:
            """
            {device} n'est ni en test ni en remise en état : {from}. Possible ici : {next}.
            """
        case .unknownTest:
            """
            Il n'y a pas de test « {test} » pour ce type ({kind}). Les plus proches : \
            {nearest}.
            """
        case .unknownComponent:
            """
            Aucune pièce ne porte le numéro {component}. Voyez la page de l'appareil ou \
            l'étagère des pièces.
            """
        case .componentGone:
            """
            La pièce {component} n'est plus là. Choisissez-en une autre.
            """
        case .componentNotReachable:
            """
            La pièce {component} est dans {device}, qui n'est pas ouvert. Mettez-le en \
            remise en état ou aux pièces d'abord.
            """
        case .notBeingRefurbished:
            """
            {device} n'est pas en remise en état. Mettez-le d'abord en remise en état.
            """
        case .notForParts:
            """
            {device} n'est pas destiné aux pièces : {from}. Possible ici : {next}.
            """
        case .partsCannotBeNegative:
            """
            Il reste {on_hand} « {part} », on en demande {asked}. Recomptez, ou prenez-en \
            moins.
            """
        case .unknownPart:
            """
            Il n'y a pas de pièce comptée « {part} ». Les plus proches : {nearest} ; sinon, \
            comptez-la d'abord.
            """
        case .shipmentNotShipped:
            """
            L'enlèvement {shipment} n'a pas encore de bordereau. Enregistrez d'abord son \
            départ.
            """
        case .shipmentAlreadyShipped:
            """
            L'enlèvement {shipment} est déjà parti, bordereau {slip}. Préparez-en un autre.
            """
        case .priceMissing:
            """
            La grille {grid} n'a pas de prix pour {type}, classe {grade}, tranche {bracket}. \
            Ajoutez la ligne, ou donnez une autre issue à l'appareil.
            """
        case .priceOverCap:
            """
            {price} dépasse le plafond légal de {cap} pour ce type ({type}). Vendez à {cap} \
            au plus.
            """
        case .priceChanged:
            """
            Le prix affiché était {shown}, il est maintenant {current}. Annoncez le nouveau \
            prix, puis recommencez.
            """
        case .adjustmentOutOfBounds:
            """
            {adjusted} n'est pas permis : l'ajustement va de {lowest} à {price}. Choisissez \
            un prix entre les deux.
            """
        case .giftNotSale:
            "{device} est à zéro : c'est un don, pas une vente. Établissez un bon de don."
        case .resaleNotAllowed:
            """
            {device} vient d'un organisme public dont les dons ne se revendent pas. \
            Donnez-le avec un bon de don.
            """
        case .noPrice:
            """
            La grille en vigueur n'a pas de prix pour : {kind}, classe {grade}. Faites \
            compléter la grille, ou donnez une autre issue à l'appareil.
            """
        case .capMissing:
            """
            {device} vient d'un organisme public, et aucun plafond légal n'est en vigueur \
            pour : {kind}. Faites d'abord publier les plafonds.
            """
        case .ruleMissing:
            """
            Aucune règle du genre « {rule} » n'est en vigueur le {day}. Faites-en publier \
            une pour ce jour.
            """
        case .ruleAlreadyPublished:
            """
            {rule} ne peut pas être publiée à partir du {day} : {other} commence déjà ce \
            jour-là ou porte ce nom. Choisissez un autre jour ou un autre nom.
            """
        case .incomeAboveCeiling:
            """
            Le quotient {quotient} atteint le plafond de {ceiling} (grille {grid}). Le foyer \
            peut faire appel ou montrer un autre statut.
            """
        case .proofMissing:
            """
            Il manque un justificatif : {proof}. Demandez-le à la personne, le dossier reste \
            ouvert.
            """
        case .proofExpired:
            """
            Le justificatif « {proof} » du {issued_on} n'est valable que jusqu'au \
            {last_day}. Demandez-en un plus récent.
            """
        case .proofIllegible:
            "Le justificatif « {proof} » ne se lit pas. Demandez une copie lisible."
        case .outOfArea:
            """
            L'adresse ({area}) est hors du territoire. Orientez la personne vers le service \
            de sa commune.
            """
        case .householdLimit:
            """
            Le foyer a déjà eu {quota} {kind} en 24 mois. Un nouveau sera possible le \
            {free_on}.
            """
        case .identityMismatch:
            "Les noms diffèrent entre {first} et {second}. Vérifiez la pièce d'identité."
        case .duplicateApplication:
            "Une demande du même foyer est déjà ouverte : {application}. Continuez celle-là."
        case .priorResale:
            """
            Une revente d'un appareil remis au foyer a été constatée ({sale}). Un décideur \
            peut lever ce refus en appel.
            """
        case .withdrawn:
            """
            La demande {application} a été retirée par la personne. Ouvrez-en une nouvelle \
            si elle revient.
            """
        case .outOfStock:
            """
            Aucun appareil de ce genre ({kind}) n'est en stock. Inscrivez le foyer sur la \
            liste d'attente.
            """
        case .applicationClosed:
            """
            La demande {application} est « {status} » et ne change plus. Ouvrez un appel ou \
            une nouvelle demande.
            """
        case .overrideTooLarge:
            """
            De {from} à {to}, l'écart dépasse {limit} tranches. Choisissez une tranche plus \
            proche.
            """
        case .voucherMissing:
            """
            {device} ne se vend qu'avec un bon valable. Scannez le bon, ou orientez la \
            personne vers le service social.
            """
        case .voucherUnknown:
            """
            Aucun bon ne porte le code {voucher}. Vérifiez le code, ou orientez la personne \
            vers le service social.
            """
        case .voucherNotYetValid:
            "Le bon {voucher} vaut à partir du {first_day}. Revenez ce jour-là."
        case .voucherExpired:
            """
            Le bon {voucher} valait jusqu'au {last_day}. Le service social peut le \
            renouveler.
            """
        case .voucherRevoked:
            "Le bon {voucher} a été retiré. Orientez la personne vers le service social."
        case .voucherAlreadyRenewed:
            """
            Le bon {voucher} a déjà été renouvelé une fois. Une nouvelle demande est \
            nécessaire.
            """
        case .kindNotAllowed:
            "Le bon {voucher} ne couvre pas : {kind}. Il couvre : {allowed}."
        case .quotaReached:
            """
            Le bon {voucher} a déjà servi, plus rien ne reste pour : {kind}. Choisissez un \
            autre genre d'appareil.
            """
        case .incomeAboveLimit:
            """
            Un revenu de {income} par an pour {persons} personnes n'est pas sous la limite \
            de {limit} (table {table}). Le foyer peut faire appel ou montrer un autre \
            statut.
            """
        case .appealTooLate:
            """
            Le recours sur la demande {application} n'était possible que jusqu'au \
            {last_day}. Saisissez une nouvelle demande.
            """
        case .unknownHousehold:
            "Le foyer {household} n'existe pas. Vérifiez le numéro sur la demande."
        case .adultNotInHousehold:
            """
            Cet adulte ne vit pas au foyer {household}. Vérifiez le nom et la date de \
            naissance.
            """
        case .householdNeedsAdult:
            """
            Le foyer {household} n'aurait plus d'adulte. Ajoutez d'abord l'adulte qui \
            reste.
            """
        case .applicationNotApproved:
            """
            La demande {application} est « {status} », pas acceptée. Décidez-en d'abord.
            """
        case .waitingAlready:
            """
            La demande {application} attend déjà ({kind}). Consultez la liste d'attente.
            """
        case .notWaiting:
            """
            La demande {application} n'attend pas ({kind}). Consultez la liste d'attente.
            """
        case .notDecidedYet:
            "Rien n'est décidé de la demande {application}. Décidez-en d'abord."
        case .stateQuotientMissing:
            """
            L'interface de l'État ne donne pas de quotient : {reason}. Demandez l'attestation au \
            foyer.
            """
        case .heldByLaw:
            """
            {subject} ne s'efface pas encore : {holds}. Levez cet obstacle, puis \
            recommencez.
            """
        case .alreadyErased:
            "{subject} est déjà effacé. Il n'y a plus rien à faire."
        case .personStillActive:
            "{login} fait encore partie de l'équipe. Retirez d'abord ses rôles."
        case .nothingToDecide:
            """
            La demande {application} n'a encore aucun élément de ressources. Saisissez \
            d'abord un quotient ou un statut.
            """
        case .deviceAlreadySold:
            "{device} est déjà vendu ({sale}). Choisissez un autre appareil."
        case .reservationExpired:
            """
            La réservation de {device} valait jusqu'au {last_day}. Réservez-le à nouveau \
            s'il est en stock.
            """
        case .paymentIncomplete:
            """
            Le total est {total}, {paid} sont payés : il manque {missing}. Complétez le \
            paiement.
            """
        case .paymentTooHigh:
            """
            Le total est {total}, {paid} sont payés ; on ne rend la monnaie que sur les \
            espèces ({cash}). Diminuez l'autre paiement.
            """
        case .paymentNotPositive:
            """
            Un paiement de {amount} ({method}) n'en est pas un. Saisissez un montant \
            au-dessus de zéro.
            """
        case .cashLimitExceeded:
            """
            {cash} en espèces dépassent la limite de {limit} pour un particulier. Faites \
            payer le reste autrement.
            """
        case .tooManyInstalments:
            "{count} échéances demandées, {limit} au plus. Diminuez leur nombre."
        case .returnTooLate:
            """
            Le délai de retour de {device} finissait le {last_day}. La garantie légale de \
            conformité reste ouverte.
            """
        case .warrantyEnded:
            """
            La garantie légale de {device} finissait le {last_day}. Proposez une réparation \
            payante ou la reprise.
            """
        case .deviceNotOnOffer:
            "{device} n'est pas en rayon, il est : {state}. Choisissez un appareil proposé."
        case .reservedForAnother:
            """
            {device} est réservé pour un autre bon jusqu'au {last_day}. Choisissez un autre \
            appareil.
            """
        case .nothingToTakeBack:
            """
            {device} n'est ni vendu, ni donné, ni confié de cette façon, et ne peut donc pas \
            revenir. Regardez où il en est.
            """
        case .refundOverPrice:
            """
            {refund} ne peut pas être remboursé pour {device} : {paid} a été payé. \
            Remboursez cette somme au plus.
            """
        case .unknownWarrantyCase:
            "Aucun dossier de garantie ne répond à « {case} ». Vérifiez son numéro sur la vente."
        case .warrantyCaseClosed:
            "Le dossier de garantie {case} est clos depuis le {day}. Ouvrez-en un nouveau."
        case .dayClosed:
            "La caisse est close pour le {day}. Vendez ou remboursez le prochain jour ouvert."
        case .periodNotOver:
            "La période ({period}) dure jusqu'au {last_day}. Clôturez-la ce jour-là ou après."
        case .periodAlreadyClosed:
            """
            La période ({period}) est déjà close jusqu'au {last_day}. Choisissez-en une plus \
            tardive.
            """
        case .loginTaken:
            "L'identifiant {login} est pris. Choisissez-en un autre."
        case .roleAlreadyHeld:
            "{person} a déjà le rôle {role}. Il n'y a rien à faire."
        case .roleNotHeld:
            "{person} n'a pas le rôle {role}. Regardez quels rôles la personne a."
        case .noTaxRight:
            """
            Ce donateur ({donor_kind}) n'ouvre pas droit à un reçu fiscal. Établissez \
            plutôt : {instead}.
            """
        case .zeroValue:
            """
            Le don {donation} vaut zéro : pas de reçu fiscal. Proposez une attestation de \
            don.
            """
        case .valuationMissing:
            """
            La valeur du don {donation} n'a pas été donnée par écrit par le donateur. \
            Demandez sa lettre (valeur, date, signataire).
            """
        case .valuationBasisNotAllowed:
            """
            La base « {basis} » ne convient pas à ce donateur ({donor_kind}). Choisissez \
            parmi : {allowed}.
            """
        case .valuationRaisedWithoutReason:
            """
            {value} dépasse la proposition de {proposed} sans motif. Écrivez pourquoi, ou \
            gardez la proposition.
            """
        case .issuerNotAuthorised:
            """
            {issuer} n'est pas habilité à émettre des reçus fiscaux. Renseignez \
            l'habilitation (auto-évaluation ou rescrit).
            """
        case .goodsNotEligible:
            """
            Ce pays ({country}) n'accorde pas de reçu fiscal pour des biens. Proposez un \
            remerciement sans valeur fiscale.
            """
        case .addressIncomplete:
            """
            L'adresse de {donor} est incomplète : il manque {missing}. Complétez-la avant \
            d'émettre.
            """
        case .identityIncomplete:
            """
            L'identité de {donor} est incomplète : il manque {missing}. Complétez-la avant \
            d'émettre.
            """
        case .nothingAccepted:
            """
            Aucun article du don {donation} n'a été accepté. Acceptez-en au tri avant \
            d'émettre un document.
            """
        case .documentCancelled:
            "Le document {document} est annulé et ne change plus. Émettez son remplaçant."
        case .documentAlreadyIssued:
            """
            Le document existe déjà : {document}. Annulez-le d'abord, ou imprimez un \
            duplicata.
            """
        case .backDated:
            "Le {day} est une date impossible ici : {rule}. Corrigez la date."
        case .documentNotCancelled:
            """
            Le document {document} est toujours valable. Annulez-le avant de le remplacer.
            """
        case .documentNotForDonor:
            """
            Un donateur de ce genre ({donor_kind}) ne reçoit pas ce document ({document}). \
            Émettez plutôt : {instead}.
            """
        case .donationNotInStatus:
            """
            Le don {donation} est {status} ; cela ne se fait que lorsqu'il est {needed}. \
            Amenez-le d'abord à cet état, ou corrigez-le.
            """
        case .donationLineUnknown:
            """
            Le don {donation} n'a pas de ligne {line}. Vérifiez ses lignes, ou donnez le \
            matériel sur une nouvelle ligne.
            """
        case .donationCountsDiffer:
            """
            À la ligne {line}, {accepted} acceptés et {refused} refusés ne font pas {received} \
            reçus. Recomptez.
            """
        case .donorKindsDiffer:
            """
            {donor} et {into} sont des donateurs de deux genres et ne peuvent être le même. \
            Corrigez d'abord le genre, s'il est faux.
            """
        case .donorAlreadyKnown:
            """
            Un donateur de SIREN {siren} est déjà connu. Utilisez-le, ou fusionnez les deux.
            """
        case .donorHasGiven:
            """
            {donor} a donné {donations} fois comme ce qu'il est ({donor_kind}), et ses papiers \
            le disent. Enregistrez un autre donateur du bon genre.
            """
        case .giftValueMissing:
            """
            La grille de valeur des dons n'a rien pour {type}, année {year}, état {grade}. \
            Ajoutez la ligne à la grille en vigueur.
            """
        case .nothingErased:
            """
            Aucun support de {subject} n'a été effacé ici. Effacez-en un, ou n'émettez pas de \
            certificat.
            """
        case .erasureRefused:
            """
            Les données de {subject} sont gardées par la loi ({duty}) jusqu'au {last_day}. \
            Le reste a été effacé.
            """
        case .paperOfAnotherCountry:
            """
            « {document} » n'est pas un papier du pays de l'organisme ({country}). Émettez \
            plutôt : {instead}.
            """
        case .notOfPublicBenefit:
            """
            {issuer} n'est pas reconnue d'utilité publique et ne peut attester d'un don pour \
            la TVA. Enregistrez le décret s'il existe.
            """
        case .nothingToState:
            """
            Il n'y a rien à dire de {subject} : aucun reçu en vigueur, ou rien qui compte. \
            Émettez d'abord les reçus.
            """
        case .registerClosed:
            """
            Le registre de {year} est clos : rien ne peut plus y entrer. Les objets \
            d'aujourd'hui entrent dans celui de l'année.
            """
        case .nothingDue:
            """
            La vente {sale} n'a plus rien à payer par échéances. Vérifiez le numéro du \
            ticket.
            """
        case .nothingRefunded:
            """
            Le retour {return} n'a donné lieu à aucun remboursement. Il n'y a pas d'avoir à \
            émettre.
            """
        case .invoiceMissing:
            """
            La vente {sale} n'a pas de ticket ni de facture en vigueur. Émettez-le d'abord : \
            l'avoir le nomme.
            """
        case .unknownClosing:
            """
            Aucune clôture ne répond à « {closing} ». Clôturez d'abord la période.
            """
        case .unknownPlacement:
            """
            Aucune mise à disposition ne répond à « {placement} ». Vérifiez son numéro.
            """
        case .unknownReturn:
            """
            Aucun retour ne répond à « {return} ». Vérifiez son numéro.
            """
        case .shipmentEmpty:
            """
            L'enlèvement {shipment} ne contient rien encore. Remettez-lui des appareils ou \
            des supports.
            """
        case .wasteCodeMissing:
            """
            La filière « {route} » est dangereuse et demande un code déchet. Donnez-le, par \
            exemple 16 02 13*.
            """
        case .wasteCodeNotForKind:
            """
            {type} part sous un code déchet dangereux (étoilé), pas sous {waste_code}. \
            Préparez un autre enlèvement.
            """
        case .giftAidMissing:
            """
            {donor} n'a pas de déclaration Retail Gift Aid en vigueur. Enregistrez-la \
            d'abord ; les entreprises n'y ont pas droit.
            """
        case .wipeToBeChecked:
            """
            L'effacement de {device} appartient à un lot dont un contrôle a échoué. Une autre \
            personne le contrôle : le blocage tombe alors de lui-même.
            """
        case .countDiffers:
            """
            {expected} supports devraient être là et {seen} ont été vus. Recomptez, ou \
            écrivez une note sur la différence.
            """
        case .mailOpposed:
            """
            {donor} ne veut pas recevoir de courriel. Envoyez le papier par la poste.
            """
        case .mailAddressMissing:
            """
            {donor} n'a pas d'adresse de courriel. Notez-la, ou envoyez le papier par la \
            poste.
            """
        case .linkLeadsNowhere:
            """
            Ce lien ne mène nulle part : il est échu (un lien sert {days} jours au plus), \
            retiré, ou copié en partie. Demandez-en un autre.
            """
        case .unknownAnnouncement:
            """
            Il n'y a pas de don annoncé {announcement}. Voyez la liste de ceux qui attendent.
            """
        case .announcementDecided:
            """
            Le don annoncé {announcement} a déjà reçu sa réponse ({outcome}). Rien n'a changé.
            """
        case .announcementsFull:
            """
            Déjà {most} dons annoncés attendent une réponse. Appelez-nous, ou revenez dans \
            quelques jours.
            """
        case .contactMissing:
            """
            Personne ne pourrait répondre à {name} au sujet de ce don. Laissez un courriel ou \
            un téléphone.
            """
        case .reservationsUsedUp:
            """
            Ce bon garde déjà {most} appareils. Venez en chercher un, ou libérez-en un au \
            comptoir.
            """
        }
    }
}
