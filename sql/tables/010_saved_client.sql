-- Clients with a short number for a worker. A worker's second entry for a client creates the row, or the company's page.

create table saved_client (
    worker_id   bigint      not null references worker on delete cascade,
    number      smallint    not null check (number between 10 and 99),
    company_id  bigint      not null references company,
    client_id   bigint      not null references client on delete cascade,
    user_number text        not null check (user_number ~ '^[0-9]{12}$'),
    name        text        check (name <> '' and length(name) <= 100),
    saved_at    timestamptz not null,
    removed_at  timestamptz,
    call_sid    text        check (call_sid ~ '^CA[0-9a-f]{32}$'),
    entry_no    integer     check (entry_no >= 1),
    primary key (worker_id, number),
    unique (worker_id, company_id, client_id),
    check ((call_sid is null) = (entry_no is null))
);

comment on column saved_client.number is 'Set by a trigger. No other client gets it until purge deletes the row, a year after the client was removed.';
comment on column saved_client.company_id is 'The worker''s company at that time: a later company does not see the row.';
comment on column saved_client.user_number is
    'Of the client, so that the company sees whom it saved. It sees the name in client only if its workers have worked there.';
comment on column saved_client.name is 'The company''s name for the client; null for the name in client.';
comment on column saved_client.call_sid is 'With entry_no the entry that created the row, so that a repeated confirmation gets the same answer; null if the company created it.';

create index saved_client_client on saved_client (client_id);
