-- Which scripts of this folder have been applied, and what they said then.
create table schema_migration (
    version    integer     primary key,
    name       text        not null,
    checksum   text        not null,
    applied_at timestamptz not null default now()
);
