extension Migration {
    /// What a notice asks and of whom: obligations, what units add to them, whom they bind, and what each unit did.
    static let duties = Migration(
        10, "duties",
        """
        create table notice_sorting (
            notice {int} primary key references notice (id),
            unit {int} not null references unit (id),
            person {int} not null,
            post {int} not null,
            started_at {int} not null,
            finished_at {int}
        ) {table}

        create table obligation (
            id {int} primary key,
            origin_installation {text} not null,
            origin_id {int} not null,
            notice {int} not null references notice (id),
            ranges {text} not null,
            quote {text} not null,
            place {int} not null,
            clause {text},
            role {text} not null,
            bound {text} not null,
            unit_kinds {int} not null,
            unit_levels {int} not null,
            condition {text},
            sort {text} not null check (sort in ('duty', 'guidance', 'dropped')),
            proof {text} not null check (proof in ('sentence', 'conveyance', 'figure', 'file', 'checklist')),
            source {text} not null check (source in ('reader', 'person')),
            unit {int} not null references unit (id),
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            replaced_at {int}
        ) {table}

        create unique index obligation_notice_ranges_key on obligation (notice, ranges) where replaced_at is null

        create index obligation_notice on obligation (notice, place)

        create table obligation_item (
            obligation {int} not null references obligation (id),
            place {int} not null,
            head {text},
            text {text} not null,
            primary key (obligation, place)
        ) {table}

        create table obligation_fact (
            id {int} primary key,
            obligation {int} not null references obligation (id),
            fact {text} not null check (fact in ('defined', 'sorted', 'revised', 'split', 'merged', 'adopted')),
            detail {text},
            unit {int} not null references unit (id),
            person {int} not null,
            post {int} not null,
            moment {int} not null
        ) {table}

        create index obligation_fact_obligation on obligation_fact (obligation, moment)

        create table obligation_addition (
            id {int} primary key,
            obligation {int} not null references obligation (id),
            unit {int} not null references unit (id),
            kind {text} not null check (kind in ('due', 'cadence', 'evidence', 'form')),
            value {text} not null,
            due_at {int},
            reason {text} not null,
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            ended_at {int},
            check ((kind = 'due') = (due_at is not null))
        ) {table}

        create index obligation_addition_obligation on obligation_addition (obligation, unit)

        create table allocation (
            id {int} primary key,
            obligation {int} not null references obligation (id),
            unit {int} not null references unit (id),
            depth {text} not null check (depth in ('all', 'next')),
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            ended_at {int},
            reason {text}
        ) {table}

        create unique index allocation_obligation_unit_key on allocation (obligation, unit) where ended_at is null

        create index allocation_unit on allocation (unit, moment)

        create table assignment (
            id {int} primary key,
            obligation {int} not null references obligation (id),
            unit {int} not null references unit (id),
            state {text} not null check (state in ('open', 'under_way', 'discharged', 'declined', 'not_applicable')),
            is_returned {int} not null default 0 check (is_returned in (0, 1)),
            figure {int},
            out_of {int},
            changed_at {int} not null,
            province {text} not null
        ) {table}

        create unique index assignment_obligation_unit_key on assignment (obligation, unit)

        create index assignment_unit on assignment (unit, changed_at)

        create table assignment_fact (
            id {int} primary key,
            assignment {int} not null references assignment (id),
            fact {text} not null check (fact in
                ('progressed', 'discharged', 'declined', 'not_applicable', 'returned', 'reopened', 'undone')),
            text {text},
            figure {int},
            out_of {int},
            items {text},
            proof_kind {text} check (proof_kind in ('receipt', 'conveyance', 'file')),
            proof {int},
            undoes {int} references assignment_fact (id),
            unit {int} not null references unit (id),
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            check ((proof_kind is null) = (proof is null))
        ) {table}

        create index assignment_fact_assignment on assignment_fact (assignment, moment)

        create unique index assignment_fact_undoes_key on assignment_fact (undoes)

        create table owner (
            id {int} primary key,
            obligation {int} not null references obligation (id),
            unit {int} not null references unit (id),
            part {text} not null check (part in ('overall', 'charge', 'doer')),
            post {int} not null references post (id),
            reason {text},
            person {int} not null,
            moment {int} not null,
            told_at {int},
            ended_at {int}
        ) {table}

        create unique index owner_obligation_unit_part_key on owner (obligation, unit, part) where ended_at is null

        create index owner_post on owner (post, ended_at)

        alter table due add column about {int}

        alter table due add column asked_by {int}

        create table due_scope (
            id {int} primary key,
            root {int} not null,
            depth {text} not null check (depth in ('all', 'next')),
            unit_kinds {int} not null,
            unit_levels {int} not null,
            is_binding {int} not null check (is_binding in (0, 1)),
            kind {text} not null,
            subject {int} not null,
            about {int},
            gate {int},
            response {int},
            grade {int} not null,
            due_at {int},
            minutes {int} not null,
            asked_by {int} not null,
            opened_at {int} not null,
            closed_at {int}
        ) {table}

        create unique index due_scope_root_kind_subject_is_binding_key on due_scope (root, kind, subject, is_binding)
            where closed_at is null

        create index due_scope_subject on due_scope (subject)

        create table due_scope_closed (
            unit {int} not null,
            kind {text} not null,
            subject {int} not null,
            closed_at {int} not null,
            primary key (unit, kind, subject)
        ) {table}

        create table obligation_urge (
            id {int} primary key,
            obligation {int} not null references obligation (id),
            unit {int} not null references unit (id),
            text {text} not null,
            person {int} not null,
            post {int} not null,
            moment {int} not null
        ) {table}

        create index obligation_urge_obligation on obligation_urge (obligation, moment)

        create table obligation_urge_unit (
            urge {int} not null references obligation_urge (id),
            unit {int} not null references unit (id),
            primary key (urge, unit)
        ) {table}

        create index obligation_urge_unit_unit on obligation_urge_unit (unit)

        insert into role_grant (role, verb, reach)
            select role, 'obligation.read', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'assignment.read', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'assignment.discharge', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'owner.acknowledge', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'load.read', 'federation' from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'assignment.read', reach from role_grant where verb = 'receipt.read' and reach = 'primary_subtree' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'obligation.sort', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'obligation.add', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'obligation.allocate', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'assignment.decline', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'owner.name', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'assignment.return', 'primary_subtree' from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'assignment.urge', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing
        """)
}
