extension Migration {
    /// The emergency responses that notices belong to, their levels, and what changed them.
    static let responses = Migration(
        13, "responses",
        """
        create table response (
            id {int} primary key,
            origin_installation {text} not null,
            origin_id {int} not null,
            unit {int} not null references unit (id),
            name {text} not null,
            level {int} not null check (level between 1 and 4),
            opened_at {int} not null,
            closed_at {int}
        ) {table}

        create index response_unit on response (unit, opened_at)

        create table response_fact (
            id {int} primary key,
            response {int} not null references response (id),
            fact {text} not null check (fact in ('opened', 'levelled', 'closed')),
            level_before {int},
            level_after {int},
            reason {text} not null,
            unit {int} not null references unit (id),
            person {int} not null,
            post {int} not null,
            moment {int} not null
        ) {table}

        create index response_fact_response on response_fact (response, moment)

        create table response_notice (
            notice {int} primary key references notice (id),
            response {int} not null references response (id),
            unit {int} not null references unit (id),
            person {int} not null,
            post {int} not null,
            moment {int} not null
        ) {table}

        create index response_notice_response on response_notice (response, moment)

        insert into role_grant (role, verb, reach)
            select role, 'response.read', reach from role_grant where verb = 'notice.read' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'response.open', reach from role_grant where verb = 'draft.sign_off' and reach = 'own_unit' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'response.attach', reach from role_grant where verb = 'dispatch.issue' and reach = 'own_unit' on conflict do nothing
        """)
}
