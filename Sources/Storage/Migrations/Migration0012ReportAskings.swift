extension Migration {
    /// What a unit asks of reports about a notice: how often, by which outline; which period a report is for; remarks on
    /// drafts; and what a signed report keeps beside its words.
    static let reportAskings = Migration(
        12, "report_askings",
        """
        create table report_asking (
            id {int} primary key,
            notice {int} not null references notice (id),
            unit {int} not null references unit (id),
            rhythm {text} check (rhythm in ('daily', 'weekly', 'monthly')),
            depth {text} not null check (depth in ('all', 'next')),
            outline {text},
            reason {text} not null,
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            ended_at {int}
        ) {table}

        create unique index report_asking_notice_unit_key on report_asking (notice, unit) where ended_at is null

        create index report_asking_rhythm on report_asking (rhythm) where ended_at is null and rhythm is not null

        create table report_period (
            id {int} primary key,
            asking {int} not null references report_asking (id),
            notice {int} not null references notice (id),
            unit {int} not null references unit (id),
            first_on {text} not null,
            last_on {text} not null,
            due_at {int} not null,
            moment {int} not null,
            check (first_on <= last_on)
        ) {table}

        create unique index report_period_notice_unit_last_on_key on report_period (notice, unit, last_on)

        create table report_remark (
            id {int} primary key,
            report {int} not null references report (id),
            version {int} not null,
            text {text} not null,
            person {int} not null,
            post {int} not null,
            moment {int} not null
        ) {table}

        create index report_remark_report on report_remark (report, moment)

        create table report_unit_list (
            report {int} primary key references report (id),
            version {int} not null,
            units {text} not null
        ) {table}

        alter table report add column office {text}

        alter table report add column office_unit {int}

        alter table report add column covers_on {text}

        alter table report add column is_zero {int} not null default 0

        alter table report add column recorded_by {int}

        alter table report add column seal {text}
        """)
}
