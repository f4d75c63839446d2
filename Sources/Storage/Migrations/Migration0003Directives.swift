extension Migration {
    /// Notices, their ways down, and what each unit did when one arrived.
    static let directives = Migration(
        3, "directives",
        """
        create table notice (
            id {int} primary key,
            origin_installation {text} not null,
            origin_id {int} not null,
            identity {text} not null,
            issuer_name {text} not null,
            issuer {int} references unit (id),
            number {text},
            title {text} not null,
            kind {text},
            grade {text},
            urgency {int} not null check (urgency between 0 and 4),
            medium {text} not null,
            dated_on {text},
            text {text} not null,
            reading {text} not null,
            registered_by {int} not null references unit (id),
            registered_at {int} not null
        ) {table}

        create unique index notice_identity_key on notice (identity)

        create unique index notice_origin_installation_origin_id_key on notice (origin_installation, origin_id)

        create table notice_containment (
            cover {int} not null references notice (id),
            place {int} not null,
            inner_notice {int} not null references notice (id),
            relation {text} not null,
            start_scalar {int} not null,
            end_scalar {int} not null,
            primary key (cover, place),
            check (cover <> inner_notice)
        ) {table}

        create index notice_containment_inner on notice_containment (inner_notice)

        create table notice_correction (
            id {int} primary key,
            notice {int} not null references notice (id),
            field {text} not null,
            value {text},
            unit {int} not null references unit (id),
            person {int} not null,
            moment {int} not null
        ) {table}

        create index notice_correction_notice on notice_correction (notice, moment)

        create table notice_book (
            unit {int} not null references unit (id),
            notice {int} not null references notice (id),
            entered_at {int} not null,
            person {int} not null,
            primary key (unit, notice)
        ) {table}

        create index notice_book_notice on notice_book (notice)

        create table dispatch (
            id {int} primary key,
            notice {int} not null references notice (id),
            from_unit {int} not null references unit (id),
            parent {int} references dispatch (id),
            manner {text} not null check (manner in ('issue', 'relay')),
            state {text} not null check (state in ('issuing', 'issued')),
            addressee_line {text} not null,
            copy_line {text},
            recipients {int} not null,
            copies {int} not null,
            person {int} not null,
            post {int} not null,
            issued_at {int} not null
        ) {table}

        create index dispatch_notice on dispatch (notice, issued_at)

        create index dispatch_from on dispatch (from_unit, issued_at)

        create table dispatch_phrase (
            dispatch {int} not null references dispatch (id),
            place {int} not null,
            text {text} not null,
            purpose {text} not null check (purpose in ('action', 'information')),
            outcome {text} not null check (outcome in ('resolved', 'named', 'kept', 'removed', 'added')),
            reason {text},
            units {int} not null,
            primary key (dispatch, place)
        ) {table}

        create table dispatch_exclusion (
            dispatch {int} not null references dispatch (id),
            unit {int} not null references unit (id),
            reason {text},
            primary key (dispatch, unit)
        ) {table}

        create table receipt (
            id {int} primary key,
            notice {int} not null references notice (id),
            unit {int} not null references unit (id),
            purpose {text} not null check (purpose in ('action', 'information')),
            state {int} not null check (state between 0 and 5),
            urgency {int} not null,
            sent_at {int} not null,
            opened_at {int},
            signed_at {int},
            passed_on_at {int},
            province {text} not null
        ) {table}

        create unique index receipt_notice_unit_key on receipt (notice, unit)

        create index receipt_inbox on receipt (unit, state, urgency desc, sent_at)

        create table receipt_fact (
            id {int} primary key,
            receipt {int} not null references receipt (id),
            fact {text} not null check (fact in ('opened', 'signed', 'relayed', 'conveyed', 'filed')),
            moment {int} not null,
            person {int} not null,
            post {int} not null,
            note {text}
        ) {table}

        create unique index receipt_fact_receipt_fact_key on receipt_fact (receipt, fact)

        create table delivery (
            dispatch {int} not null references dispatch (id),
            unit {int} not null references unit (id),
            receipt {int} not null references receipt (id),
            phrase {int} not null,
            purpose {text} not null check (purpose in ('action', 'information')),
            primary key (dispatch, unit)
        ) {table}

        create index delivery_receipt on delivery (receipt)
        """)
}
