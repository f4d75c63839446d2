extension Migration {
    /// The ground: acts and their journal, jobs, what is due, files, numbers, calendars.
    static let ground = Migration(
        1, "ground",
        """
        create table setting (
            name {text} primary key,
            value {text} not null
        ) {table}

        create table server_lease (
            number {int} primary key check (number between 0 and 1023),
            holder {text} not null,
            expires_at {int} not null
        ) {table}

        create table journal (
            id {int} primary key,
            verb {text} not null,
            person {int},
            post {int},
            substitutes {int},
            unit {int},
            moment {int} not null,
            subject_kind {text} not null,
            subject {int} not null,
            detail {text} not null,
            outcome {text} not null,
            bytes {blob} not null,
            digest {blob} not null,
            seal {int},
            place {int}
        ) {table}

        create index journal_unsealed on journal (moment, id) where seal is null

        create index journal_sealed on journal (seal, place) where seal is not null

        create index journal_subject on journal (subject_kind, subject, moment)

        create index journal_unit on journal (unit, moment)

        create table seal (
            number {int} primary key,
            entries {int} not null check (entries > 0),
            root {blob} not null,
            previous {blob} not null,
            digest {blob} not null,
            key_id {text} not null,
            signature {blob} not null,
            moment {int} not null
        ) {table}

        create table job (
            id {int} primary key,
            queue {text} not null,
            priority {int} not null,
            due_at {int} not null,
            key {text},
            payload {text} not null,
            attempts {int} not null default 0,
            leased_until {int},
            failure {text},
            given_up_at {int}
        ) {table}

        create index job_claimable on job (priority desc, due_at, id) where given_up_at is null

        create unique index job_queue_key_key on job (queue, key) where leased_until is null and given_up_at is null

        create table due (
            id {int} primary key,
            unit {int} not null,
            post {int},
            kind {text} not null,
            subject {int} not null,
            response {int},
            grade {int} not null,
            due_at {int},
            minutes {int} not null,
            opened_at {int} not null,
            closed_at {int}
        ) {table}

        create unique index due_unit_kind_subject_key on due (unit, kind, subject) where closed_at is null

        create index due_open on due (unit, grade desc, due_at) where closed_at is null

        create table blob (
            id {int} primary key,
            owner {int} not null,
            purpose {text} not null,
            audience {text} not null,
            name {text} not null,
            media_type {text} not null,
            size {int} not null,
            digest {blob},
            created_at {int} not null,
            expires_at {int},
            check (digest is not null or expires_at is not null)
        ) {table}

        create index blob_expires on blob (expires_at) where expires_at is not null

        create table blob_chunk (
            blob {int} not null references blob (id),
            place {int} not null,
            bytes {blob} not null,
            primary key (blob, place)
        ) {table}

        create table number_series (
            id {int} primary key,
            unit {int} not null,
            word {text} not null,
            year {int} not null,
            next {int} not null check (next > 0)
        ) {table}

        create unique index number_series_unit_word_year_key on number_series (unit, word, year)

        create table number_fate (
            series {int} not null references number_series (id),
            number {int} not null check (number > 0),
            fate {text} not null check (fate in ('drawn', 'entered', 'reserved', 'voided')),
            reason {text},
            subject_kind {text},
            subject {int},
            person {int},
            moment {int} not null,
            primary key (series, number)
        ) {table}

        create table calendar_day (
            calendar {text} not null,
            day {text} not null,
            is_working {int} not null check (is_working in (0, 1)),
            name {text} not null,
            primary key (calendar, day)
        ) {table}
        """)
}
