-- ASP.NET Core Data Protection keys, shared by all nodes: with them the state of a call is sealed.
create table data_protection_key (
    id            bigint      generated always as identity primary key,
    friendly_name text        not null unique,
    xml           text        not null,
    created_at    timestamptz not null default now()
);

-- The servers as they see themselves: each writes its own row every few seconds. For who runs the line, and to know that the database
-- takes writes.

create table node (
    name              text        primary key check (length(name) between 1 and 100),
    started_at        timestamptz not null,
    seen_at           timestamptz not null,
    stopped_at        timestamptz,
    write_seconds     real        check (write_seconds >= 0),
    without_database  boolean     not null,
    hashing_threads   integer     not null,
    hash_seconds      real        not null,
    passwords_waiting integer     not null,
    passwords_refused bigint      not null,
    trace_waiting     integer     not null,
    trace_lost        bigint      not null
);

comment on column node.seen_at is 'When it wrote last, by the clock of this database. Whoever was not seen for a minute is gone, or cannot write.';
comment on column node.stopped_at is 'When it was stopped, by the clock of this database; null while it runs, and when it ended without a word.';
comment on column node.write_seconds is 'How long its write before this one took, COMMIT included.';
comment on column node.without_database is 'Whether it had to do without the database since it wrote last, or still has.';
comment on column node.hash_seconds is 'How long one password takes to be hashed there at present.';
comment on column node.passwords_refused is 'For how many passwords there was no room since it started.';
comment on column node.trace_lost is 'How many events of calls the trace had to do without since it started.';
