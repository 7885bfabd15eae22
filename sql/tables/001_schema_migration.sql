-- The applied scripts of this folder, with their checksums.
create table schema_migration (
    name       text        primary key,
    version    integer     unique,
    checksum   text        not null,
    applied_at timestamptz not null default now()
);

comment on column schema_migration.version is 'The number of a script in tables/, applied once; null for one in code/, applied again whenever it changes.';
