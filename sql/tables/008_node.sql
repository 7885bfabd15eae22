-- ASP.NET Core Data Protection keys, shared by all nodes: they encrypt the state of a call.
create table data_protection_key (
    id            bigint      generated always as identity primary key,
    friendly_name text        not null unique,
    xml           text        not null,
    created_at    timestamptz not null default now()
);

-- The servers: each writes its own row every few seconds. It is for the operator's page, and it checks that the database accepts writes.

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

comment on column node.seen_at is 'Its last write, by the clock of this database. A server without a write for a minute has ended, or cannot write.';
comment on column node.stopped_at is 'When it was stopped, by the clock of this database; null while it runs, and after a crash.';
comment on column node.write_seconds is 'How long its previous write took, COMMIT included.';
comment on column node.without_database is 'Whether the database was unavailable to it since its last write, or still is.';
comment on column node.hash_seconds is 'How long it takes at present to hash one password.';
comment on column node.passwords_refused is 'Number of passwords for which the queue had no room since its start.';
comment on column node.trace_lost is 'Number of lost call trace events since its start.';
