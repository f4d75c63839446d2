import Directives
package import Federation
package import Web

/// The whole site: every endpoint of every context, in one list.
package enum MusterSite {
    package static func endpoints(metrics: PrometheusMetrics) -> [Endpoint] {
        SignInRoutes.endpoints() + TodayRoutes.endpoints() + NoticeRoutes.endpoints() + OriginalRoutes.endpoints()
            + DispatchRoutes.endpoints() + SavedLineRoutes.endpoints() + UrgeRoutes.endpoints()
            + ChangeRoutes.endpoints() + ChainRoutes.endpoints()
            + DraftRoutes.endpoints() + ExportRoutes.endpoints()
            + ReceiptRoutes.endpoints() + UnitRoutes.endpoints() + PeopleRoutes.endpoints()
            + NumberRoutes.endpoints() + CalendarRoutes.endpoints() + JobRoutes.endpoints()
            + ObligationRoutes.endpoints() + AssignmentRoutes.endpoints() + SupervisionRoutes.endpoints()
            + AdditionRoutes.endpoints() + OwnerRoutes.endpoints()
            + RevisionRoutes.endpoints() + LoadRoutes.endpoints() + PictureRoutes.endpoints()
            + MonthRoutes.endpoints()
            + ReportRoutes.endpoints() + ResponseRoutes.endpoints()
            + HandlingRoutes.endpoints() + UnitSettingsRoutes.endpoints()
            + PasswordRoutes.endpoints() + InvitationRoutes.endpoints()
            + JournalRoutes.endpoints() + AssetRoutes.endpoints() + OperationsRoutes.endpoints(metrics: metrics)
    }

    package static func application(
        gate: SignInGate, isDemo: Bool, isBehindProxy: Bool, metrics: PrometheusMetrics
    ) -> WebApplication {
        WebApplication(
            host: WebHost(
                gate: gate, isDemo: isDemo, isBehindProxy: isBehindProxy, slipWords: SlipWords.sentence,
                countToday: TodayItems.count, arrive: ReceiptArrivals.collect),
            endpoints: endpoints(metrics: metrics))
    }
}
