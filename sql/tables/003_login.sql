-- The phone's own lock against guessing. It knows logins as keyed, whether a worker has them or not, so that the lock itself tells nobody
-- which logins exist.

create table login_failure (
    call_sid  text        not null,
    try_no    integer     not null,
    login     text        not null,
    failed_at timestamptz not null,
    primary key (call_sid, try_no)
);

comment on table login_failure is 'One row a refused pair; the key counts a webhook that is delivered twice only once.';

create index login_failure_age on login_failure (failed_at);
create index login_failure_login on login_failure (login);

create table login_lock (
    login        text        primary key,
    failures     integer     not null,
    locked_until timestamptz
);

comment on column login_lock.failures is 'Consecutive failures; success removes the row.';

-- Entries that were left for a login while it was locked are counted, so that nobody floods a company with them. Rows are of use for two
-- days, and go with the next purge.
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

comment on column locked_login_entry.of_call is '1, 2, 3: which of the entries that one call may leave.';
comment on column locked_login_entry.of_day is '1 to 5: which of the entries that may be left for this login on this day, the date of the call.';

create index locked_login_entry_age on locked_login_entry (day);

-- User numbers that a worker had looked up in vain, to tell slips of the fingers from somebody who tries numbers out. The number itself is
-- not kept. Rows are of use for an hour, and go with the next purge.
create table refused_look_up (
    call_sid   text        not null,
    webhook    integer     not null,
    mark       bytea       not null default '',
    worker_id  bigint      not null references worker,
    refused_at timestamptz not null,
    primary key (call_sid, webhook, mark)
);

comment on table refused_look_up is 'One row a refused number; the key counts a webhook that is delivered twice only once.';
comment on column refused_look_up.mark is
    'HMAC of the number with the pepper: the same webhook with another number is another number tried. Of no use outside its call.';

create index refused_look_up_of_worker on refused_look_up (worker_id, refused_at);
create index refused_look_up_age on refused_look_up (refused_at);
