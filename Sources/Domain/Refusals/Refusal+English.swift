extension Refusal.Code {
    /// The sentence in English: first what the rule says of the thing, then what to do.
    var english: String {
        switch self {
        case .unknownState:
            """
            "{state}" is not a state on the map. Choose one of its states: {known}.
            """
        case .unknownStep:
            """
            "{step}" is not a step on the map. Choose one of the steps possible here: \
            {allowed}.
            """
        case .stepNotOnMap:
            """
            "{step}" is not possible from "{from}", only from: {possible_from}. Possible \
            here: {allowed}.
            """
        case .stepRetired:
            """
            The step "{step}" was retired on {retired_on}. Possible here: {allowed}.
            """
        case .evidenceMissing:
            """
            The step "{step}" needs evidence ({evidence}), which is missing. Record it, then \
            try again.
            """
        case .movedMeanwhile:
            """
            Device {device} has moved meanwhile: it was "{expected}", it is "{found}". \
            Reload and look where it stands.
            """
        case .blockedByFlag:
            "Device {device} is blocked: {flag}. Lift the block first."
        case .reasonMissing:
            """
            "{action}" needs a reason. Say why in one sentence.
            """
        case .unknownDevice:
            """
            No device answers to "{device}". Check the label or search by serial number.
            """
        case .unknownDrive:
            """
            No drive answers to "{drive}". Check its serial number or add it to the device.
            """
        case .unknownDonor:
            """
            No donor answers to "{donor}". Search by name or create one.
            """
        case .unknownDonation:
            """
            No donation answers to "{donation}". Check its number or announce it.
            """
        case .unknownDocument:
            """
            No document answers to "{document}". Check the printed number or code.
            """
        case .unknownSale:
            """
            No sale answers to "{sale}". Check the number on the slip.
            """
        case .unknownReservation:
            """
            No reservation is open for "{device}". Reserve the device with the voucher \
            first.
            """
        case .unknownApplication:
            """
            No application answers to "{application}". Check its number.
            """
        case .unknownPerson:
            """
            Nobody answers to "{person}". Check the name or ask the administrator.
            """
        case .unknownShipment:
            """
            No shipment answers to "{shipment}". Check its number.
            """
        case .placeUnknown:
            """
            There is no place "{place}". The nearest: {nearest}; otherwise create it.
            """
        case .notPermitted:
            """
            "{action}" needs the role {role}. Ask a person who has it.
            """
        case .needsOtherPerson:
            """
            "{action}" needs another person than {person}. Ask a colleague.
            """
        case .valueNotAllowed:
            """
            A value is not what it must be (wall {wall}). Nothing was kept; correct it and try again.
            """
        case .lineTwice:
            """
            Two lines say something about the same thing (wall {wall}). Nothing was kept; leave one of them.
            """
        case .alreadyDoneWithOtherContent:
            """
            The key {key} was already used for a request with other content. Take a new key, \
            or send the same request again.
            """
        case .batchMixesSides:
            """
            {command} speaks through another login than the lines before it, and one transaction \
            has one login. Write two files, or let the batch keep going.
            """
        case .signInWrong:
            "\"{login}\" and this password do not belong together. Check both, or ask for a new link."
        case .tooManyAttempts:
            "There were too many tries. Wait {minutes} minutes, or ask for a new link."
        case .invitationSpent:
            "This link was used, replaced, or is older than {days} days. Ask for a new one."
        case .passwordTooShort:
            "The password has {length} characters; choose one with {least} or more."
        case .tooOld:
            "{device} is too old to be used again. Send it to parts or recycling."
        case .belowMinSpec:
            """
            {device} is below the minimum specification: {missing}. Upgrade it, or send it \
            to parts or recycling.
            """
        case .locked:
            """
            {device} is locked ({lock}). Ask the donor to release it; it stays in quarantine \
            until then.
            """
        case .damaged:
            """
            {device} is too damaged to be accepted: {damage}. Return it to the donor or \
            recycle it.
            """
        case .incomplete:
            """
            {device} is incomplete: {missing} is missing. Ask the donor for it or refuse the \
            device.
            """
        case .hazard:
            "{device} is dangerous: {hazard}. Do not open it, isolate it in quarantine."
        case .classifiedMedia:
            """
            {device} held classified data ({origin}): such media are outside the scheme. \
            Return it to the donor, sealed.
            """
        case .ownershipDoubt:
            """
            It is not certain that {device} belonged to the donor (theft or lease). Ask for \
            proof of purchase before accepting it.
            """
        case .unitValueOver300:
            """
            {device} is declared at {value}; a public body may give only up to {limit} a \
            unit (CG3P D.3212-3). It must sell it through the State's sales office, or \
            correct the value by a decision.
            """
        case .notAcceptedType:
            """
            The type "{type}" is not accepted here. Direct the donor to a suitable scheme.
            """
        case .duplicateDevice:
            """
            {device} already exists as {other}, with the same hardware identity. Open that \
            one, or have the doubt decided.
            """
        case .auditFoundFaults:
            "The audit found {n} faults, listed above. Keep the database as it is, and compare with a backup."
        case .unknownImport:
            """
            There is no import {import}. See the list of imports for its number.
            """
        case .importMovedOn:
            """
            Import {import} cannot be undone as a whole, because things have happened since: {events}. \
            Correct the others one by one.
            """
        case .importNotUndoable:
            """
            Import {import} brought no devices of a donation; there is nothing to withdraw.
            """
        case .importRefused:
            "Rows of the file that are wrong: {n}; so none was imported. Correct them, or import the good ones with --keep-going."
        case .ambiguousDevice:
            "Several devices carry {device}: {labels}. Use one of these labels."
        case .alreadyImported:
            """
            The file {file} was already imported on {imported_on}. Nothing changed; correct \
            the file if it should have.
            """
        case .drivesNotCounted:
            """
            The drives of {device} have not been counted. Count them, even if there are \
            none.
            """
        case .driveNotCleared:
            """
            {device} still has a drive without proof: {drive}. Wipe it or remove it for \
            destruction.
            """
        case .driveAlreadyCleared:
            "Drive {drive} of {device} is already cleared. There is nothing to do again."
        case .driveOfOtherDevice:
            "Drive {drive} belongs to {other} and not to {device}. Check both labels."
        case .wipeNotAccepted:
            """
            The wipe of drive {drive} proves nothing: {reasons}. Wipe it again, or remove \
            the drive for destruction.
            """
        case .wipeAttemptsUsedUp:
            """
            Drive {drive} has failed {attempts} times, the limit is {limit}. Remove it for \
            destruction with a certificate, or return it to the donor.
            """
        case .returnNeedsDonorDrive:
            """
            {device} came back from a buyer: its drives do not go to the donor. Wipe or \
            destroy them.
            """
        case .inspectionIncomplete:
            "{device} cannot be graded: tests are missing ({tests}). Do them, then grade."
        case .gradeNotSellable:
            "{device} has grade {grade}, which is not sold. Repair it or send it to parts."
        case .bannedWords:
            """
            The text "{text}" uses words banned for used goods: {words}. Write "refurbished \
            product" or "used product".
            """
        case .changedMeanwhile:
            """
            {device} has changed since you read it. Reload, then make your change again.
            """
        case .flagNotUp:
            """
            {device} is not blocked for this: {flag}. See its blocks on its page.
            """
        case .flagAlreadyUp:
            """
            {device} is already blocked for this: {flag}. Lift that block first.
            """
        case .deviceNotHere:
            """
            {device} is not in the workshop: {from}. Take it back first.
            """
        case .notMissing:
            """
            {device} is not reported missing: {from}. There is nothing to find again.
            """
        case .unknownDoubt:
            """
            No doubt has the number {doubt}. See the list of doubts.
            """
        case .doubtAlreadyDecided:
            """
            Doubt {doubt} is already decided: {decision}. Nothing has changed.
            """
        case .mergeWithItself:
            """
            {device} is one record already. Name two.
            """
        case .alreadyMerged:
            """
            {device} or {other} is merged into another record, or its import was undone. Use the record that \
            stands.
            """
        case .mergeNeedsANewcomer:
            """
            {device} stands at "{state}" and has a history of its own. Only a record that is announced, \
            received or triaged, and never left, goes into another: name the other one first, or end one of \
            the two in its own way.
            """
        case .mergeOfSurvivor:
            """
            Other records were merged into {device}. Merge {other} into it instead, or split them first.
            """
        case .mergeWithDeparted:
            """
            {other} has left the house. If the same machine is here again, import it under its new \
            donation: it gets a new stay.
            """
        case .mergeWithFlag:
            """
            {device} is blocked. Lift the block, or raise it on {other} too, then merge.
            """
        case .mergeOfTwoRegimes:
            """
            {device} and {other} came under different terms of resale. Correct the donation of the one \
            that is wrong.
            """
        case .mergeNeedsHigherWipe:
            """
            The donor of {device} asked for a stronger wipe than {other} has had. Void its proofs first, \
            so that it is wiped again.
            """
        case .mergeLeavesDrive:
            """
            {device} holds a drive that was not counted in {other}. Report the drive found in {other}, \
            and count again.
            """
        case .mergeHasPapers:
            """
            Papers were issued that count {device} on its own. Cancel or replace them first.
            """
        case .notMerged:
            """
            {device} is not merged into another record. Nothing has changed.
            """
        case .nameTaken:
            """
            The name "{name}" is taken. Choose another.
            """
        case .lotUnknown:
            """
            There is no lot "{lot}". The nearest: {nearest}; otherwise create it.
            """
        case .siteUnknown:
            """
            There is no site "{site}". The nearest: {nearest}; otherwise create it.
            """
        case .countCannotShrink:
            """
            {device} has {counted} drives counted, and cannot be counted with {given}. For a \
            drive taken out, record its removal.
            """
        case .sameDriveTwice:
            """
            The same drive is given twice for {device}. Check the serial numbers.
            """
        case .driveNotCounted:
            """
            {device} has no drive {drive} among those counted. Count its drives, then try \
            again.
            """
        case .driveKindUnknown:
            """
            It is not known what drive {drive} of {device} is. Count again and say whether \
            it is {kinds}.
            """
        case .driveNotSanitized:
            """
            The drive that is part {component} is not proven clean. Wipe or destroy it \
            first.
            """
        case .driveNotAwaitingDestruction:
            """
            Drive {drive} does not await destruction. First remove it from its device for \
            destruction.
            """
        case .placeNotLocked:
            """
            Drive {drive} is not proven clean and {place} is no locked zone. Put it in a \
            locked zone.
            """
        case .unknownWipe:
            """
            No wipe has the number {wipe}. See the device's page.
            """
        case .notInTest:
            """
            {device} is neither in test nor being refurbished: {from}. Possible here: \
            {next}.
            """
        case .unknownTest:
            """
            There is no test "{test}" for this kind ({kind}). The nearest: {nearest}.
            """
        case .unknownComponent:
            """
            No part has the number {component}. See the device's page or the parts shelf.
            """
        case .componentGone:
            """
            Part {component} is gone. Choose another.
            """
        case .componentNotReachable:
            """
            Part {component} is in {device}, which is not open. First refurbish it or set it \
            for parts.
            """
        case .notBeingRefurbished:
            """
            {device} is not being refurbished. First send it to refurbishing.
            """
        case .notForParts:
            """
            {device} is not set for parts: {from}. Possible here: {next}.
            """
        case .partsCannotBeNegative:
            """
            There are {on_hand} of "{part}" left and {asked} are asked for. Count again, or \
            take fewer.
            """
        case .unknownPart:
            """
            There is no counted part "{part}". The nearest: {nearest}; otherwise count it \
            first.
            """
        case .shipmentNotShipped:
            """
            Shipment {shipment} has no slip yet. First record that it left.
            """
        case .shipmentAlreadyShipped:
            """
            Shipment {shipment} has already left, slip {slip}. Prepare another.
            """
        case .priceMissing:
            """
            The grid {grid} has no price for {type}, grade {grade}, bracket {bracket}. Add \
            the row, or give the device another way out.
            """
        case .priceOverCap:
            """
            {price} is above the legal cap of {cap} for this type ({type}). Sell for {cap} \
            at most.
            """
        case .priceChanged:
            """
            The price shown was {shown}, it is now {current}. Say the new price, then try \
            again.
            """
        case .adjustmentOutOfBounds:
            """
            {adjusted} is not allowed: an adjustment goes from {lowest} to {price}. Choose a \
            price between them.
            """
        case .giftNotSale:
            "{device} has price zero: it is a gift, not a sale. Make a gift note."
        case .resaleNotAllowed:
            """
            {device} comes from a public body whose gifts may not be resold. Give it with a \
            gift note.
            """
        case .noPrice:
            """
            The grid in force has no price for {kind}, grade {grade}. Have the grid \
            completed, or give the device another way out.
            """
        case .capMissing:
            """
            {device} comes from a public body, and no legal cap for {kind} is in force. Have \
            the caps published first.
            """
        case .ruleMissing:
            "No rule of the kind \"{rule}\" is in force on {day}. Have one published for that day."
        case .ruleAlreadyPublished:
            """
            {rule} cannot be published from {day}: {other} already begins then or bears that \
            name. Choose another day or another name.
            """
        case .incomeAboveCeiling:
            """
            The quotient {quotient} reaches the ceiling of {ceiling} (table {grid}). The \
            household may appeal or show another status.
            """
        case .proofMissing:
            "A proof is missing: {proof}. Ask the person for it, the application stays open."
        case .proofExpired:
            """
            The proof "{proof}" of {issued_on} was valid until {last_day} only. Ask for a \
            more recent one.
            """
        case .proofIllegible:
            """
            The proof "{proof}" cannot be read. Ask for a legible copy.
            """
        case .outOfArea:
            """
            The address ({area}) is outside the area. Direct the person to the service of \
            their own town.
            """
        case .householdLimit:
            """
            The household already had {quota} {kind} within 24 months. Another becomes \
            possible on {free_on}.
            """
        case .identityMismatch:
            "The names differ between {first} and {second}. Check the identity document."
        case .duplicateApplication:
            """
            An application of the same household is already open: {application}. Continue \
            that one.
            """
        case .priorResale:
            """
            A resale of a device handed to this household was found ({sale}). An approver \
            may lift this refusal on appeal.
            """
        case .withdrawn:
            """
            Application {application} was withdrawn by the person. Open a new one if they \
            come back.
            """
        case .outOfStock:
            """
            No device of this kind ({kind}) is in stock. Put the household on the waiting \
            list.
            """
        case .applicationClosed:
            """
            Application {application} is "{status}" and no longer changes. Open an appeal or \
            a new application.
            """
        case .overrideTooLarge:
            "From {from} to {to} is more than {limit} brackets. Choose a nearer bracket."
        case .voucherMissing:
            """
            {device} is sold only with a valid voucher. Scan the voucher, or direct the \
            person to the social service.
            """
        case .voucherUnknown:
            """
            No voucher bears the code {voucher}. Check the code, or direct the person to the \
            social service.
            """
        case .voucherNotYetValid:
            "Voucher {voucher} is valid from {first_day}. Come back on that day."
        case .voucherExpired:
            "Voucher {voucher} was valid until {last_day}. The social service can renew it."
        case .voucherRevoked:
            "Voucher {voucher} was revoked. Direct the person to the social service."
        case .voucherAlreadyRenewed:
            "Voucher {voucher} was already renewed once. A new application is needed."
        case .kindNotAllowed:
            "Voucher {voucher} does not cover: {kind}. It covers: {allowed}."
        case .quotaReached:
            """
            Voucher {voucher} was already used, nothing is left of: {kind}. Choose another \
            kind of device.
            """
        case .incomeAboveLimit:
            """
            An income of {income} a year for {persons} persons is not below the limit of \
            {limit} (table {table}). The household may appeal or show another status.
            """
        case .appealTooLate:
            """
            An appeal on application {application} was possible until {last_day} only. \
            Enter a new application.
            """
        case .unknownHousehold:
            """
            Household {household} does not exist. Check the number on the application.
            """
        case .adultNotInHousehold:
            """
            This adult does not live in household {household}. Check the name and the date \
            of birth.
            """
        case .householdNeedsAdult:
            """
            Household {household} would have no adult left. First add the adult who stays.
            """
        case .applicationNotApproved:
            """
            Application {application} is “{status}”, not approved. Decide on it first.
            """
        case .waitingAlready:
            """
            Application {application} is waiting already ({kind}). See the waiting list.
            """
        case .notWaiting:
            """
            Application {application} is not waiting ({kind}). See the waiting list.
            """
        case .notDecidedYet:
            "Nothing is decided of application {application}. Decide on it first."
        case .stateQuotientMissing:
            """
            The State's interface gives no quotient: {reason}. Ask the household for the \
            certificate.
            """
        case .heldByLaw:
            """
            {subject} cannot be erased yet: {holds}. Lift what holds it, then try again.
            """
        case .alreadyErased:
            "{subject} is erased already. There is nothing left to do."
        case .personStillActive:
            "{login} still belongs to the staff. End their roles first."
        case .nothingToDecide:
            """
            Application {application} has no evidence of means yet. Enter a quotient or a \
            status first.
            """
        case .deviceAlreadySold:
            "{device} is already sold ({sale}). Choose another device."
        case .reservationExpired:
            """
            The reservation of {device} was valid until {last_day}. Reserve it again if it \
            is in stock.
            """
        case .paymentIncomplete:
            """
            The total is {total}, {paid} is paid: {missing} is missing. Complete the \
            payment.
            """
        case .paymentTooHigh:
            """
            The total is {total}, {paid} is paid; change is given on cash only ({cash}). \
            Lower the other payment.
            """
        case .paymentNotPositive:
            "A payment of {amount} ({method}) is none. Enter an amount above zero."
        case .cashLimitExceeded:
            """
            {cash} in cash is above the limit of {limit} for a consumer. Take the rest by \
            another method.
            """
        case .tooManyInstalments:
            "{count} instalments requested, {limit} at most. Ask for fewer."
        case .returnTooLate:
            """
            The return period of {device} ended on {last_day}. The legal guarantee of \
            conformity remains open.
            """
        case .warrantyEnded:
            """
            The legal guarantee of {device} ended on {last_day}. Offer a paid repair or take \
            the device back.
            """
        case .deviceNotOnOffer:
            "{device} is not on the shelf, it is: {state}. Choose a device that is offered."
        case .reservedForAnother:
            "{device} is reserved for another voucher until {last_day}. Choose another device."
        case .nothingToTakeBack:
            """
            {device} is neither sold, given nor placed in this way, so it cannot come back. \
            Look where it stands.
            """
        case .refundOverPrice:
            "{refund} cannot be refunded for {device}: {paid} was paid. Refund that much at most."
        case .unknownWarrantyCase:
            "No warranty case answers to \"{case}\". Check its number on the sale."
        case .warrantyCaseClosed:
            "Warranty case {case} is closed since {day}. Open a new one."
        case .dayClosed:
            "The till is closed for {day}. Sell or refund on the next open day."
        case .periodNotOver:
            "The {period} lasts until {last_day}. Close it on that day or later."
        case .periodAlreadyClosed:
            "The {period} is closed until {last_day} already. Choose a later one."
        case .loginTaken:
            "The login {login} is taken. Choose another one."
        case .roleAlreadyHeld:
            "{person} already has the role {role}. Nothing has to be done."
        case .roleNotHeld:
            "{person} does not have the role {role}. Look up which roles they have."
        case .noTaxRight:
            """
            This donor ({donor_kind}) has no right to a tax receipt. Issue instead: \
            {instead}.
            """
        case .zeroValue:
            """
            Donation {donation} is worth zero: no tax receipt. Offer a certificate of \
            donation.
            """
        case .valuationMissing:
            """
            The value of donation {donation} was not given by the donor in writing. Ask for \
            the letter (value, date, signer).
            """
        case .valuationBasisNotAllowed:
            """
            The basis "{basis}" does not suit this donor ({donor_kind}). Choose among: \
            {allowed}.
            """
        case .valuationRaisedWithoutReason:
            """
            {value} is above the proposal of {proposed} without a reason. Say why, or keep \
            the proposal.
            """
        case .issuerNotAuthorised:
            """
            {issuer} is not authorised to issue tax receipts. Record the authorisation \
            (self-assessment or ruling).
            """
        case .goodsNotEligible:
            """
            This country ({country}) grants no tax receipt for goods. Offer a letter of \
            thanks without tax value.
            """
        case .addressIncomplete:
            """
            The address of {donor} is incomplete: {missing} is missing. Complete it before \
            issuing.
            """
        case .identityIncomplete:
            """
            The identity of {donor} is incomplete: {missing} is missing. Complete it before \
            issuing.
            """
        case .nothingAccepted:
            """
            No item of donation {donation} was accepted. Accept some at triage before \
            issuing a document.
            """
        case .documentCancelled:
            "Document {document} is cancelled and no longer changes. Issue its replacement."
        case .documentAlreadyIssued:
            """
            This already has its document, {document}. Cancel that one first, or print a \
            duplicate.
            """
        case .backDated:
            "{day} is not a possible date here: {rule}. Correct the date."
        case .documentNotCancelled:
            """
            Document {document} still stands. Cancel it before something replaces it.
            """
        case .documentNotForDonor:
            """
            A donor of this kind ({donor_kind}) gets no {document}. Issue instead: {instead}.
            """
        case .donationNotInStatus:
            """
            Donation {donation} is {status}; this can only be done while it is {needed}. Bring \
            it there first, or correct it.
            """
        case .donationLineUnknown:
            """
            Donation {donation} has no line {line}. Check its lines, or give the goods as a \
            new line.
            """
        case .donationCountsDiffer:
            """
            On line {line}, {accepted} accepted and {refused} refused do not fit {received} \
            received. Count again.
            """
        case .donorKindsDiffer:
            """
            {donor} and {into} are donors of two kinds and cannot be one. Correct the kind \
            first, if it is wrong.
            """
        case .donorAlreadyKnown:
            """
            A donor with the SIREN {siren} is already known. Use it, or merge the two.
            """
        case .donorHasGiven:
            """
            {donor} has given {donations} times as what it is ({donor_kind}), and its papers \
            say so. Write down another donor of the right kind.
            """
        case .giftValueMissing:
            """
            The grid of gifts' values has nothing for {type}, made in {year}, grade {grade}. \
            Add the row to the grid in force.
            """
        case .nothingErased:
            """
            No drive of {subject} was erased here. Wipe one, or issue no certificate.
            """
        case .erasureRefused:
            """
            The data of {subject} are kept by law ({duty}) until {last_day}. The rest was \
            erased.
            """
        case .paperOfAnotherCountry:
            """
            “{document}” is not a paper of the organisation's country ({country}). Issue \
            this instead: {instead}.
            """
        case .notOfPublicBenefit:
            """
            {issuer} is not recognised as being of public benefit and cannot certify a gift \
            for VAT. Write down the decree if there is one.
            """
        case .nothingToState:
            """
            There is nothing to say of {subject}: no receipt that stands, or nothing that \
            counts. Issue the receipts first.
            """
        case .registerClosed:
            """
            The register of {year} is closed: nothing enters it any more. Today's goods \
            enter that of the year.
            """
        case .nothingDue:
            """
            The sale {sale} has nothing left to be paid by instalments. Check the number of \
            the slip.
            """
        case .nothingRefunded:
            """
            The return {return} brought no refund. There is no credit note to issue.
            """
        case .invoiceMissing:
            """
            The sale {sale} has no slip or invoice that stands. Issue it first: the credit \
            note names it.
            """
        case .unknownClosing:
            """
            No closing answers to “{closing}”. Close the period first.
            """
        case .unknownPlacement:
            """
            No placement answers to “{placement}”. Check its number.
            """
        case .unknownReturn:
            """
            No return answers to “{return}”. Check its number.
            """
        case .shipmentEmpty:
            """
            The shipment {shipment} holds nothing yet. Hand devices or drives over to it.
            """
        case .wasteCodeMissing:
            """
            The route “{route}” is hazardous and asks for a waste code. Give it, for \
            instance 16 02 13*.
            """
        case .wasteCodeNotForKind:
            """
            {type} leaves under a hazardous waste code (with a star), not under \
            {waste_code}. Prepare another shipment.
            """
        case .giftAidMissing:
            """
            {donor} has no Retail Gift Aid declaration in force. Write it down first; \
            companies have no right to it.
            """
        case .wipeToBeChecked:
            """
            The wipe of {device} belongs to a lot in which a check failed. Another person \
            checks it: then the block falls by itself.
            """
        case .countDiffers:
            """
            {expected} drives should be there and {seen} were seen. Count again, or write a \
            note on the difference.
            """
        case .mailOpposed:
            """
            {donor} does not want mail. Send the paper by post.
            """
        case .mailAddressMissing:
            """
            {donor} has no mail address. Write it down, or send the paper by post.
            """
        case .linkLeadsNowhere:
            """
            This link leads nowhere: it has ended (a link serves {days} days at most), was \
            taken back, or was copied in part. Ask for a new one.
            """
        case .unknownAnnouncement:
            """
            There is no announced gift {announcement}. Look at the list of those that wait.
            """
        case .announcementDecided:
            """
            The announced gift {announcement} was decided already ({outcome}). Nothing was \
            changed.
            """
        case .announcementsFull:
            """
            {most} announced gifts wait for an answer already. Call us, or come back in some \
            days.
            """
        case .contactMissing:
            """
            Nobody could answer {name} about this gift. Leave an address of mail or a \
            telephone number.
            """
        case .reservationsUsedUp:
            """
            This voucher keeps {most} machines already. Collect one, or let one go at the \
            counter.
            """
        }
    }
}
