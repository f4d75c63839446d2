import Federation
import Storage

/// One statement for each source of a chain; all give the same columns.
enum ChainParts {
    private static let noText: SQL = "cast(null as text)"
    private static let noNumber: SQL = "cast(null as bigint)"

    private static func columns(
        _ act: ChainLink.Act, isOpen: Bool, word: SQL = "cast('' as text)", moment: SQL, place: SQL, unit: SQL,
        person: SQL, post: SQL? = nil, text: SQL? = nil, amount: SQL? = nil, channel: SQL? = nil,
        recordedBy: SQL? = nil, recordedAt: SQL? = nil, isDayOnly: SQL = "0", subject: SQL? = nil
    ) -> SQL {
        """
        select cast(\(act.rawValue) as text) as act, \(isOpen ? "1" : "0" as SQL) as is_open, \(word) as word, \
        \(moment) as moment, \(place) as place, \(unit) as unit, \(person) as person, \(post ?? noNumber) as post, \
        \(text ?? noText) as text, \(amount ?? noNumber) as amount, \(channel ?? noText) as channel, \
        \(recordedBy ?? noNumber) as recorded_by, \(recordedAt ?? noNumber) as recorded_at, \
        cast(\(isDayOnly) as bigint) as is_day_only, \(subject ?? noNumber) as subject
        """
    }

    /// The same columns of nothing.
    static let none: SQL =
        columns(.exported, isOpen: false, moment: "0", place: "0", unit: noNumber, person: noNumber) + " where 1 = 0"

    static func statements(_ act: ChainLink.Act, of notice: NoticeID, at own: UnitID) -> [SQL] {
        switch act {
        case .registered: [registered(notice)]
        case .corrected: [corrected(notice)]
        case .handled: [handled(notice, own)]
        case .drafted: [started(notice, own), ended(notice, own)]
        case .carried: [carried(notice)]
        case .sent: [sent(notice), sentHere(notice, own)]
        case .received: [received(notice)]
        case .urged: [urged(notice), urgedHere(notice, own)]
        case .changed: [changed(notice)]
        case .noted: [noted(notice)]
        case .exported: []
        }
    }

    private static func registered(_ notice: NoticeID) -> SQL {
        columns(
            .registered, isOpen: false, moment: "coalesce(b.arrived_at, b.entered_at)", place: "b.unit",
            unit: "b.unit", person: "b.person", channel: "b.channel",
            recordedAt: "case when b.arrived_at is null then null else b.entered_at end", isDayOnly: "b.is_day_only")
            + " from notice_book b where b.notice = \(notice)"
    }

    /// Corrections lie over every copy, so every holder sees whose they are.
    private static func corrected(_ notice: NoticeID) -> SQL {
        columns(
            .corrected, isOpen: true, word: "k.field", moment: "k.moment", place: "k.id", unit: "k.unit",
            person: "k.person", text: "k.value") + " from notice_correction k where k.notice = \(notice)"
    }

    /// What is done inside a unit is nobody else's to see: its sheet on the notice, and that on its own draft of it.
    private static func handled(_ notice: NoticeID, _ own: UnitID) -> SQL {
        columns(
            .handled, isOpen: false, word: "s.kind", moment: "s.moment", place: "s.id", unit: "h.unit",
            person: "s.person", post: "s.post", text: "s.text", channel: "s.channel", subject: "h.draft")
                + """
                 from handling h join handling_step s on s.handling = h.id
                 where h.unit = \(own) and (h.notice = \(notice) or h.draft in (
                    select d.id from draft d where d.notice = \(notice) and d.unit = \(own)))
                """
    }

    private static func drafts(_ notice: NoticeID, _ own: UnitID) -> SQL {
        """
         from draft d where d.unit = \(own) and (d.notice = \(notice) or d.id in (
            select v.draft from draft_carried v where v.notice = \(notice)))
        """
    }

    private static func started(_ notice: NoticeID, _ own: UnitID) -> SQL {
        columns(
            .drafted, isOpen: false, word: "cast('drafting' as text)", moment: "d.started_at", place: "d.id",
            unit: "d.unit", person: "d.person", subject: "d.id") + drafts(notice, own)
    }

    private static func ended(_ notice: NoticeID, _ own: UnitID) -> SQL {
        columns(
            .drafted, isOpen: false, word: "d.state", moment: "d.ended_at", place: "d.id", unit: "d.unit",
            person: noNumber, subject: "d.id") + drafts(notice, own) + " and d.ended_at is not null"
    }

    /// Papers that were made around it, by units that the scope reaches.
    private static func carried(_ notice: NoticeID) -> SQL {
        columns(
            .carried, isOpen: false, moment: "n.registered_at", place: "n.id", unit: "n.registered_by",
            person: noNumber, text: "n.title", subject: "n.id")
            + " from notice_containment c join notice n on n.id = c.cover where c.inner_notice = \(notice)"
    }

    private static func dispatched(isOpen: Bool) -> SQL {
        columns(
            .sent, isOpen: isOpen, word: "d.manner", moment: "d.issued_at", place: "d.id", unit: "d.from_unit",
            person: "d.person", post: "d.post", text: "d.addressee_line", amount: "d.recipients + d.copies",
            subject: "d.id")
    }

    private static func sent(_ notice: NoticeID) -> SQL {
        dispatched(isOpen: false) + " from dispatch d where d.notice = \(notice)"
    }

    /// The sending from above by which it came here; what this unit's scope reaches is told by `sent`.
    private static func sentHere(_ notice: NoticeID, _ own: UnitID) -> SQL {
        dispatched(isOpen: true)
            + """
             from dispatch d where d.notice = \(notice)
                and exists (select 1 from delivery y where y.dispatch = d.id and y.unit = \(own))
                and not exists (
                    select 1 from unit f join unit o on o.id = \(own)
                    where f.id = d.from_unit and f.path >= o.path and f.path < o.path || '~')
            """
    }

    private static func received(_ notice: NoticeID) -> SQL {
        columns(
            .received, isOpen: false, word: "f.fact", moment: "coalesce(f.happened_at, f.moment)", place: "f.id",
            unit: "r.unit", person: "f.person", post: "f.post", text: "f.note", amount: "f.people",
            channel: "f.channel", recordedBy: "f.recorded_by",
            recordedAt: "case when f.happened_at is null then null else f.moment end", isDayOnly: "f.is_day_only")
            + " from receipt r join receipt_fact f on f.receipt = r.id where r.notice = \(notice)"
    }

    private static func urging(isOpen: Bool) -> SQL {
        columns(
            .urged, isOpen: isOpen, moment: "g.moment", place: "g.id", unit: "g.unit", person: "g.person",
            post: "g.post", text: "g.text",
            amount: "(select count(*) from urge_unit w where w.urge = g.id)", subject: "g.dispatch")
    }

    private static func urged(_ notice: NoticeID) -> SQL {
        urging(isOpen: false) + " from urge g join dispatch d on d.id = g.dispatch where d.notice = \(notice)"
    }

    /// An urging from above that reached this unit.
    private static func urgedHere(_ notice: NoticeID, _ own: UnitID) -> SQL {
        urging(isOpen: true)
            + """
             from urge g join dispatch d on d.id = g.dispatch where d.notice = \(notice)
                and exists (select 1 from urge_unit w where w.urge = g.id and w.unit = \(own))
                and not exists (
                    select 1 from unit f join unit o on o.id = \(own)
                    where f.id = g.unit and f.path >= o.path and f.path < o.path || '~')
            """
    }

    /// Changes reach everyone who holds it.
    private static func changed(_ notice: NoticeID) -> SQL {
        columns(
            .changed, isOpen: true, word: "c.kind", moment: "c.moment", place: "c.id", unit: "c.unit",
            person: "c.person", post: "c.post", text: "c.reason", subject: "c.id")
            + " from notice_change c where c.notice = \(notice)"
    }

    private static func noted(_ notice: NoticeID) -> SQL {
        columns(
            .noted, isOpen: false, word: "c.kind", moment: "s.moment", place: "s.unit", unit: "s.unit",
            person: "s.person", post: "s.post", subject: "c.id")
                + """
                 from notice_change c join notice_change_seen s on s.change = c.id where c.notice = \(notice)
                """
    }
}
