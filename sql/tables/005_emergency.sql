-- Emergency entries, which callers leave while this database is unavailable or while their login is locked. The servers load them from their
-- journals, each line once. They wait for the company, and never become prestations automatically.

create table emergency_node (
    number     smallint    primary key check (number between 0 and 99),
    journal    uuid        not null,
    claimed_at timestamptz not null default now()
);

comment on table emergency_node is
    'Digits 2 and 3 of the references of a journal, so that nodes that cannot communicate give different references.';

create table emergency_entry (
    id                 bigint      generated always as identity primary key,
    call_sid           text        not null check (call_sid ~ '^CA[0-9a-f]{32}$'),
    entry_no           integer     not null check (entry_no >= 1),
    status             text        not null default 'waiting' check (status in ('waiting', 'recorded', 'refused')),
    login              text        not null check (login ~ '^[0-9]{4,20}$'),
    login_verified     boolean     not null,
    login_locked       boolean     not null default false,
    worker_id          bigint      references worker,
    user_number        text        not null check (user_number ~ '^[0-9]{12}$'),
    client_verified    boolean     not null,
    client_id          bigint      references client,
    activity           smallint    not null check (activity between 1 and 4),
    hours              smallint    not null check (hours between 1 and 9),
    service_date       date        not null,
    language           text        not null check (language in ('nl', 'fr', 'de', 'en')),
    line               text        not null check (line in ('flanders-brussels', 'wallonia')),
    dialled            text        not null,
    caller             text        not null,
    after_confirmation boolean     not null,
    left_at            timestamptz not null,
    loaded_at          timestamptz not null default now(),
    prestation_id      bigint,
    unique (call_sid, entry_no),
    constraint emergency_entry_recorded check (status <> 'recorded' or prestation_id is not null),
    constraint emergency_entry_prestation_fkey foreign key (prestation_id, service_date) references prestation (id, service_date)
);

comment on column emergency_entry.status is 'recorded: the same values are a prestation, from the call itself or because the company accepted the entry.';
comment on column emergency_entry.login is 'As keyed. login_verified says whether login and password were checked.';
comment on column emergency_entry.login_locked is 'The login was locked on the phone, so the password was not checked.';
comment on column emergency_entry.after_confirmation is
    'A confirmation of this entry may have been stored, but the server got no answer; prestation_id tells whether it was.';
comment on column emergency_entry.prestation_id is
    'The prestation with the same call and number. While the status is waiting, its values differ from this entry.';

create index emergency_entry_waiting on emergency_entry (status) where status = 'waiting';
create index emergency_entry_worker on emergency_entry (worker_id);
create index emergency_entry_client on emergency_entry (client_id);
create index emergency_entry_prestation on emergency_entry (prestation_id);

-- A webhook that arrives at two nodes gets two references for one entry; the caller may have heard either.
create table emergency_reference (
    reference text        primary key check (reference ~ '^9[0-9]{8}$' and right(reference, 1) = check_digit(left(reference, 8))),
    entry_id  bigint      not null references emergency_entry,
    node      smallint    not null references emergency_node,
    left_at   timestamptz not null,
    checksum  text        not null
);

comment on column emergency_reference.checksum is 'SHA-256 of the journal''s line, lower-case hex.';

create index emergency_reference_entry on emergency_reference (entry_id);

create table emergency_decision (
    entry_id   bigint      primary key references emergency_entry,
    company_id bigint      not null references company,
    decision   text        not null check (decision in ('accepted', 'refused')),
    reason     text        check (reason <> '' and length(reason) <= 500),
    made_by    text        not null,
    made_at    timestamptz not null,
    check (decision = 'accepted' or reason is not null)
);

create index emergency_decision_company on emergency_decision (company_id);

-- A company that accepts an entry may give the right user number. Numbers without a client are counted, as on the phone, so that nobody can
-- find existing numbers by trial. The number is not stored. Rows are needed for an hour; the next purge deletes them.
create table refused_user_number (
    company_id bigint      not null references company,
    refused_at timestamptz not null
);

create index refused_user_number_of_company on refused_user_number (company_id, refused_at);
create index refused_user_number_age on refused_user_number (refused_at);

create table incident (
    id         uuid        primary key,
    node       smallint    references emergency_node,
    started_at timestamptz not null,
    ended_at   timestamptz,
    lines      text[]      not null default '{}',
    calls_hit  integer     not null default 0
);

comment on table incident is 'An outage as one node saw it: from the first affected call to the first response of the database after it.';

create table incident_call (
    incident_id uuid        not null references incident,
    call_sid    text        not null check (call_sid ~ '^CA[0-9a-f]{32}$'),
    line        text        not null check (line in ('flanders-brussels', 'wallonia')),
    hit_at      timestamptz not null,
    primary key (incident_id, call_sid)
);
