CREATE TABLE allocation (
    id integer primary key,
    obligation integer not null references obligation (id),
    unit integer not null references unit (id),
    depth text not null check (depth in ('all', 'next')),
    person integer not null,
    post integer not null,
    moment integer not null,
    ended_at integer,
    reason text
) strict;
CREATE TABLE assignment (
    id integer primary key,
    obligation integer not null references obligation (id),
    unit integer not null references unit (id),
    state text not null check (state in ('open', 'under_way', 'discharged', 'declined', 'not_applicable')),
    is_returned integer not null default 0 check (is_returned in (0, 1)),
    figure integer,
    out_of integer,
    changed_at integer not null,
    province text not null
) strict;
CREATE TABLE assignment_fact (
    id integer primary key,
    assignment integer not null references assignment (id),
    fact text not null check (fact in
        ('progressed', 'discharged', 'declined', 'not_applicable', 'returned', 'reopened', 'undone')),
    text text,
    figure integer,
    out_of integer,
    items text,
    proof_kind text check (proof_kind in ('receipt', 'conveyance', 'file')),
    proof integer,
    undoes integer references assignment_fact (id),
    unit integer not null references unit (id),
    person integer not null,
    post integer not null,
    moment integer not null,
    check ((proof_kind is null) = (proof is null))
) strict;
CREATE TABLE blob (
    id integer primary key,
    owner integer not null,
    purpose text not null,
    audience text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    digest blob,
    created_at integer not null,
    expires_at integer,
    check (digest is not null or expires_at is not null)
) strict;
CREATE TABLE blob_chunk (
    blob integer not null references blob (id),
    place integer not null,
    bytes blob not null,
    primary key (blob, place)
) strict;
CREATE TABLE calendar_day (
    calendar text not null,
    day text not null,
    is_working integer not null check (is_working in (0, 1)),
    name text not null,
    primary key (calendar, day)
) strict;
CREATE TABLE credential (
    person integer primary key references person (id),
    salt blob not null,
    hash blob not null,
    cost integer not null,
    changed_at integer not null
) strict;
CREATE TABLE delivery (
    dispatch integer not null references dispatch (id),
    unit integer not null references unit (id),
    receipt integer not null references receipt (id),
    phrase integer not null,
    purpose text not null check (purpose in ('action', 'information')),
    primary key (dispatch, unit)
) strict;
CREATE TABLE delta (
    id integer primary key,
    subject integer not null,
    path text not null,
    measure integer not null,
    n integer not null
) strict;
CREATE TABLE dispatch (
    id integer primary key,
    notice integer not null references notice (id),
    from_unit integer not null references unit (id),
    parent integer references dispatch (id),
    manner text not null check (manner in ('issue', 'relay')),
    state text not null check (state in ('issuing', 'issued')),
    addressee_line text not null,
    copy_line text,
    recipients integer not null,
    copies integer not null,
    person integer not null,
    post integer not null,
    issued_at integer not null
, sign_by integer, sign_within_hours integer) strict;
CREATE TABLE dispatch_exclusion (
    dispatch integer not null references dispatch (id),
    unit integer not null references unit (id),
    reason text,
    primary key (dispatch, unit)
) strict;
CREATE TABLE dispatch_phrase (
    dispatch integer not null references dispatch (id),
    place integer not null,
    text text not null,
    purpose text not null check (purpose in ('action', 'information')),
    outcome text not null check (outcome in ('resolved', 'named', 'kept', 'removed', 'added')),
    reason text,
    units integer not null,
    primary key (dispatch, place)
) strict;
CREATE TABLE dispatch_set (
    dispatch integer not null references dispatch (id),
    phrase integer not null,
    notice integer not null references notice (id),
    root integer not null references unit (id),
    unit_kinds integer not null,
    unit_levels integer not null,
    primary key (dispatch, phrase)
) strict;
CREATE TABLE draft (
    id integer primary key,
    unit integer not null references unit (id),
    state text not null check (state in ('drafting', 'issued', 'dropped')),
    version integer not null,
    notice integer references notice (id),
    person integer not null,
    started_at integer not null,
    ended_at integer,
    check ((state = 'issued') = (notice is not null)),
    check ((state = 'drafting') = (ended_at is null))
) strict;
CREATE TABLE draft_carried (
    draft integer not null references draft (id),
    place integer not null,
    notice integer not null references notice (id),
    primary key (draft, place)
) strict;
CREATE TABLE draft_version (
    draft integer not null references draft (id),
    version integer not null,
    content text not null,
    person integer not null,
    post integer not null,
    moment integer not null,
    primary key (draft, version)
) strict;
CREATE TABLE due (
    id integer primary key,
    unit integer not null,
    post integer,
    kind text not null,
    subject integer not null,
    response integer,
    grade integer not null,
    due_at integer,
    minutes integer not null,
    opened_at integer not null,
    closed_at integer
, about integer, asked_by integer) strict;
CREATE TABLE due_scope (
    id integer primary key,
    root integer not null,
    depth text not null check (depth in ('all', 'next')),
    unit_kinds integer not null,
    unit_levels integer not null,
    is_binding integer not null check (is_binding in (0, 1)),
    kind text not null,
    subject integer not null,
    about integer,
    gate integer,
    response integer,
    grade integer not null,
    due_at integer,
    minutes integer not null,
    asked_by integer not null,
    opened_at integer not null,
    closed_at integer
) strict;
CREATE TABLE due_scope_closed (
    unit integer not null,
    kind text not null,
    subject integer not null,
    closed_at integer not null,
    primary key (unit, kind, subject)
) strict;
CREATE TABLE handling (
    id integer primary key,
    unit integer not null references unit (id),
    notice integer references notice (id),
    draft integer references draft (id),
    opened_at integer not null,
    closed_at integer,
    check ((notice is null) <> (draft is null))
) strict;
CREATE TABLE handling_ask (
    id integer primary key,
    handling integer not null references handling (id),
    kind text not null,
    post integer not null references post (id),
    asked_by integer not null references handling_step (id),
    due_at integer,
    answer integer references handling_step (id),
    dropped_at integer
) strict;
CREATE TABLE handling_step (
    id integer primary key,
    handling integer not null references handling (id),
    kind text not null,
    text text,
    person integer not null,
    post integer not null,
    moment integer not null,
    version integer,
    channel text check (channel in ('telephone')),
    leader integer references post (id),
    said_at integer,
    check ((channel is null) = (leader is null)),
    check ((channel is null) = (said_at is null))
) strict;
CREATE TABLE invitation (
    id integer primary key,
    kind text not null check (kind in ('post', 'reset')),
    unit integer not null references unit (id),
    role text,
    person integer references person (id),
    code_digest blob not null,
    batch integer not null,
    invited_by integer references post (id),
    created_at integer not null,
    expires_at integer not null,
    used_at integer,
    used_by integer references person (id),
    withdrawn_at integer,
    check ((kind = 'post') = (role is not null)),
    check ((kind = 'reset') = (person is not null)),
    check ((used_at is null) = (used_by is null))
) strict;
CREATE TABLE job (
    id integer primary key,
    queue text not null,
    priority integer not null,
    due_at integer not null,
    key text,
    payload text not null,
    attempts integer not null default 0,
    leased_until integer,
    failure text,
    given_up_at integer
) strict;
CREATE TABLE journal (
    id integer primary key,
    verb text not null,
    person integer,
    post integer,
    substitutes integer,
    unit integer,
    moment integer not null,
    subject_kind text not null,
    subject integer not null,
    detail text not null,
    outcome text not null,
    bytes blob not null,
    digest blob not null,
    seal integer,
    place integer
) strict;
CREATE TABLE notice (
    id integer primary key,
    origin_installation text not null,
    origin_id integer not null,
    identity text not null,
    issuer_name text not null,
    issuer integer references unit (id),
    number text,
    title text not null,
    kind text,
    grade text,
    urgency integer not null check (urgency between 0 and 4),
    medium text not null,
    dated_on text,
    text text not null,
    reading text not null,
    registered_by integer not null references unit (id),
    registered_at integer not null
) strict;
CREATE TABLE notice_alias (
    identity text not null primary key,
    notice integer not null references notice (id)
) strict;
CREATE TABLE notice_book (
    unit integer not null references unit (id),
    notice integer not null references notice (id),
    entered_at integer not null,
    person integer not null, channel text
    check (channel in ('telephone', 'fax', 'group', 'paper', 'visit')), arrived_at integer, is_day_only integer not null default 0 check (is_day_only in (0, 1)),
    primary key (unit, notice)
) strict;
CREATE TABLE notice_change (
    id integer primary key,
    notice integer not null references notice (id),
    kind text not null check (kind in ('withdrawn', 'replaced', 'corrected')),
    reason text not null,
    text text,
    replacement integer references notice (id),
    unit integer not null references unit (id),
    person integer not null,
    post integer not null,
    moment integer not null,
    check ((kind = 'replaced') = (replacement is not null)),
    check (replacement is null or replacement <> notice)
) strict;
CREATE TABLE notice_change_seen (
    change integer not null references notice_change (id),
    unit integer not null references unit (id),
    person integer not null,
    post integer not null,
    moment integer not null,
    primary key (change, unit)
) strict;
CREATE TABLE notice_containment (
    cover integer not null references notice (id),
    place integer not null,
    inner_notice integer not null references notice (id),
    relation text not null,
    start_scalar integer not null,
    end_scalar integer not null,
    primary key (cover, place),
    check (cover <> inner_notice)
) strict;
CREATE TABLE notice_correction (
    id integer primary key,
    notice integer not null references notice (id),
    field text not null,
    value text,
    unit integer not null references unit (id),
    person integer not null,
    moment integer not null
) strict;
CREATE TABLE notice_search (
    notice integer primary key references notice (id),
    words text not null
) strict;
CREATE TABLE notice_sorting (
    notice integer primary key references notice (id),
    unit integer not null references unit (id),
    person integer not null,
    post integer not null,
    started_at integer not null,
    finished_at integer
) strict;
CREATE TABLE number_fate (
    series integer not null references number_series (id),
    number integer not null check (number > 0),
    fate text not null check (fate in ('drawn', 'entered', 'reserved', 'voided')),
    reason text,
    subject_kind text,
    subject integer,
    person integer,
    moment integer not null,
    primary key (series, number)
) strict;
CREATE TABLE number_series (
    id integer primary key,
    unit integer not null,
    word text not null,
    year integer not null,
    next integer not null check (next > 0)
) strict;
CREATE TABLE obligation (
    id integer primary key,
    origin_installation text not null,
    origin_id integer not null,
    notice integer not null references notice (id),
    ranges text not null,
    quote text not null,
    place integer not null,
    clause text,
    role text not null,
    bound text not null,
    unit_kinds integer not null,
    unit_levels integer not null,
    condition text,
    sort text not null check (sort in ('duty', 'guidance', 'dropped')),
    proof text not null check (proof in ('sentence', 'conveyance', 'figure', 'file', 'checklist')),
    source text not null check (source in ('reader', 'person')),
    unit integer not null references unit (id),
    person integer not null,
    post integer not null,
    moment integer not null,
    replaced_at integer
) strict;
CREATE TABLE obligation_addition (
    id integer primary key,
    obligation integer not null references obligation (id),
    unit integer not null references unit (id),
    kind text not null check (kind in ('due', 'cadence', 'evidence', 'form')),
    value text not null,
    due_at integer,
    reason text not null,
    person integer not null,
    post integer not null,
    moment integer not null,
    ended_at integer,
    check ((kind = 'due') = (due_at is not null))
) strict;
CREATE TABLE obligation_fact (
    id integer primary key,
    obligation integer not null references obligation (id),
    fact text not null check (fact in ('defined', 'sorted', 'revised', 'split', 'merged', 'adopted')),
    detail text,
    unit integer not null references unit (id),
    person integer not null,
    post integer not null,
    moment integer not null
) strict;
CREATE TABLE obligation_item (
    obligation integer not null references obligation (id),
    place integer not null,
    head text,
    text text not null,
    primary key (obligation, place)
) strict;
CREATE TABLE obligation_urge (
    id integer primary key,
    obligation integer not null references obligation (id),
    unit integer not null references unit (id),
    text text not null,
    person integer not null,
    post integer not null,
    moment integer not null
) strict;
CREATE TABLE obligation_urge_unit (
    urge integer not null references obligation_urge (id),
    unit integer not null references unit (id),
    primary key (urge, unit)
) strict;
CREATE TABLE original (
    id integer primary key,
    unit integer not null references unit (id),
    person integer not null,
    uploaded_at integer not null,
    expires_at integer,
    notice integer references notice (id),
    bound_at integer,
    refusal text,
    check ((notice is null) = (bound_at is null)),
    check ((notice is null) = (expires_at is not null))
) strict;
CREATE TABLE original_file (
    original integer not null references original (id) on delete cascade,
    ordinal integer not null,
    blob integer not null references blob (id) on delete cascade,
    kind text not null check (kind in ('docx', 'pdf', 'jpeg', 'png')),
    primary key (original, ordinal)
) strict;
CREATE TABLE original_page (
    original integer not null references original (id) on delete cascade,
    place integer not null,
    file integer not null,
    page integer not null,
    manner text not null check (manner in ('docx', 'pdf_text', 'waiting', 'recognised', 'typed')),
    text text not null,
    doubts text not null,
    confidence integer check (confidence between 0 and 100),
    primary key (original, place)
) strict;
CREATE TABLE owner (
    id integer primary key,
    obligation integer not null references obligation (id),
    unit integer not null references unit (id),
    part text not null check (part in ('overall', 'charge', 'doer')),
    post integer not null references post (id),
    reason text,
    person integer not null,
    moment integer not null,
    told_at integer,
    ended_at integer
) strict;
CREATE TABLE person (
    id integer primary key,
    login text not null,
    name text not null,
    language text not null default 'zh',
    created_at integer not null,
    closed_at integer
, name_latin text) strict;
CREATE TABLE post (
    id integer primary key,
    unit integer not null references unit (id),
    person integer not null references person (id),
    role text not null,
    title_zh text,
    title_en text,
    substitutes integer references post (id),
    from_on text not null,
    to_on text,
    check (substitutes is null or to_on is not null)
) strict;
CREATE TABLE receipt (
    id integer primary key,
    notice integer not null references notice (id),
    unit integer not null references unit (id),
    purpose text not null check (purpose in ('action', 'information')),
    state integer not null check (state between 0 and 5),
    urgency integer not null,
    sent_at integer not null,
    opened_at integer,
    signed_at integer,
    passed_on_at integer,
    province text not null
) strict;
CREATE TABLE receipt_fact (
    id integer primary key,
    receipt integer not null references receipt (id),
    fact text not null check (fact in ('opened', 'signed', 'relayed', 'conveyed', 'filed')),
    moment integer not null,
    person integer not null,
    post integer not null,
    note text
, channel text
    check (channel in ('telephone', 'fax', 'group', 'paper', 'visit')), recorded_by integer references unit (id), happened_at integer, is_day_only integer not null default 0 check (is_day_only in (0, 1)), people integer check (people >= 0)) strict;
CREATE TABLE report (
    id integer primary key,
    origin_installation text not null,
    origin_id integer not null,
    notice integer not null references notice (id),
    unit integer not null references unit (id),
    receiver integer not null references unit (id),
    ordinal integer not null,
    state text not null check (state in ('draft', 'sent', 'accepted', 'returned')),
    version integer not null,
    signed_version integer,
    sent_at integer,
    created_at integer not null, office text, office_unit integer, covers_on text, is_zero integer not null default 0, recorded_by integer, seal text,
    check ((state = 'draft') <= (signed_version is null or signed_version <= version))
) strict;
CREATE TABLE report_asking (
    id integer primary key,
    notice integer not null references notice (id),
    unit integer not null references unit (id),
    rhythm text check (rhythm in ('daily', 'weekly', 'monthly')),
    depth text not null check (depth in ('all', 'next')),
    outline text,
    reason text not null,
    person integer not null,
    post integer not null,
    moment integer not null,
    ended_at integer
) strict;
CREATE TABLE report_fact (
    id integer primary key,
    report integer not null references report (id),
    fact text not null check (fact in ('written', 'sent', 'accepted', 'returned')),
    version integer not null,
    text text,
    unit integer not null references unit (id),
    person integer not null,
    post integer not null,
    moment integer not null
) strict;
CREATE TABLE report_period (
    id integer primary key,
    asking integer not null references report_asking (id),
    notice integer not null references notice (id),
    unit integer not null references unit (id),
    first_on text not null,
    last_on text not null,
    due_at integer not null,
    moment integer not null,
    check (first_on <= last_on)
) strict;
CREATE TABLE report_quote (
    report integer not null references report (id),
    place integer not null,
    source integer not null references report (id),
    source_version integer not null,
    text text not null,
    moment integer not null,
    primary key (report, place)
) strict;
CREATE TABLE report_remark (
    id integer primary key,
    report integer not null references report (id),
    version integer not null,
    text text not null,
    person integer not null,
    post integer not null,
    moment integer not null
) strict;
CREATE TABLE report_unit_list (
    report integer primary key references report (id),
    version integer not null,
    units text not null
) strict;
CREATE TABLE report_version (
    report integer not null references report (id),
    version integer not null,
    body text not null,
    figures text not null,
    person integer not null,
    post integer not null,
    moment integer not null,
    primary key (report, version)
) strict;
CREATE TABLE response (
    id integer primary key,
    origin_installation text not null,
    origin_id integer not null,
    unit integer not null references unit (id),
    name text not null,
    level integer not null check (level between 1 and 4),
    opened_at integer not null,
    closed_at integer
) strict;
CREATE TABLE response_fact (
    id integer primary key,
    response integer not null references response (id),
    fact text not null check (fact in ('opened', 'levelled', 'closed')),
    level_before integer,
    level_after integer,
    reason text not null,
    unit integer not null references unit (id),
    person integer not null,
    post integer not null,
    moment integer not null
) strict;
CREATE TABLE response_notice (
    notice integer primary key references notice (id),
    response integer not null references response (id),
    unit integer not null references unit (id),
    person integer not null,
    post integer not null,
    moment integer not null
) strict;
CREATE TABLE role_grant (
    role text not null,
    verb text not null,
    reach text not null,
    primary key (role, verb, reach)
) strict;
CREATE TABLE saved_line (
    id integer primary key,
    unit integer not null references unit (id),
    name text not null,
    line text not null,
    copy_line text,
    person integer not null,
    moment integer not null
) strict;
CREATE TABLE schema_migration (
    number integer primary key,
    name text not null,
    digest text not null,
    applied_at integer not null
) strict;
CREATE TABLE seal (
    number integer primary key,
    entries integer not null check (entries > 0),
    root blob not null,
    previous blob not null,
    digest blob not null,
    key_id text not null,
    signature blob not null,
    moment integer not null
) strict;
CREATE TABLE server_lease (
    number integer primary key check (number between 0 and 1023),
    holder text not null,
    expires_at integer not null
) strict;
CREATE TABLE session (
    id integer primary key,
    token_digest blob not null,
    person integer not null references person (id),
    post integer references post (id),
    language text not null,
    is_known_phone integer not null check (is_known_phone in (0, 1)),
    created_at integer not null,
    seen_at integer not null,
    expires_at integer not null
) strict;
CREATE TABLE setting (
    name text primary key,
    value text not null
) strict;
CREATE TABLE sign_in_failure (
    key blob primary key,
    failures integer not null,
    last_at integer not null
) strict;
CREATE TABLE tally (
    branch integer not null,
    subject integer not null,
    measure integer not null,
    n integer not null,
    primary key (branch, subject, measure)
) strict;
CREATE TABLE tree_counter (
    id integer primary key check (id = 1),
    next integer not null
) strict;
CREATE TABLE unit (
    id integer primary key,
    origin_installation text not null,
    origin_id integer not null,
    code text not null,
    name text not null,
    name_english text,
    kind text not null,
    level text not null,
    division text,
    region_code text,
    path text not null,
    secondary_path text,
    sort_key text not null,
    created_at integer not null,
    closed_on text,
    merged_into integer references unit (id)
) strict;
CREATE TABLE unit_arrival (
    unit integer primary key,
    through integer not null
) strict;
CREATE TABLE unit_gram (
    gram text not null,
    rank integer not null,
    unit integer not null,
    primary key (gram, rank, unit)
) strict;
CREATE TABLE unit_link (
    id integer primary key,
    unit integer not null references unit (id),
    parent integer not null references unit (id),
    line text not null check (line in ('territorial', 'industrial')),
    is_primary integer not null check (is_primary in (0, 1)),
    from_on text not null,
    to_on text,
    check (unit <> parent)
) strict;
CREATE TABLE unit_region_code (
    unit integer not null references unit (id),
    code text not null,
    from_on text not null,
    to_on text,
    primary key (unit, from_on)
) strict;
CREATE TABLE unit_setting (
    unit integer not null references unit (id),
    name text not null,
    value text not null,
    person integer not null,
    moment integer not null,
    primary key (unit, name)
) strict;
CREATE TABLE unit_short_name (
    unit integer not null references unit (id),
    place integer not null,
    name text not null,
    primary key (unit, place)
) strict;
CREATE TABLE urge (
    id integer primary key,
    dispatch integer not null references dispatch (id),
    unit integer not null references unit (id),
    text text not null,
    person integer not null,
    post integer not null,
    moment integer not null
, unsigned integer, branch integer) strict;
CREATE TABLE urge_unit (
    urge integer not null references urge (id),
    unit integer not null references unit (id),
    receipt integer not null references receipt (id),
    primary key (urge, unit)
) strict;
CREATE UNIQUE INDEX allocation_obligation_unit_key on allocation (obligation, unit) where ended_at is null;
CREATE INDEX allocation_unit on allocation (unit, moment);
CREATE INDEX assignment_fact_assignment on assignment_fact (assignment, moment);
CREATE UNIQUE INDEX assignment_fact_undoes_key on assignment_fact (undoes);
CREATE INDEX assignment_latest on assignment (obligation, changed_at, id);
CREATE UNIQUE INDEX assignment_obligation_unit_key on assignment (obligation, unit);
CREATE INDEX assignment_unit on assignment (unit, changed_at);
CREATE INDEX blob_expires on blob (expires_at) where expires_at is not null;
CREATE INDEX delivery_phrase on delivery (dispatch, phrase);
CREATE INDEX delivery_receipt on delivery (receipt);
CREATE INDEX delta_subject on delta (subject, path);
CREATE INDEX dispatch_from on dispatch (from_unit, issued_at);
CREATE INDEX dispatch_notice on dispatch (notice, issued_at);
CREATE INDEX dispatch_set_notice on dispatch_set (notice);
CREATE INDEX dispatch_set_root on dispatch_set (root, dispatch);
CREATE INDEX draft_carried_notice on draft_carried (notice);
CREATE INDEX draft_unit on draft (unit, started_at);
CREATE INDEX due_closed on due (unit, closed_at) where closed_at is not null;
CREATE INDEX due_open on due (unit, grade desc, due_at) where closed_at is null;
CREATE UNIQUE INDEX due_scope_root_kind_subject_is_binding_key on due_scope (root, kind, subject, is_binding)
    where closed_at is null;
CREATE INDEX due_scope_subject on due_scope (subject);
CREATE INDEX due_subject on due (subject);
CREATE UNIQUE INDEX due_unit_kind_subject_key on due (unit, kind, subject) where closed_at is null;
CREATE INDEX handling_ask_handling on handling_ask (handling);
CREATE INDEX handling_ask_post on handling_ask (post, answer);
CREATE UNIQUE INDEX handling_draft_key on handling (draft);
CREATE INDEX handling_step_handling on handling_step (handling, moment);
CREATE UNIQUE INDEX handling_unit_notice_key on handling (unit, notice);
CREATE INDEX invitation_batch on invitation (batch);
CREATE UNIQUE INDEX invitation_code_digest_key on invitation (code_digest);
CREATE INDEX invitation_person on invitation (person) where person is not null;
CREATE INDEX invitation_unit on invitation (unit, created_at);
CREATE INDEX job_claimable on job (priority desc, due_at, id) where given_up_at is null;
CREATE UNIQUE INDEX job_queue_key_key on job (queue, key) where leased_until is null and given_up_at is null;
CREATE INDEX journal_sealed on journal (seal, place) where seal is not null;
CREATE INDEX journal_subject on journal (subject_kind, subject, moment);
CREATE INDEX journal_unit on journal (unit, moment);
CREATE INDEX journal_unsealed on journal (moment, id) where seal is null;
CREATE INDEX notice_alias_notice on notice_alias (notice);
CREATE INDEX notice_book_entered on notice_book (unit, entered_at, notice);
CREATE INDEX notice_book_notice on notice_book (notice);
CREATE INDEX notice_change_notice on notice_change (notice, moment);
CREATE UNIQUE INDEX notice_change_notice_end_key on notice_change (notice)
    where kind in ('withdrawn', 'replaced');
CREATE INDEX notice_change_replacement on notice_change (replacement);
CREATE INDEX notice_containment_inner on notice_containment (inner_notice);
CREATE INDEX notice_correction_notice on notice_correction (notice, moment);
CREATE UNIQUE INDEX notice_identity_key on notice (identity);
CREATE UNIQUE INDEX notice_origin_installation_origin_id_key on notice (origin_installation, origin_id);
CREATE UNIQUE INDEX number_series_unit_word_year_key on number_series (unit, word, year);
CREATE INDEX obligation_addition_obligation on obligation_addition (obligation, unit);
CREATE INDEX obligation_fact_obligation on obligation_fact (obligation, moment);
CREATE INDEX obligation_notice on obligation (notice, place);
CREATE UNIQUE INDEX obligation_notice_ranges_key on obligation (notice, ranges) where replaced_at is null;
CREATE INDEX obligation_urge_obligation on obligation_urge (obligation, moment);
CREATE INDEX obligation_urge_unit_unit on obligation_urge_unit (unit);
CREATE INDEX original_expires_at on original (expires_at);
CREATE INDEX original_file_blob on original_file (blob);
CREATE INDEX original_notice on original (notice);
CREATE UNIQUE INDEX owner_obligation_unit_part_key on owner (obligation, unit, part) where ended_at is null;
CREATE INDEX owner_post on owner (post, ended_at);
CREATE UNIQUE INDEX person_login_key on person (login);
CREATE INDEX post_person on post (person);
CREATE INDEX post_substitutes on post (substitutes) where substitutes is not null;
CREATE INDEX post_unit on post (unit);
CREATE UNIQUE INDEX receipt_fact_receipt_fact_key on receipt_fact (receipt, fact);
CREATE INDEX receipt_inbox on receipt (unit, state, urgency desc, sent_at);
CREATE UNIQUE INDEX receipt_notice_unit_key on receipt (notice, unit);
CREATE INDEX receipt_unsigned on receipt (notice, id) where state < 2;
CREATE UNIQUE INDEX report_asking_notice_unit_key on report_asking (notice, unit) where ended_at is null;
CREATE INDEX report_asking_rhythm on report_asking (rhythm) where ended_at is null and rhythm is not null;
CREATE INDEX report_fact_report on report_fact (report, moment);
CREATE UNIQUE INDEX report_notice_unit_ordinal_key on report (notice, unit, ordinal);
CREATE UNIQUE INDEX report_period_notice_unit_last_on_key on report_period (notice, unit, last_on);
CREATE INDEX report_receiver on report (receiver, notice);
CREATE INDEX report_remark_report on report_remark (report, moment);
CREATE INDEX response_fact_response on response_fact (response, moment);
CREATE INDEX response_notice_response on response_notice (response, moment);
CREATE INDEX response_unit on response (unit, opened_at);
CREATE UNIQUE INDEX saved_line_unit_name_key on saved_line (unit, name);
CREATE INDEX session_person on session (person);
CREATE UNIQUE INDEX session_token_digest_key on session (token_digest);
CREATE INDEX unit_closed on unit (path) where closed_on is not null;
CREATE UNIQUE INDEX unit_code_key on unit (code);
CREATE INDEX unit_code_lower on unit (lower(code));
CREATE UNIQUE INDEX unit_link_one_primary on unit_link (unit) where is_primary = 1 and to_on is null;
CREATE UNIQUE INDEX unit_link_one_secondary on unit_link (unit) where is_primary = 0 and to_on is null;
CREATE INDEX unit_link_parent on unit_link (parent, unit) where to_on is null;
CREATE INDEX unit_name on unit (name);
CREATE UNIQUE INDEX unit_origin_installation_origin_id_key on unit (origin_installation, origin_id);
CREATE UNIQUE INDEX unit_path_key on unit (path);
CREATE INDEX unit_secondary_path on unit (secondary_path) where secondary_path is not null;
CREATE INDEX unit_short_name_name on unit_short_name (name);
CREATE INDEX urge_dispatch on urge (dispatch, moment);
CREATE INDEX urge_unit_receipt on urge_unit (receipt);
