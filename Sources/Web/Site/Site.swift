public import Application
import Domain
import Mustache

/// The service: pages for people and answers for programs, as a door on the application.
public struct Site: Sendable {
    let house: House
    let signIn: SignIn
    let settings: WebSettings
    let templates: MustacheLibrary
    let locales: Locales
    let assets: Assets
    /// What people call the words of the map.
    let words: [String: Phrase]
    let figures: Figures
    let drawer: DocumentDrawer
    /// Where strangers are served.
    let desk: OpenDesk
    /// The checks of the page for auditors; nil where they were not brought along.
    let audit: Audit?
    /// The addresses that this process serves.
    let offer: ServedAddresses
    /// The service elsewhere at which people may sign in; nil unless one is named.
    let openID: OpenID?
    /// Files between the look and the import.
    let lookedAt = LookedAtLists()

    /// Reads templates, words and style once.
    ///
    /// - Throws: `SiteUnusable`, naming the file.
    public init(
        _ house: House,
        organisation: Int32,
        settings: WebSettings,
        openID: OpenIDSettings? = nil,
        asking: HTTPAsking? = nil,
        figures: Figures = Figures(),
        audit: Audit? = nil
    ) async throws(SiteUnusable) {
        self.house = house
        self.settings = settings
        self.figures = figures
        self.audit = audit
        let signIn = SignIn(house, organisation: organisation)
        self.signIn = signIn
        offer = ServedAddresses(sides: house.sides)
        self.openID = openID.map {
            OpenID(signIn, $0, publicAddress: settings.publicAddress, asking: asking)
        }
        words = house.map.words
        drawer = DocumentDrawer(house, verifyingAt: settings.publicAddress + "/verify")
        desk = OpenDesk(house, organisation: organisation, drawer: drawer)
        locales = try Locales(folder: settings.resources + "/Locales")
        assets = try Assets(folder: settings.resources + "/Assets")
        do {
            templates = try await MustacheLibrary(directory: settings.resources + "/Templates")
        } catch {
            throw SiteUnusable(what: "\(settings.resources)/Templates: \(error)")
        }
    }
}
