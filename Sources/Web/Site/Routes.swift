import Application
import Domain
import HTTPTypes

/// Everything that can be asked of the service, in one list.
enum Routes {
    static let all: [Route] =
        OpenPages.routes + SignInPages.routes + ProviderPages.routes + HomePage.routes
        + BenchPage.routes
        + DevicePage.page.routes + BoardPage.routes + CounterPage.page.routes + SalePage.page.routes
        + ReturnPage.page.routes + DonationsPage.routes + DonationPage.page.routes
        + DonorPage.routes + ImportPage.routes + ListImportPage.routes
        + ApplicationsPage.page.routes + ApplicationPage.page.routes + VoucherPage.page.routes
        + DocumentPage.page.routes + FiguresPage.routes + PricesPage.routes + StaffPage.page.routes
        + AccountPage.routes + ProposalsPage.page.routes
        + PlacesPage.page.routes + DoubtsPage.page.routes + VerifyPage.routes + DonorLinkPage.routes
        + GivePage.routes
        + AuditPage.routes + CataloguePage.routes + OpenFiguresPage.routes
        + AnnouncementPage.routes
        + ShownPages.routes + ListPage.routes + CommandPage.routes + PaperPages.routes
        + CommandAPI.routes + FeedAPI.routes + ListAPI.routes

    /// For every path that is not on the list.
    static let nowhere = Route.get("/**", .everybody) { (visit) throws(Failure) in
        Problem.nowhere(visit)
    }

    static let nowhereInAPI = Route.get("/api/**", .everybody) { (visit) throws(Failure) in
        Problem.nowhere(visit)
    }
}
