extension Migration {
    /// Units and their links, people and their posts, who may do what, and how one gets in.
    static let federation = Migration(
        2, "federation",
        """
        create table unit (
            id {int} primary key,
            origin_installation {text} not null,
            origin_id {int} not null,
            code {text} not null,
            name {text} not null,
            name_english {text},
            kind {text} not null,
            level {text} not null,
            division {text},
            region_code {text},
            path {text} not null,
            secondary_path {text},
            sort_key {text} not null,
            created_at {int} not null,
            closed_on {text},
            merged_into {int} references unit (id)
        ) {table}

        create unique index unit_code_key on unit (code)

        create unique index unit_path_key on unit (path)

        create unique index unit_origin_installation_origin_id_key on unit (origin_installation, origin_id)

        create index unit_secondary_path on unit (secondary_path) where secondary_path is not null

        create index unit_name on unit (name)

        create table unit_short_name (
            unit {int} not null references unit (id),
            place {int} not null,
            name {text} not null,
            primary key (unit, place)
        ) {table}

        create index unit_short_name_name on unit_short_name (name)

        create table unit_region_code (
            unit {int} not null references unit (id),
            code {text} not null,
            from_on {text} not null,
            to_on {text},
            primary key (unit, from_on)
        ) {table}

        create table unit_link (
            id {int} primary key,
            unit {int} not null references unit (id),
            parent {int} not null references unit (id),
            line {text} not null check (line in ('territorial', 'industrial')),
            is_primary {int} not null check (is_primary in (0, 1)),
            from_on {text} not null,
            to_on {text},
            check (unit <> parent)
        ) {table}

        create unique index unit_link_one_primary on unit_link (unit) where is_primary = 1 and to_on is null

        create unique index unit_link_one_secondary on unit_link (unit) where is_primary = 0 and to_on is null

        create index unit_link_parent on unit_link (parent, unit) where to_on is null

        create table tree_counter (
            id {int} primary key check (id = 1),
            next {int} not null
        ) {table}

        insert into tree_counter (id, next) values (1, 1)

        create table person (
            id {int} primary key,
            login {text} not null,
            name {text} not null,
            language {text} not null default 'zh',
            created_at {int} not null,
            closed_at {int}
        ) {table}

        create unique index person_login_key on person (login)

        create table credential (
            person {int} primary key references person (id),
            salt {blob} not null,
            hash {blob} not null,
            cost {int} not null,
            changed_at {int} not null
        ) {table}

        create table post (
            id {int} primary key,
            unit {int} not null references unit (id),
            person {int} not null references person (id),
            role {text} not null,
            title_zh {text},
            title_en {text},
            substitutes {int} references post (id),
            from_on {text} not null,
            to_on {text},
            check (substitutes is null or to_on is not null)
        ) {table}

        create index post_person on post (person)

        create index post_unit on post (unit)

        create index post_substitutes on post (substitutes) where substitutes is not null

        create table role_grant (
            role {text} not null,
            verb {text} not null,
            reach {text} not null,
            primary key (role, verb, reach)
        ) {table}

        create table session (
            id {int} primary key,
            token_digest {blob} not null,
            person {int} not null references person (id),
            post {int} references post (id),
            language {text} not null,
            is_known_phone {int} not null check (is_known_phone in (0, 1)),
            created_at {int} not null,
            seen_at {int} not null,
            expires_at {int} not null
        ) {table}

        create unique index session_token_digest_key on session (token_digest)

        create index session_person on session (person)

        create table sign_in_failure (
            key {blob} primary key,
            failures {int} not null,
            last_at {int} not null
        ) {table}

        create table invitation (
            id {int} primary key,
            kind {text} not null check (kind in ('post', 'reset')),
            unit {int} not null references unit (id),
            role {text},
            person {int} references person (id),
            code_digest {blob} not null,
            batch {int} not null,
            invited_by {int} references post (id),
            created_at {int} not null,
            expires_at {int} not null,
            used_at {int},
            used_by {int} references person (id),
            withdrawn_at {int},
            check ((kind = 'post') = (role is not null)),
            check ((kind = 'reset') = (person is not null)),
            check ((used_at is null) = (used_by is null))
        ) {table}

        create unique index invitation_code_digest_key on invitation (code_digest)

        create index invitation_unit on invitation (unit, created_at)

        create index invitation_batch on invitation (batch)

        create index invitation_person on invitation (person) where person is not null
        """)
}
