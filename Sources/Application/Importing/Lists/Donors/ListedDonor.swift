import Domain
import Importing
import Postgres
import Store

/// What a row of a list says of a donor.
struct ListedDonor {
    let name: String
    let kind: DonorKind?
    let legalForm: String?
    let siren: String?
    let siret: String?
    let street: String?
    let postalCode: String?
    let town: String?
    let country: String?
    let email: String?
    let phone: String?
    let language: Language?
    let contact: String?
    let contactRole: String?
    /// Agreed or opposed to mail; nil when the row does not say.
    let agreesToMail: Bool?

    /// Nil when the row says what is wrong with it.
    init?(_ row: inout ListRow<DonorList.Field>) {
        let given = row.text(.givenName)
        let family = row.text(.familyName)
        let whole = row.text(.name) ?? family
        let name = [given, whole].compactMap { $0 }.joined(separator: " ")
        if whole == nil { _ = row.required(.name) }
        self.name = name
        legalForm = row.text(.legalForm)
        let said = row.word(.kind, DonorKind.self)
        let byForm = row.meaning(of: .legalForm, as: .kind, DonorKind.self)
        kind = said ?? byForm ?? (given == nil ? nil : .individual)
        country = row.listed(.country) { $0.count == 2 && $0.allSatisfy(\.isLetter) }?.uppercased()
        let isFrench = (country ?? "FR") == "FR"
        let numbers = CompanyNumbers(&row, isFrench: isFrench)
        (siren, siret) = (numbers.siren, numbers.siret)
        let streets = [row.text(.street), row.text(.streetMore)].compactMap { $0 }
        street = streets.isEmpty ? nil : streets.joined(separator: "\n")
        postalCode = Self.postalCode(&row, isFrench: isFrench)
        town = row.text(.town)
        email = row.email(.email)
        phone = row.phone(.phone, isFrench: isFrench)
        language = row.listed(.language) { Language(rawValue: $0) != nil }
            .flatMap(Language.init(rawValue:))
        contact = row.text(.contact)
        contactRole = row.text(.contactRole)
        agreesToMail = Self.agreement(&row)
        guard row.errors.isEmpty else { return nil }
    }

    /// Five digits in France; a spreadsheet takes the zero of the first nine departments away.
    private static func postalCode(
        _ row: inout ListRow<DonorList.Field>,
        isFrench: Bool
    ) -> String? {
        guard let text = row.text(.postalCode) else { return nil }
        let digits = text.filter { !$0.isWhitespace }
        guard isFrench, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return text }
        switch digits.count {
        case 5: return digits
        case 4: return "0" + digits
        default:
            row.fail(.postalCode, .notAPostalCode)
            return nil
        }
    }

    private static func agreement(_ row: inout ListRow<DonorList.Field>) -> Bool? {
        let agreed = row.truth(.mailAgreed)
        let opposed = row.truth(.mailOpposed)
        if agreed == true, opposed == true {
            row.fail(.mailOpposed, .contradictory)
            return nil
        }
        if opposed == true { return false }
        return agreed
    }
}

extension ListedDonor {
    func adding(_ kind: DonorKind) -> AddDonor {
        AddDonor(
            kind: kind,
            name: name,
            legalForm: legalForm,
            siren: siren,
            siret: siret,
            street: street,
            postalCode: postalCode,
            town: town,
            country: country,
            email: email,
            phone: phone,
            language: language
        )
    }

    /// What the row says otherwise than is written down; nil when it says nothing new.
    func change(of known: Donor) -> ChangeDonor? {
        let address = EnvelopeAddress.parts(known.address)
        let change = ChangeDonor(
            donor: known.number,
            kind: kind == known.kind ? nil : kind,
            name: Self.news(name, known.name),
            legalForm: Self.news(legalForm, known.legalForm),
            siren: Self.news(siren, known.siren),
            siret: Self.news(siret, known.siret),
            street: Self.news(street, address.streets.joined(separator: "\n")),
            postalCode: Self.news(postalCode, address.postalCode),
            town: Self.news(town, address.town),
            country: Self.news(country, known.country),
            email: Self.news(email, known.email),
            phone: Self.news(phone, known.phone),
            language: language == known.language ? nil : language
        )
        return change.saysSomething ? change : nil
    }

    /// The text, unless it is what is known, whatever its capitals, accents and spaces.
    private static func news(_ said: String?, _ known: String?) -> String? {
        guard let said, FoldedText(said).lettersAndDigits != known.map(folded) else { return nil }
        return said
    }

    private static func folded(_ text: String) -> String { FoldedText(text).lettersAndDigits }

    /// - Returns: Whether a contact or an agreement was new.
    @discardableResult
    func tellRest(
        of donor: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Bool {
        let speaker = circumstances.speaker
        let (contacts, consents) = try Failure.running { () throws(PostgresError) in
            (
                try DonorStore.contacts(of: donor, speaker, in: db),
                try DonorStore.consents(of: donor, speaker, in: db)
            )
        }
        var isNew = false
        if let contact,
            !contacts.contains(where: {
                $0.until == nil && Self.folded($0.name) == Self.folded(contact)
            })
        {
            let adding = AddDonorContact(donor: donor, name: contact, role: contactRole)
            _ = try circumstances.perform(adding, in: db)
            isNew = true
        }
        let before = consents.first { $0.purpose == "mail" }?.given
        if let agreesToMail, agreesToMail != before {
            let recording = RecordDonorConsent(
                donor: donor,
                purpose: "mail",
                given: agreesToMail,
                how: "import"
            )
            _ = try circumstances.perform(recording, in: db)
            isNew = true
        }
        return isNew
    }
}

extension ListedDonor {
    /// The same donor: of one SIREN, or of one name in one place while no number and no kind contradicts it.
    func isSame(as known: Donor) -> Bool {
        if let kind, kind != known.kind { return false }
        if let siren, let other = known.siren { return siren == other }
        guard Self.folded(name) == Self.folded(known.name) else { return false }
        let place = EnvelopeAddress.parts(known.address).postalCode
        if postalCode ?? "" == place { return known.kind != .individual || !isElsewhere(known) }
        // Two persons of one name may live in two towns; a company that is written down whole is the one of a bare name.
        return postalCode == nil && known.kind != .individual
    }

    /// Two persons of one name in one town: in other streets, and neither mail nor phone is shared.
    private func isElsewhere(_ known: Donor) -> Bool {
        let streets = EnvelopeAddress.parts(known.address).streets.joined(separator: "\n")
        guard let street, !streets.isEmpty, !Self.areAlike(street, streets, oneIn: 3) else {
            return false
        }
        let shared = [(email, known.email), (phone, known.phone)].contains { mine, theirs in
            guard let mine, let theirs else { return false }
            return Self.areAlike(mine, theirs)
        }
        return !shared
    }

    /// Whether two writings differ by one letter in so many at most; streets are shortened.
    private static func areAlike(_ one: String, _ other: String, oneIn share: Int = 6) -> Bool {
        let (mine, theirs) = (Array(folded(one).utf8), Array(folded(other).utf8))
        return EditDistance.between(mine, theirs) * share <= max(mine.count, theirs.count)
    }

    /// Somebody whose name is so much alike that a person should look.
    func isTwin(of other: Donor) -> Bool {
        if Self.areAlike(name, other.name) { return true }
        return Set(FoldedText(name).words) == Set(FoldedText(other.name).words)
    }

    func likeness(to other: Donor) -> Phrase {
        Phrase(
            fr: "« \(name) » ressemble au donateur \(other.number), « \(other.name) » ; "
                + "enregistré à part, à fusionner si c'est le même",
            en: "\"\(name)\" is like donor \(other.number), \"\(other.name)\"; "
                + "written down apart, to be merged when it is the same"
        )
    }
}

extension ChangeDonor {
    fileprivate var saysSomething: Bool {
        kind != nil || language != nil
            || [
                donorName, legalForm, siren, siret, street, postalCode, town, country, email,
                phone,
            ].contains { $0 != nil }
    }
}

extension Problem {
    fileprivate static let notAPostalCode = Problem.expected(
        "not_a_postal_code",
        Phrase(fr: "cinq chiffres sont attendus", en: "five digits are expected")
    )

    fileprivate static let contradictory = Problem.expected(
        "consent_contradictory",
        Phrase(
            fr: "accord et opposition au courrier à la fois",
            en: "agreed and opposed to mail at once"
        )
    )
}
