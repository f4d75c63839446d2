extension Migration {
    /// A person's name in Latin letters, and the grants of what can be administered on pages. Who had a verb before gets
    /// those that go with it; a database without grants gets them all at its first start.
    static let people = Migration(
        5, "people",
        """
        alter table person add column name_latin {text}

        insert into role_grant (role, verb, reach)
            select role, 'number.read', reach from role_grant where verb = 'number.draw' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'number.start', reach from role_grant where verb = 'number.void' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'number.reserve', reach from role_grant where verb = 'number.void' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'number.enter', reach from role_grant where verb = 'number.void' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'number.read', reach from role_grant
            where verb = 'journal.read' and role in ('administrator', 'auditor') on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'calendar.read', 'federation' from role_grant where verb = 'unit.read' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'job.read', reach from role_grant where verb = 'calendar.revise' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'job.retry', reach from role_grant where verb = 'calendar.revise' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'job.abandon', reach from role_grant where verb = 'calendar.revise' on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'post.appoint', reach from role_grant
            where verb = 'post.substitute' and role in ('principal', 'party_principal') on conflict do nothing

        insert into role_grant (role, verb, reach)
            select role, 'post.end', reach from role_grant
            where verb = 'post.substitute' and role in ('principal', 'party_principal') on conflict do nothing
        """)
}
