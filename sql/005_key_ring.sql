-- ASP.NET Core Data Protection keys, shared by all nodes: with them the state of a call is sealed.
create table data_protection_key (
    id            bigint      generated always as identity primary key,
    friendly_name text        not null unique,
    xml           text        not null,
    created_at    timestamptz not null default now()
);
