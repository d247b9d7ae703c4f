import Cluster
import Domain
import Glibc
import Postgres
import Store

extension Installation {
    /// Looks at everything an installation rests on, in the order in which one thing needs the other.
    ///
    /// Nothing is changed. A private server that is at rest is woken for it, as by every other command.
    public func diagnose() async -> [Diagnosis] {
        let server = try? await startServer()
        let found = await look()
        if let server, server.isOwner { await server.stop() }
        return found
    }

    private func look() async -> [Diagnosis] {
        var found: [Diagnosis] = []
        let facts = await serverFacts()
        found.append(server(facts))
        if let facts {
            found += [version(facts), durability(facts), clock(facts), encoding(facts)]
            found.append(await schemaCheck())
            found.append(await grants())
            found += await house()
        }
        found += [keys(), space(facts), backups(), fonts()]
        return found
    }

    private func serverFacts() async -> ServerFacts? {
        try? await asking(.main) { (db) throws(PostgresError) in try ServerFacts.read(in: db) }
    }

    private func server(_ facts: ServerFacts?) -> Diagnosis {
        let label = Phrase(fr: "serveur", en: "server")
        guard facts == nil else {
            return Diagnosis("server", label, .good, fr: "il répond", en: "it answers")
        }
        return Diagnosis(
            "server",
            label,
            .bad,
            fr: isPrivate
                ? "il ne démarre pas ; voyez `moulin db status`"
                : "DATABASE_URL ne répond pas",
            en: isPrivate
                ? "it does not start; see `moulin db status`" : "DATABASE_URL does not answer"
        )
    }

    private func version(_ facts: ServerFacts) -> Diagnosis {
        let text = "\(facts.version / 10_000).\(facts.version % 10_000)"
        return Diagnosis(
            "version",
            Phrase(fr: "PostgreSQL", en: "PostgreSQL"),
            facts.version >= 150_000 ? .good : .bad,
            fr: facts.version >= 150_000 ? text : "\(text) ; il faut 15 ou plus",
            en: facts.version >= 150_000 ? text : "\(text); 15 or newer is needed"
        )
    }

    private func durability(_ facts: ServerFacts) -> Diagnosis {
        Diagnosis(
            "durability",
            Phrase(fr: "écriture sur le disque", en: "writing to the disk"),
            facts.isDurable ? .good : .bad,
            fr: facts.isDurable
                ? "fsync est en marche" : "fsync est arrêté : une panne perd des données",
            en: facts.isDurable ? "fsync is on" : "fsync is off: a power cut loses data"
        )
    }

    private func clock(_ facts: ServerFacts) -> Diagnosis {
        let apart = abs(facts.seconds - secondsSince1970())
        return Diagnosis(
            "clock",
            Phrase(fr: "horloge", en: "clock"),
            apart <= 2 ? .good : apart <= 30 ? .doubtful : .bad,
            fr: "\(apart) s d'écart entre ce programme et le serveur",
            en: "\(apart) s between this program and the server"
        )
    }

    private func encoding(_ facts: ServerFacts) -> Diagnosis {
        Diagnosis(
            "encoding",
            Phrase(fr: "caractères", en: "characters"),
            facts.encoding == "UTF8" ? .good : .bad,
            fr: facts.encoding,
            en: facts.encoding
        )
    }

    private func schemaCheck() async -> Diagnosis {
        let label = Phrase(fr: "schéma", en: "schema")
        guard let isCurrent = try? await isCurrent() else {
            return Diagnosis("schema", label, .bad, fr: "illisible", en: "unreadable")
        }
        return Diagnosis(
            "schema",
            label,
            isCurrent ? .good : .bad,
            fr: isCurrent
                ? "celui de ce programme" : "d'une autre version ; lancez `moulin db migrate`",
            en: isCurrent ? "this program's" : "of another version; run `moulin db migrate`"
        )
    }

    /// The checks of the catalogue, among them who may do what.
    private func grants() async -> Diagnosis {
        let label = Phrase(fr: "droits et murs", en: "grants and walls")
        guard let faults = try? await faults() else {
            return Diagnosis(
                "grants",
                label,
                .doubtful,
                fr: "le compte propriétaire n'est pas joignable",
                en: "the owner's login cannot be reached"
            )
        }
        return Diagnosis(
            "grants",
            label,
            faults.isEmpty ? .good : .bad,
            fr: faults.isEmpty
                ? "comme déclarés" : "\(faults.count) défauts ; voyez `moulin db check`",
            en: faults.isEmpty ? "as declared" : "\(faults.count) faults; see `moulin db check`"
        )
    }

    private func house() async -> [Diagnosis] {
        let organisation = settings.organisation
        let facts = try? await asking(.main) { (db) throws(PostgresError) in
            try HouseFacts.read(organisation, in: db)
        }
        guard let facts else { return [] }
        return [letters(facts), anchors(facts)]
    }

    private func letters(_ facts: HouseFacts) -> Diagnosis {
        let count = facts.stuckLetters
        return Diagnosis(
            "letters",
            Phrase(fr: "courriels", en: "letters"),
            count == 0 ? .good : .doubtful,
            fr: count == 0 ? "aucun n'attend" : "\(count) bloqués ; voyez `moulin mail list`",
            en: count == 0 ? "none waits" : "\(count) stuck; see `moulin mail list`"
        )
    }

    private func anchors(_ facts: HouseFacts) -> Diagnosis {
        let label = Phrase(fr: "ancres", en: "anchors")
        guard let days = facts.anchorDays else {
            return Diagnosis(
                "anchors",
                label,
                facts.hasEventsSince ? .doubtful : .good,
                fr: "aucune ; lancez `moulin audit anchor`",
                en: "none; run `moulin audit anchor`"
            )
        }
        let isLate = days > 7 && facts.hasEventsSince
        return Diagnosis(
            "anchors",
            label,
            isLate ? .doubtful : .good,
            fr: "la dernière a \(days) jours" + (isLate ? " ; lancez `moulin audit anchor`" : ""),
            en: "the last is \(days) days old" + (isLate ? "; run `moulin audit anchor`" : "")
        )
    }
}
