extension Migration {
    /// What a notice came as: the files, and how the text of each page was got.
    static let originals = Migration(
        4, "originals",
        """
        create table original (
            id {int} primary key,
            unit {int} not null references unit (id),
            person {int} not null,
            uploaded_at {int} not null,
            expires_at {int},
            notice {int} references notice (id),
            bound_at {int},
            refusal {text},
            check ((notice is null) = (bound_at is null)),
            check ((notice is null) = (expires_at is not null))
        ) {table}

        create index original_notice on original (notice)

        create index original_expires_at on original (expires_at)

        create table original_file (
            original {int} not null references original (id) on delete cascade,
            ordinal {int} not null,
            blob {int} not null references blob (id) on delete cascade,
            kind {text} not null check (kind in ('docx', 'pdf', 'jpeg', 'png')),
            primary key (original, ordinal)
        ) {table}

        create index original_file_blob on original_file (blob)

        create table original_page (
            original {int} not null references original (id) on delete cascade,
            place {int} not null,
            file {int} not null,
            page {int} not null,
            manner {text} not null check (manner in ('docx', 'pdf_text', 'waiting', 'recognised', 'typed')),
            text {text} not null,
            doubts {text} not null,
            confidence {int} check (confidence between 0 and 100),
            primary key (original, place)
        ) {table}
        """)
}
