extension Migration {
    /// How a notice passed on: by which channel, known how exactly, by when it is to be signed, who was urged.
    ///
    /// The states of a receipt are numbered anew, from 0, so that "filed" finds its place among them: below what went on.
    static let passage = Migration(
        8, "passage",
        """
        update receipt set state = state - 1 where state <= 3

        alter table receipt_fact add column channel {text}
            check (channel in ('telephone', 'fax', 'group', 'paper', 'visit'))

        alter table receipt_fact add column recorded_by {int} references unit (id)

        alter table receipt_fact add column happened_at {int}

        alter table receipt_fact add column is_day_only {int} not null default 0 check (is_day_only in (0, 1))

        alter table receipt_fact add column people {int} check (people >= 0)

        alter table dispatch add column sign_by {int}

        alter table dispatch add column sign_within_hours {int}

        create table urge (
            id {int} primary key,
            dispatch {int} not null references dispatch (id),
            unit {int} not null references unit (id),
            text {text} not null,
            person {int} not null,
            post {int} not null,
            moment {int} not null
        ) {table}

        create index urge_dispatch on urge (dispatch, moment)

        create table urge_unit (
            urge {int} not null references urge (id),
            unit {int} not null references unit (id),
            receipt {int} not null references receipt (id),
            primary key (urge, unit)
        ) {table}

        create index urge_unit_receipt on urge_unit (receipt)

        alter table notice_book add column channel {text}
            check (channel in ('telephone', 'fax', 'group', 'paper', 'visit'))

        alter table notice_book add column arrived_at {int}

        alter table notice_book add column is_day_only {int} not null default 0 check (is_day_only in (0, 1))

        create table saved_line (
            id {int} primary key,
            unit {int} not null references unit (id),
            name {text} not null,
            line {text} not null,
            copy_line {text},
            person {int} not null,
            moment {int} not null
        ) {table}

        create unique index saved_line_unit_name_key on saved_line (unit, name)
        """)
}
