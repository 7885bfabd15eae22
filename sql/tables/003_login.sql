-- The lock of the phone against guessing. It counts logins as keyed, whether they exist or not, so that the lock does not reveal which exist.

create table login_failure (
    call_sid  text        not null,
    try_no    integer     not null,
    login     text        not null,
    failed_at timestamptz not null,
    primary key (call_sid, try_no)
);

comment on table login_failure is 'One row for each refused login and password; the key counts a webhook that arrives twice only once.';

create index login_failure_age on login_failure (failed_at);
create index login_failure_login on login_failure (login);

create table login_lock (
    login        text        primary key,
    failures     integer     not null,
    locked_until timestamptz
);

comment on column login_lock.failures is 'Consecutive failures; success removes the row.';

-- Counts the emergency entries for a locked login, so that nobody floods a company with them. Rows are needed for two days; the next purge
-- deletes them.
create table locked_login_entry (
    call_sid text     not null check (call_sid ~ '^CA[0-9a-f]{32}$'),
    entry_no integer  not null check (entry_no >= 1),
    login    text     not null check (login ~ '^[0-9]{4,20}$'),
    day      date     not null,
    of_call  smallint not null check (of_call between 1 and 3),
    of_day   smallint not null check (of_day between 1 and 5),
    primary key (call_sid, entry_no),
    unique (call_sid, of_call),
    unique (login, day, of_day)
);

comment on column locked_login_entry.of_call is '1 to 3: its place among the entries that a call may leave.';
comment on column locked_login_entry.of_day is '1 to 5: its place among the entries for this login on this day, the date of the call.';

create index locked_login_entry_age on locked_login_entry (day);

-- Look-ups of user numbers that found no client, to detect a worker who tries numbers out. The number is not stored. Rows are needed for an
-- hour; the next purge deletes them.
create table refused_look_up (
    call_sid   text        not null,
    webhook    integer     not null,
    mark       bytea       not null default '',
    worker_id  bigint      not null references worker,
    refused_at timestamptz not null,
    primary key (call_sid, webhook, mark)
);

comment on table refused_look_up is 'One row for each refused number; the key counts a webhook that arrives twice only once.';
comment on column refused_look_up.mark is
    'HMAC of the number and the call with the pepper, so that the same webhook with another number counts as another number.';

create index refused_look_up_of_worker on refused_look_up (worker_id, refused_at);
create index refused_look_up_age on refused_look_up (refused_at);
