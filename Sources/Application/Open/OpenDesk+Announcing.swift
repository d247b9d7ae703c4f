import Domain
import Postgres
import Store

extension OpenDesk {
    /// Writes down an announced gift, and answers the secret part of the link under which it can be followed.
    ///
    /// The same `key` announces once. Nothing but the one announcement is written; the house decides on it. `place` is the
    /// address to which the secret is added, for the letter that confirms.
    ///
    /// - Throws: `contact_missing`, `announcements_full`, `too_many_attempts`, `value_not_allowed`; `.unreadable` for no name, or
    ///   nothing to give.
    public func announce(
        _ gift: AnnouncedGift,
        _ list: AnnouncedGift.List?,
        key: String,
        followedAt place: String,
        from address: String
    ) async throws(Failure) -> String {
        try Self.require(gift, list)
        let secret = Digest.hmac(
            Array("announcement:\(key)".utf8),
            key: application.secrets.signing.bytes
        )
        let link = Digest.hex(secret)
        let caller = bucket(of: address)
        _ = try await act { (db) throws(PostgresError) in
            try AnnouncementStore.announce(
                gift.json,
                token: secret,
                caller: caller,
                file: list.map { ($0.name, $0.bytes) },
                link: place + link,
                in: db
            )
        }
        return link
    }

    /// How an announced gift stands.
    ///
    /// - Throws: `link_leads_nowhere`.
    public func announcement(
        behind link: String,
        from address: String
    ) async throws(Failure) -> JSONValue {
        let token = try Self.token(link)
        let caller = bucket(of: address)
        let found = try await act { (db) throws(PostgresError) in
            try AnnouncementStore.show(token, caller: caller, in: db)
        }
        guard let found else { throw Self.nowhere }
        return JSONValue(bytes: Array(found.utf8))
    }

    private static func require(
        _ gift: AnnouncedGift,
        _ list: AnnouncedGift.List?
    ) throws(Failure) {
        if gift.donorKind != nil, gift.name?.isEmpty != false {
            throw unreadable(
                Phrase(fr: "un nom, ou un don anonyme", en: "a name, or an anonymous gift")
            )
        }
        for spot in FormWalk(Array(gift.json.utf8)).spots where spot.isText {
            do throws(Unreadable) { try FormTexts.require(spot) } catch { throw .unreadable(error) }
        }
        if gift.lines.isEmpty, list == nil {
            throw unreadable(
                Phrase(fr: "au moins une ligne, ou une liste", en: "at least one line, or a list")
            )
        }
        if let list, list.bytes.count > AnnouncedGift.largestList {
            throw unreadable(
                Phrase(fr: "une liste de 5 Mio au plus", en: "a list of at most 5 MiB"),
                list.name
            )
        }
    }

    private static func unreadable(_ expected: Phrase, _ given: String = "") -> Failure {
        .unreadable(Unreadable(given, expected: expected))
    }
}
