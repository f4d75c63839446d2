extension Migration {
    /// What a unit reports up about a notice: versions of its words, the figures as they were signed, and what became of it.
    static let reports = Migration(
        11, "reports",
        """
        create table report (
            id {int} primary key,
            origin_installation {text} not null,
            origin_id {int} not null,
            notice {int} not null references notice (id),
            unit {int} not null references unit (id),
            receiver {int} not null references unit (id),
            ordinal {int} not null,
            state {text} not null check (state in ('draft', 'sent', 'accepted', 'returned')),
            version {int} not null,
            signed_version {int},
            sent_at {int},
            created_at {int} not null,
            check ((state = 'draft') <= (signed_version is null or signed_version <= version))
        ) {table}

        create unique index report_notice_unit_ordinal_key on report (notice, unit, ordinal)

        create index report_receiver on report (receiver, notice)

        create table report_version (
            report {int} not null references report (id),
            version {int} not null,
            body {text} not null,
            figures {text} not null,
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            primary key (report, version)
        ) {table}

        create table report_quote (
            report {int} not null references report (id),
            place {int} not null,
            source {int} not null references report (id),
            source_version {int} not null,
            text {text} not null,
            moment {int} not null,
            primary key (report, place)
        ) {table}

        create table report_fact (
            id {int} primary key,
            report {int} not null references report (id),
            fact {text} not null check (fact in ('written', 'sent', 'accepted', 'returned')),
            version {int} not null,
            text {text},
            unit {int} not null references unit (id),
            person {int} not null,
            post {int} not null,
            moment {int} not null
        ) {table}

        create index report_fact_report on report_fact (report, moment)

        insert into role_grant (role, verb, reach)
            select role, 'report.read', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'report.read', reach from role_grant where verb = 'receipt.read' and reach = 'primary_subtree' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'report.write', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'report.sign', reach from role_grant where verb = 'draft.sign_off' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'report.accept', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing
        """)
}
