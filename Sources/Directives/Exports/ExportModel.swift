package import Federation

/// What the page shows from which a notice is taken along.
package struct ExportModel: Sendable {
    package struct Recipient: Sendable {
        package var name: String
        package var path: String

        package init(name: String, path: String) {
            self.name = name
            self.path = path
        }
    }

    package var notice: NoticeLine
    package var banners: [NoticeBanner]
    package var path: String
    package var groupPath: String
    /// What this server can make, each with the act of its button.
    package var formats: [(format: ExportFormat, act: ActID)]
    /// Units this unit sent the notice to that have nobody on Muster.
    package var recipients: [Recipient]
    /// There are more than are listed.
    package var hasMoreRecipients: Bool
    /// The one it is taken to.
    package var chosen: (id: UnitID, name: String)?

    package init(
        notice: NoticeLine, banners: [NoticeBanner] = [], path: String, groupPath: String,
        formats: [(format: ExportFormat, act: ActID)], recipients: [Recipient] = [], hasMoreRecipients: Bool = false,
        chosen: (id: UnitID, name: String)? = nil
    ) {
        self.notice = notice
        self.banners = banners
        self.path = path
        self.groupPath = groupPath
        self.formats = formats
        self.recipients = recipients
        self.hasMoreRecipients = hasMoreRecipients
        self.chosen = chosen
    }
}

/// What the page for a workers' group shows.
package struct ExportGroupModel: Sendable {
    package var notice: NoticeLine
    package var exportsPath: String
    package var text: String
    /// The button of the picture; nil where this server draws none.
    package var picture: ActID?

    package init(notice: NoticeLine, exportsPath: String, text: String, picture: ActID?) {
        self.notice = notice
        self.exportsPath = exportsPath
        self.text = text
        self.picture = picture
    }
}
