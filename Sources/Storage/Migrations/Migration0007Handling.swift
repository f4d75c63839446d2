extension Migration {
    /// What happens to a notice inside a unit: its settings, the handling sheet, and the covers it drafts.
    static let handling = Migration(
        7, "handling",
        """
        create table unit_setting (
            unit {int} not null references unit (id),
            name {text} not null,
            value {text} not null,
            person {int} not null,
            moment {int} not null,
            primary key (unit, name)
        ) {table}

        create table draft (
            id {int} primary key,
            unit {int} not null references unit (id),
            state {text} not null check (state in ('drafting', 'issued', 'dropped')),
            version {int} not null,
            notice {int} references notice (id),
            person {int} not null,
            started_at {int} not null,
            ended_at {int},
            check ((state = 'issued') = (notice is not null)),
            check ((state = 'drafting') = (ended_at is null))
        ) {table}

        create index draft_unit on draft (unit, started_at)

        create table draft_version (
            draft {int} not null references draft (id),
            version {int} not null,
            content {text} not null,
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            primary key (draft, version)
        ) {table}

        create table draft_carried (
            draft {int} not null references draft (id),
            place {int} not null,
            notice {int} not null references notice (id),
            primary key (draft, place)
        ) {table}

        create index draft_carried_notice on draft_carried (notice)

        create table handling (
            id {int} primary key,
            unit {int} not null references unit (id),
            notice {int} references notice (id),
            draft {int} references draft (id),
            opened_at {int} not null,
            closed_at {int},
            check ((notice is null) <> (draft is null))
        ) {table}

        create unique index handling_unit_notice_key on handling (unit, notice)

        create unique index handling_draft_key on handling (draft)

        create table handling_step (
            id {int} primary key,
            handling {int} not null references handling (id),
            kind {text} not null,
            text {text},
            person {int} not null,
            post {int} not null,
            moment {int} not null,
            version {int},
            channel {text} check (channel in ('telephone')),
            leader {int} references post (id),
            said_at {int},
            check ((channel is null) = (leader is null)),
            check ((channel is null) = (said_at is null))
        ) {table}

        create index handling_step_handling on handling_step (handling, moment)

        create table handling_ask (
            id {int} primary key,
            handling {int} not null references handling (id),
            kind {text} not null,
            post {int} not null references post (id),
            asked_by {int} not null references handling_step (id),
            due_at {int},
            answer {int} references handling_step (id),
            dropped_at {int}
        ) {table}

        create index handling_ask_handling on handling_ask (handling)

        create index handling_ask_post on handling_ask (post, answer)

        insert into role_grant (role, verb, reach)
            select role, 'handling.read', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'handling.answer', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'notice.export', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'setting.read', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'receipt.convey', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'receipt.file', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'receipt.record', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'dispatch.urge', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'notice.change', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'notice.acknowledge', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'line.save', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'handling.propose', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'handling.circulate', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'handling.return', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'handling.record', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'handling.discharge', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'draft.read', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'draft.write', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'draft.issue', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'draft.drop', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'handling.instruct', reach from role_grant
            where verb = 'dispatch.issue' and role in ('principal', 'party_principal', 'deputy')
            on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'handling.confirm', reach from role_grant
            where verb = 'dispatch.issue' and role in ('principal', 'party_principal', 'deputy')
            on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'draft.sign_off', reach from role_grant
            where verb = 'dispatch.issue' and role in ('principal', 'party_principal', 'deputy')
            on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'setting.revise', reach from role_grant
            where verb = 'dispatch.issue' and role in ('principal', 'party_principal', 'deputy')
            on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'setting.revise', reach from role_grant where verb = 'calendar.revise' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'receipt.record', reach from role_grant
            where verb = 'receipt.sign' and role = 'duty_officer' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'dispatch.urge', reach from role_grant
            where verb = 'receipt.sign' and role = 'duty_officer' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'notice.acknowledge', reach from role_grant
            where verb = 'receipt.sign' and role = 'duty_officer' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'handling.record', reach from role_grant
            where verb = 'receipt.sign' and role = 'duty_officer' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'draft.read', reach from role_grant
            where verb = 'receipt.sign' and role = 'duty_officer' on conflict do nothing
        """)
}
