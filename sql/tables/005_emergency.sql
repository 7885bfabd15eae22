-- What callers left while this database could not answer, or while their login was locked. It comes out of the servers' journals, each
-- line once, and waits for the company: nothing here becomes a prestation by itself.

create table emergency_node (
    number     smallint    primary key check (number between 0 and 99),
    journal    uuid        not null,
    claimed_at timestamptz not null default now()
);

comment on table emergency_node is
    'Digits 2 and 3 of the references that one journal gives, so that nodes which cannot talk to each other give different ones.';

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

comment on column emergency_entry.status is 'recorded: it has become a prestation, by itself or accepted by the company.';
comment on column emergency_entry.login is 'As keyed. login_verified says whether login and password had been checked before.';
comment on column emergency_entry.login_locked is 'Left because the login was locked on the phone, so that nobody looked at the password.';
comment on column emergency_entry.after_confirmation is
    'A confirmation of this entry may have reached the database, though nobody heard so; prestation_id then tells whether it had.';
comment on column emergency_entry.prestation_id is
    'The prestation of the same entry of the same call. While the status is waiting, it says something else than was left.';

create index emergency_entry_waiting on emergency_entry (status) where status = 'waiting';
create index emergency_entry_worker on emergency_entry (worker_id);
create index emergency_entry_client on emergency_entry (client_id);
create index emergency_entry_prestation on emergency_entry (prestation_id);

-- A webhook that was delivered to two nodes gave two references for one entry; the caller may have heard either.
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

-- A company that accepts an entry may give the right user number. Numbers of nobody are counted, as on the phone, so that nobody finds out by
-- trial which numbers exist. The number itself is not kept. Rows are of use for an hour, and go with the next purge.
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

comment on table incident is 'An outage as one node saw it: from the first call that it hit to the first answer of the database after it.';

create table incident_call (
    incident_id uuid        not null references incident,
    call_sid    text        not null check (call_sid ~ '^CA[0-9a-f]{32}$'),
    line        text        not null check (line in ('flanders-brussels', 'wallonia')),
    hit_at      timestamptz not null,
    primary key (incident_id, call_sid)
);
